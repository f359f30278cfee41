import { addDays, addMonths, addYears, calendarEdition, calendarKnownUntil, isWorkday, parseDay } from './calendar';
import { dayOf, endOfDay, startOfDay } from './clock';

/** What a limit counts. */
export enum LimitUnit {
  /** 工作日 by the statutory calendar */
  WORKDAY = 'WORKDAY',
  /** 自然日 */
  DAY = 'DAY',
  /** 自然月, to the corresponding day or the last of the month */
  MONTH = 'MONTH',
  YEAR = 'YEAR',
  /** counted from the instant itself, day and night */
  HOUR = 'HOUR',
}

/** What happens when a limit in days, months or years ends on a day on which nobody works. Each deadline's rule says which. */
export enum RestDayRule {
  /** It moves to the next working day (民法典§203). */
  MOVES = 'MOVES',
  /** It stands, where a longer limit would be at somebody's cost: nothing seized is held a day longer for a holiday. */
  STANDS = 'STANDS',
}

export enum DeadlineState {
  RUNNING = 'RUNNING',
  /** The clock stands still. */
  SUSPENDED = 'SUSPENDED',
  /** Done in time. */
  MET = 'MET',
  /** The due instant passed before it was done; it stays so when it is done late. */
  OVERDUE = 'OVERDUE',
  /** What was due no longer is: the case was withdrawn, say. Never computed; whoever ends the case says so. */
  LAPSED = 'LAPSED',
}

/** The articles that this file follows whatever the matter. */
export const COUNTING_BASIS = {
  /** The day of the event is not counted; hours count from the event on. */
  startNotCounted: '民法典§201',
  /** Months and years end on the corresponding day, or on the last day of the month. */
  correspondingDay: '民法典§202',
  /** A last day that is a holiday gives way to the next working day; a day ends at 24:00. */
  restDay: '民法典§203',
  /** Limits of the licensing law are working days, statutory holidays left out. */
  licensingWorkdays: '行政许可法§82',
  /** Two, three, five and seven days of the penalty law are working days. */
  penaltyWorkdays: '行政处罚法§85',
  /** Ten days and fewer of the coercion law are working days. */
  coercionWorkdays: '行政强制法§69',
  /** Hearings, tests, expert opinions are not counted against a licence's limit. */
  licensingSuspension: '行政许可法§45',
} as const;

/** So many of a unit; `value` is a whole number, 0 for "the same day". */
export interface Limit {
  readonly value: number;
  readonly unit: LimitUnit;
}

/** A calendar day in Asia/Shanghai (YYYY-MM-DD) or an instant. */
export type DayOrInstant = string | Date;

/** A time that is not counted, half open: the day of `to` counts again. Without `to` it is still going on. */
export interface Suspension {
  readonly from: DayOrInstant;
  readonly to?: DayOrInstant | null;
}

/** Time that was added, and by what right. */
export interface Extension {
  readonly limit: Limit;
  readonly basis: string;
}

/** What the law says, once for all cases; written as data beside the thing that it limits. */
export interface DeadlineRule {
  readonly limit: Limit;
  readonly restDay: RestDayRule;
  /** Law and article, such as 行政许可法§42①、§82. */
  readonly basis: string;
}

/** A rule, and what happened in the case. */
export interface DeadlineCase extends DeadlineRule {
  /** The event that starts the clock; its day is not counted. A limit in hours needs the instant. */
  readonly start: DayOrInstant;
  /** Overlapping ones count once. */
  readonly suspensions?: readonly Suspension[];
  readonly extensions?: readonly Extension[];
  readonly now: Date;
  /** When what was due was done. */
  readonly metAt?: Date | null;
}

export interface Deadline {
  /**
   * The last instant in time: for days, months and years the end of the day in Asia/Shanghai. During an open suspension,
   * what it would be if the clock went on now.
   */
  readonly dueAt: Date;
  /** The day of `dueAt`. */
  readonly dueOn: string;
  readonly state: DeadlineState;
  /** The basis of the rule and of each extension. */
  readonly basis: string;
  /** Whether it hangs on holidays that are not published yet (after `calendarKnownUntil`), and may still move. */
  readonly isProvisional: boolean;
}

/** A suspension with both ends known. */
interface Pause {
  readonly from: Date;
  readonly to: Date;
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * When something is due, and how that stands now. Pure: the clock is an argument.
 * Throws RangeError for a limit that is not a whole number of 0 or more, and for hours that start on a day.
 */
export function computeDeadline(given: DeadlineCase): Deadline {
  const { start, now, metAt } = given;
  const pauses = (given.suspensions ?? []).map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to ?? metAt ?? now) }));
  const stages = stagesOf(given);
  const isInHours = given.limit.unit === LimitUnit.HOUR;
  const dueAt = isInHours
    ? dueInstant(start, stages, pauses)
    : endOfDay(pauses.length > 0 ? dueDay(given, stages, pauses) : plainDueDay(given, stages));
  const dueOn = dayOf(dueAt);
  const hangsOnHolidays = given.restDay === RestDayRule.MOVES || stages.some(({ unit }) => unit === LimitUnit.WORKDAY);
  return {
    dueAt,
    dueOn,
    state: stateOf(dueAt, given),
    basis: [given.basis, ...(given.extensions ?? []).map(({ basis }) => basis)].join('；'),
    isProvisional: !isInHours && hangsOnHolidays && dueOn > calendarKnownUntil(),
  };
}

