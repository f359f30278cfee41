import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import type { NotPunishedGround } from '../decision/decision.enums';
import { correctionRefusal, crimeRefusal, evidenceRefusal, forbiddenRefusal, timeRefusal } from '../decision/decision.rules';
import { type DeliberationFacts, deliberationRefusal } from '../deliberation/deliberation.rules';
import type { PowerFacts } from '../investigation/measure.rules';
import { type ReviewFacts, reviewRefusal } from '../legal-review/legal-review.rules';
import { type HearingFacts, hearingRefusal } from '../notice/hearing.rules';
import { HearingStanding } from '../notice/notice.enums';
import { type NoticeFacts, statementRefusal } from '../notice/statement.rules';
import { type RecusalFacts, recusalRefusal, shortageRefusal } from '../recusal/recusal.rules';
import { restitutionRefusal } from '../restitution/restitution.rules';
import { CaseProcedure } from './case.enums';

/** What the guards judge by: columns of the case, and the time. */
export interface CaseFacts extends NoticeFacts, HearingFacts, ReviewFacts, DeliberationFacts, PowerFacts, RecusalFacts {
  readonly procedure: CaseProcedure;
  readonly decideBy: Date | null;
  readonly verifiedEvidence: number;
  readonly openMeasures: number;
  readonly openOrders: number;
  /** An order to correct was given, or there is nothing left to correct. */
  readonly isOrderedOrDone: boolean;
  readonly isCrimeSuspected: boolean;
  /** The ground on which the law forbids a penalty at all. */
  readonly forbidden: NotPunishedGround | null;
  readonly isReported: boolean;
  readonly isDecided: boolean;
  readonly isServed: boolean;
  readonly openRemedies: number;
  /** Cash that is not at the bank yet. */
  readonly openRemittances: number;
  /** What is to be given back to the party, and was not yet. */
  readonly openRestitutions: number;
  /** Null where nothing was to be paid. */
  readonly isPaidUp: boolean | null;
  /** The court has carried it out, or there is nothing that could be (行政强制法§40). */
  readonly isExecutionEnded: boolean;
}

/** Both questions that a notice opens are answered. */
const settled = (facts: CaseFacts) => statementRefusal(facts) ?? hearingRefusal(facts);

/** All that must have gone before a penalty, whatever the penalty (行政处罚法§40, §42–45, §57–63). */
export const beforePenalty = (facts: CaseFacts): MoveRefusal | null =>
  forbiddenRefusal(facts.forbidden) ??
  crimeRefusal(facts.isCrimeSuspected) ??
  timeRefusal(facts) ??
  recusalRefusal(facts) ??
  evidenceRefusal(facts.verifiedEvidence) ??
  settled(facts) ??
  reviewRefusal(facts) ??
  deliberationRefusal(facts) ??
  correctionRefusal(facts.isOrderedOrDone);

export const noCrime = ({ isCrimeSuspected }: CaseFacts) => crimeRefusal(isCrimeSuspected);

/** What must have gone before a decision not to punish. */
export const beforeNoPenalty = (facts: CaseFacts): MoveRefusal | null => noCrime(facts) ?? recusalRefusal(facts);

/** What takes two officers, and is judged by this besides. */
export const staffed =
  (guard: (facts: CaseFacts) => MoveRefusal | null = () => null) =>
  (facts: CaseFacts): MoveRefusal | null =>
    shortageRefusal(facts) ?? guard(facts);

/** After a notice, a review has to know what the party said. */
export const reviewable = (facts: CaseFacts) => (facts.notifiedAt === null ? null : settled(facts));

/** Told of a penalty once, and of none on facts that nothing proves. */
export const notToldYet = ({ notifiedAt, isCrimeSuspected, verifiedEvidence }: CaseFacts) =>
  crimeRefusal(isCrimeSuspected) ??
  (notifiedAt === null ? evidenceRefusal(verifiedEvidence) : refusal('ALREADY_NOTIFIED', '已经事先告知', 'The party was told already'));

export const told = ({ notifiedAt }: CaseFacts) =>
  notifiedAt === null ? refusal('NOT_NOTIFIED', '尚未事先告知', 'The party was not told of anything yet') : null;

export const deliberable = (facts: CaseFacts) => noCrime(facts) ?? settled(facts) ?? reviewRefusal(facts);

