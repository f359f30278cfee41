import { words } from '@township-graph/shared/stated-text';
import { invalid } from '../case/case.errors';
import { Harm } from '../decision/decision.enums';
import { fenOf } from '../money';

/** An act, as it was entered. */
export interface ActGiven {
  readonly facts: string;
  readonly place: string;
  readonly actOn: string;
  readonly isContinuing?: boolean | null;
  readonly endedOn?: string | null;
  readonly discoveredOn?: string | null;
  readonly harm?: Harm | null;
  readonly gains?: string | null;
}

/** Columns of the act; its days follow each other. `isProtected`: it touches life, health or finance (§36①). */
export function actColumns(given: ActGiven, today: string, isProtected: boolean) {
  const { actOn, endedOn = null, isContinuing, discoveredOn, harm, gains } = given;
  const found = discoveredOn ?? today;
  const goesOn = isContinuing ?? false;
  if (actOn > found || found > today || (endedOn !== null && (endedOn < actOn || endedOn > today)))
    throw invalid(
      'ACT_DAYS',
      '违法行为发生、终了、发现日期须依次且不晚于当日',
      'The days of the act follow each other, and none is to come',
    );
  if (endedOn !== null && !goesOn)
    throw invalid(
      'ACT_DAYS',
      '仅连续、继续状态的行为有终了日期（行政处罚法第三十六条）',
      'Only an act that goes on has an end (行政处罚法 §36)',
    );
  const done = harm ?? Harm.NONE;
  return {
    facts: words('act.facts', given.facts, 2000),
    place: words('act.place', given.place, 200),
    actOn,
    isContinuing: goesOn,
    actEndedOn: endedOn,
    discoveredOn: found,
    harm: done,
    isGraveHarm: isProtected && done !== Harm.NONE,
    gainsFen: gains ? fenOf('act.gains', gains) : 0,
  };
}
