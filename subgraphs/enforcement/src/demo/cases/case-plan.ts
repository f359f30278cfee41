import { addDays, isWorkday } from '@township-graph/shared/calendar';
import { isAskedAfter, type Turn, turnOf } from './turns';

/** What 兰考 published: cases since 2021. */
const CASES = 3695;

/**
 * None lies before 行政处罚法 of 2021 came into force, whose guards each case passes. Up to which day was counted the report
 * does not say: here, the end of 2023.
 */
export const FIRST_DAY = '2021-07-15';
const AFTER_LAST_DAY = '2024-01-01';

/** Of a hundred who were asked about a case of the year, so many were content: published are the first and the last. */
const CONTENT: Readonly<Record<string, number>> = { '2021': 77, '2022': 84, '2023': 91 };

/** One in so many is of a cause that is not frequent. */
const RARE_ONE_IN = 5;

/** Beside the published: cases of the last weeks, with what was done about them by now. */
const RECENT_WORKDAYS = [1, 3, 6, 9, 13, 18, 24, 32, 45] as const;
const RECENT_A_TOWNSHIP = 2;
const RECENT_TURNS: readonly Turn[] = ['PLAIN', 'HEARING', 'REVIEWED', 'DELIBERATED', 'SILENT', 'PRESERVED', 'SUSPENDED'];

/** 瑞安 published a share of no number, 95 %: so many, whatever the scale, all of frequent causes, and all but one by stations. */
const RUIAN_CASES = 20;

/** Who handles a case: townships in turn, stations of a bureau in turn, or the bureau itself. */
export type Where = 'LANKAO' | 'RUIAN_STATION' | 'RUIAN_BUREAU';

/** One case of the demonstration. */
export interface PlannedCase {
  /** Its place in the plan; whatever chance decides about it begins with this, so that it is the same whatever else is loaded. */
  readonly key: string;
  readonly at: Where;
  /** Of the party, if it is a company: no two of a county are alike. */
  readonly serial: number;
  /** The place in turn among those. */
  readonly place: number;
  /** Whether its cause is one that occurs often. */
  readonly isFrequent: boolean;
  readonly day: string;
  readonly turn: Turn;
  /** What is answered, 1 to 5, when somebody is asked about it afterwards; null when nobody is. */
  readonly grade: number | null;
}

/** All cases at this share of the full number, as of a day. */
export function plannedCases(scale: number, today: string): PlannedCase[] {
  return scale === 0 ? [] : [...publishedCases(Math.round(CASES * scale)), ...recentCases(today), ...ruianCases()];
}

function publishedCases(count: number): PlannedCase[] {
  const days = workdaysBetween(FIRST_DAY, AFTER_LAST_DAY);
  const cases = Array.from({ length: count }, (_, index): PlannedCase => {
    const day = days[Math.floor((index * days.length) / count)]!;
    const place = index + Math.floor(index / 16);
    return {
      key: `lankao:${index + 1}`,
      at: 'LANKAO',
      serial: index + 1,
      place,
      isFrequent: index % RARE_ONE_IN > 0,
      day,
      turn: turnOf(index),
      grade: null,
    };
  });
  return Object.entries(CONTENT).flatMap(([year, content]) =>
    asked(
      cases.filter(({ day }) => day.startsWith(year)),
      content,
    ),
  );
}

/** Where a hundred or more can be asked, full hundreds are: then the share is exact. */
function asked(cases: readonly PlannedCase[], content: number): PlannedCase[] {
  const answers = cases.filter(({ turn }) => isAskedAfter(turn)).length;
  const wanted = answers < 100 ? answers : answers - (answers % 100);
  let place = 0;
  return cases.map((each) => {
    if (!isAskedAfter(each.turn) || place >= wanted) return each;
    place += 1;
    const contentBy = (count: number) => Math.round((count * content) / 100);
    const isContent = contentBy(place) > contentBy(place - 1);
    return { ...each, grade: isContent ? 1 + (place % 3) : 4 + (place % 2) };
  });
}

function recentCases(today: string): PlannedCase[] {
  const days = workdaysBetween(addDays(today, -120), today).reverse();
  return Array.from({ length: 16 * RECENT_A_TOWNSHIP }, (_, index) => ({
    key: `recent:${index + 1}`,
    at: 'LANKAO',
    serial: 9000 + index,
    place: index,
    isFrequent: index % RARE_ONE_IN > 0,
    day: days[RECENT_WORKDAYS[index % RECENT_WORKDAYS.length]! - 1]!,
    turn: RECENT_TURNS[index % RECENT_TURNS.length]!,
    grade: null,
  }));
}

function ruianCases(): PlannedCase[] {
  const days = workdaysBetween('2023-03-01', '2023-06-01');
  return Array.from({ length: RUIAN_CASES }, (_, index) => ({
    key: `ruian:${index + 1}`,
    at: index === 0 ? 'RUIAN_BUREAU' : 'RUIAN_STATION',
    serial: index + 1,
    place: index,
    isFrequent: true,
    day: days[index * 2]!,
    turn: 'ON_THE_SPOT',
    grade: null,
  }));
}

function workdaysBetween(from: string, to: string): string[] {
  const days = [];
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  return days;
}