export const scheduled = ({ hearing }: CaseFacts) =>
  hearing === HearingStanding.SCHEDULED
    ? null
    : refusal(
        'HEARING_NOT_SCHEDULED',
        '尚未通知听证的时间、地点（行政处罚法第六十四条第二项）',
        'Time and place of the hearing were not told (行政处罚法 §64(2))',
      );

export const onlyOnTheSpot = ({ procedure, isReported }: CaseFacts) => {
  if (procedure !== CaseProcedure.SIMPLE)
    return refusal(
      'NOT_SIMPLE',
      '仅当场处罚决定须备案（行政处罚法第五十二条第三款）',
      'Only what was decided on the spot is reported (行政处罚法 §52③)',
    );
  return isReported ? refusal('ALREADY_REPORTED', '已经备案', 'It was reported already') : null;
};

export const extendable = ({ decideBy, now }: CaseFacts) =>
  decideBy !== null && now > decideBy
    ? refusal('DEADLINE_OVERDUE', '办案期限已届满，不能再延长', 'The time is already up and cannot be extended')
    : null;

export const executable = ({ isPaidUp, isExecutionEnded }: CaseFacts) =>
  isPaidUp !== false || isExecutionEnded ? refusal('NOTHING_UNPAID', '没有尚未履行的款项', 'Nothing is left to be carried out') : null;

export const suspected = ({ isCrimeSuspected }: CaseFacts) =>
  isCrimeSuspected ? refusal('TRANSFER_PENDING', '移送程序正在进行', 'A transfer is under way') : null;

export const onceServed = ({ isServed }: CaseFacts) =>
  isServed ? null : refusal('NOT_SERVED', '没有已经送达的决定', 'No decision was served');

export const onceDecided = ({ isDecided }: CaseFacts) =>
  isDecided ? null : refusal('NOT_DECIDED', '没有可撤销的决定', 'There is no decision to revoke');

/** All is done that the decision asks for, and nothing is held any more. */
export function closable(facts: CaseFacts): MoveRefusal | null {
  const { openMeasures, openOrders, openRemedies, openRemittances, isPaidUp, isExecutionEnded, procedure, isReported } = facts;
  if (openMeasures > 0)
    return refusal(
      'MEASURE_OPEN',
      '尚有未处理的先行登记保存、查封、扣押（行政处罚法第五十六条、行政强制法第二十七条）',
      'Things are still kept or seized (行政处罚法 §56, 行政强制法 §27)',
    );
  if (procedure === CaseProcedure.SIMPLE && !isReported)
    return refusal(
      'NOT_REPORTED',
      '当场处罚决定应当报所属行政机关备案（行政处罚法第五十二条第三款）',
      'What was decided on the spot must be reported first (行政处罚法 §52③)',
    );
  if (isPaidUp === false && !isExecutionEnded)
    return refusal('UNPAID', '罚款、加处罚款或者没收款项尚未履行完毕（行政处罚法第六十六条）', 'It is not all paid (行政处罚法 §66)');
  if (openRemittances > 0)
    return refusal(
      'CASH_NOT_REMITTED',
      '当场收缴的罚款尚未缴付银行（行政处罚法第七十一条）',
      'Cash that was taken is not at the bank (行政处罚法 §71)',
    );
  const owed = restitutionRefusal(facts.openRestitutions);
  if (owed) return owed;
  if (openRemedies > 0) return refusal('UNDER_REMEDY', '行政复议、行政诉讼尚未终结', 'A review or lawsuit is not over');
  return openOrders > 0
    ? refusal(
        'CORRECTION_UNCHECKED',
        '责令改正情况尚未复查（行政处罚法第二十八条）',
        'Whether it was put right was not checked (行政处罚法 §28)',
      )
    : null;
}

/** Something is to be given back. */
export const owing = ({ openRestitutions }: CaseFacts): MoveRefusal | null =>
  openRestitutions > 0 ? null : refusal('NOTHING_TO_RETURN', '没有应当退还的财物', 'Nothing is to be given back');

/** Nothing is held any more, and nothing is to be given back. */
export const filable = ({ openMeasures, openRestitutions }: CaseFacts): MoveRefusal | null =>
  openMeasures > 0
    ? refusal('MEASURE_OPEN', '尚有未处理的先行登记保存、查封、扣押', 'Things are still kept or seized')
    : restitutionRefusal(openRestitutions);
