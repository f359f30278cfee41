import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { isHeavier, type Penalty } from '../decision/penalty.rules';
import { RevocationGround } from './remedy.enums';

/** A decision, as far as another may be the same. */
export interface Judged {
  readonly outcome: string;
  readonly ground: string | null;
  readonly decided: readonly Penalty[];
}

/** Neither is heavier than the other, and neither says something else. */
export const isSameDecision = (one: Judged, other: Judged): boolean =>
  one.outcome === other.outcome &&
  one.ground === other.ground &&
  !isHeavier(one.decided, other.decided) &&
  !isHeavier(other.decided, one.decided);

export interface RedoFacts {
  /** Why the decision before was revoked. */
  readonly ground: RevocationGround;
  /** Found true since it was revoked: the facts are not the same any more. */
  readonly hasNewEvidence: boolean;
  readonly isSame: boolean;
}

/** Decided anew, it is not the same on the same facts and grounds, unless it was the procedure alone (行政复议法§64②, 行政诉讼法§71). */
export function sameDecisionRefusal({ ground, hasNewEvidence, isSame }: RedoFacts): MoveRefusal | null {
  return isSame && !hasNewEvidence && ground !== RevocationGround.PROCEDURE
    ? refusal(
        'SAME_DECISION',
        '不得以同一的事实和理由作出与被撤销的决定相同或者基本相同的决定（行政复议法第六十四条第二款、行政诉讼法第七十一条）',
        'Not the same decision again on the same facts and grounds (行政复议法 §64②, 行政诉讼法 §71)',
      )
    : null;
}