/** The limit, then the extensions; what has the same unit is one stage, so that 1 month and 1 month are 2 months. */
function stagesOf({ limit, extensions = [] }: DeadlineCase): Limit[] {
  const stages: Limit[] = [];
  for (const { value, unit } of [limit, ...extensions.map((extension) => extension.limit)]) {
    if (!Number.isInteger(value) || value < 0 || value > 10_000) throw new RangeError('computeDeadline: a limit is a whole number');
    const last = stages.at(-1);
    if (last?.unit === unit) stages.splice(-1, 1, { unit, value: last.value + value });
    else stages.push({ unit, value });
  }
  return stages;
}

/** The day on which a case is due that was never suspended, by all it hangs on: many begin on one day, and each is looked at often. */
const plainDueDays = new Map<string, string>();
let editionOfDueDays = calendarEdition();
const MOST_DUE_DAYS = 10_000;

function plainDueDay(given: DeadlineCase, stages: readonly Limit[]): string {
  if (editionOfDueDays !== calendarEdition() || plainDueDays.size >= MOST_DUE_DAYS) {
    editionOfDueDays = calendarEdition();
    plainDueDays.clear();
  }
  const start = typeof given.start === 'string' ? given.start : dayOf(given.start);
  let key = `${start} ${given.restDay}`;
  for (const { value, unit } of stages) key += ` ${value} ${unit}`;
  let due = plainDueDays.get(key);
  if (due === undefined) {
    due = dueDay(given, stages, []);
    plainDueDays.set(key, due);
  }
  return due;
}

function dueDay({ start, restDay }: DeadlineCase, stages: readonly Limit[], pauses: readonly Pause[]): string {
  const pausedDays = pauses.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }));
  const isPaused = (day: string) => pausedDays.some(({ from, to }) => day >= from && day < to);
  let due = typeof start === 'string' ? parseDay(start) : dayOf(start);
  for (const stage of stages) due = afterStage(due, stage, isPaused);
  const mustBeWorkday = restDay === RestDayRule.MOVES || stages.at(-1)?.unit === LimitUnit.WORKDAY;
  while (mustBeWorkday && (!isWorkday(due) || isPaused(due))) due = addDays(due, 1);
  return due;
}

/** The last day of one stage. Days that are paused are walked over. */
function afterStage(start: string, { value, unit }: Limit, isPaused: (day: string) => boolean): string {
  switch (unit) {
    case LimitUnit.WORKDAY:
      return walk(start, value, (day) => isWorkday(day) && !isPaused(day));
    case LimitUnit.DAY:
      return walk(start, value, (day) => !isPaused(day));
    case LimitUnit.MONTH:
    case LimitUnit.YEAR: {
      const unpaused = unit === LimitUnit.YEAR ? addYears(start, value) : addMonths(start, value);
      let paused = 0;
      for (let day = start; day < unpaused; ) {
        day = addDays(day, 1);
        if (isPaused(day)) paused += 1;
      }
      return walk(unpaused, paused, (day) => !isPaused(day));
    }
    case LimitUnit.HOUR:
      throw new RangeError('computeDeadline: hours cannot extend days');
  }
}

/** The n-th day after `start` that counts. */
function walk(start: string, n: number, counts: (day: string) => boolean): string {
  let day = start;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}

function dueInstant(start: DayOrInstant, stages: readonly Limit[], pauses: readonly Pause[]): Date {
  const hours = stages.reduce((sum, { value, unit }) => (unit === LimitUnit.HOUR ? sum + value : Number.NaN), 0);
  if (typeof start === 'string' || Number.isNaN(hours)) throw new RangeError('computeDeadline: hours count from an instant, in hours');
  let countedTo = start.getTime();
  let due = countedTo + hours * HOUR_MS;
  for (const pause of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    // What lies before the start, or within an earlier pause, has been counted already.
    const from = Math.max(pause.from.getTime(), countedTo);
    const to = pause.to.getTime();
    if (from >= due || to <= from) continue;
    due += to - from;
    countedTo = to;
  }
  return new Date(due);
}

/** How what is due stands; the due instant itself is still in time. */
export function stateOf(dueAt: Date, { now, metAt, suspensions = [] }: Pick<DeadlineCase, 'now' | 'metAt' | 'suspensions'>): DeadlineState {
  if (metAt) return metAt <= dueAt ? DeadlineState.MET : DeadlineState.OVERDUE;
  if (now > dueAt) return DeadlineState.OVERDUE;
  const isSuspended = suspensions.some(({ from, to }) => instantOf(from) <= now && (!to || now < instantOf(to)));
  return isSuspended ? DeadlineState.SUSPENDED : DeadlineState.RUNNING;
}

function instantOf(moment: DayOrInstant): Date {
  return typeof moment === 'string' ? startOfDay(parseDay(moment)) : moment;
}
