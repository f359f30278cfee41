import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';

/** The fewest who act in a case (行政处罚法§42①). */
export const FEWEST_OFFICERS = 2;

export interface RecusalFacts {
  /** Applications that nobody has decided on yet. */
  readonly openRecusals: number;
  /** Recusals left fewer than two who investigate. */
  readonly isShortOfOfficers: boolean;
}

/** Where a recusal left fewer than two, nothing that takes two goes on until another is named (行政处罚法§42, §43). */
export const shortageRefusal = ({ isShortOfOfficers }: Pick<RecusalFacts, 'isShortOfOfficers'>): MoveRefusal | null =>
  isShortOfOfficers
    ? refusal(
        'OFFICERS_MISSING',
        '因回避办案人员不足两人，须先指派办案人员（行政处罚法第四十二条、第四十三条）',
        'A recusal left fewer than two officers: name another first (行政处罚法 §42, §43)',
      )
    : null;

/** The investigation does not stop for an application (§43③); but who may have to stand aside takes no part in what is decided. */
export const recusalRefusal = (facts: RecusalFacts): MoveRefusal | null =>
  facts.openRecusals > 0
    ? refusal(
        'RECUSAL_UNDECIDED',
        '回避申请尚未决定，不得作出处理决定（行政处罚法第四十三条）',
        'An application for recusal is undecided: the case is not decided before it is (行政处罚法 §43)',
      )
    : shortageRefusal(facts);

/** What an officer did in a case, as far as a recusal undoes it. */
export interface DoneByOfficer {
  readonly isReviewer: boolean;
  readonly isHost: boolean;
}

export interface StandingOfCase {
  readonly reviewPassedAt: Date | null;
  readonly heardAt: Date | null;
}

/** A review that passed and a hearing that was held by somebody who had to stand aside are none: both are done anew (§58, §64(4)). */
export const undoesWhatWasDone = ({ isReviewer, isHost }: DoneByOfficer, { reviewPassedAt, heardAt }: StandingOfCase): boolean =>
  (isReviewer && reviewPassedAt !== null) || (isHost && heardAt !== null);
