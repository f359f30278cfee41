import { addDays } from '@township-graph/shared/calendar';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import type { Days, Instalment } from './late-fine.rules';

export interface AgreementFacts {
  readonly isUnpaid: boolean;
  /** Before the last day to pay it is put off by the organ alone (处罚法§66②). */
  readonly isOverdue: boolean;
  readonly isAgreed: boolean;
  readonly isAtCourt: boolean;
  /** All that is owed, and how much of it was added for being late. */
  readonly owedFen: number;
  readonly lateFen: number;
  /** The last day on which the court may be asked. */
  readonly courtUntil: string;
  readonly today: string;
}

export interface AgreementTerms {
  readonly stages: readonly Instalment[];
  readonly waivedFen: number;
  readonly remedialMeasures: string | null;
  readonly harmsNobody: boolean;
}

/** In stages, against nobody's interest; of what was added, and of that alone, something may be waived (行政强制法§42). */
export function agreementRefusal(facts: AgreementFacts, terms: AgreementTerms): MoveRefusal | null {
  return standingRefusal(facts) ?? termsRefusal(facts, terms);
}

function standingRefusal({ isUnpaid, isOverdue, isAgreed, isAtCourt }: AgreementFacts): MoveRefusal | null {
  if (!isUnpaid) return refusal('NOTHING_UNPAID', '罚没款已缴清', 'Nothing is unpaid');
  if (!isOverdue)
    return refusal(
      'NOT_OVERDUE',
      '缴款期限未满，应当申请延期、分期缴纳（行政处罚法第六十六条第二款）',
      'The time to pay is not over: payment is put off by 行政处罚法 §66②',
    );
  if (isAtCourt) return refusal('COURT_APPLIED', '已申请人民法院强制执行', 'The court was asked already');
  return isAgreed ? agreementStands() : null;
}

function termsRefusal({ owedFen, lateFen, courtUntil, today }: AgreementFacts, terms: AgreementTerms): MoveRefusal | null {
  const { stages, waivedFen, remedialMeasures, harmsNobody } = terms;
  if (!harmsNobody)
    return refusal(
      'AGREEMENT_HARMS',
      '执行协议不得损害公共利益和他人合法权益（行政强制法第四十二条）',
      'An agreement harms neither the public interest nor anybody’s rights (行政强制法 §42)',
    );
  if (waivedFen > 0 && !remedialMeasures)
    return refusal(
      'REMEDIAL_MEASURES_MISSING',
      '当事人采取补救措施的，才可以减免加处的罚款（行政强制法第四十二条）',
      'Something is waived only where the party made it good (行政强制法 §42)',
    );
  if (waivedFen > lateFen)
    return refusal(
      'WAIVER_TOO_MUCH',
      '只能减免加处的罚款，不得减免罚款本身（行政强制法第四十二条）',
      'Only what was added is waived, never the fine itself (行政强制法 §42)',
    );
  const sum = stages.reduce((total, { fen }) => total + fen, 0);
  if (stages.length === 0 || sum !== owedFen - waivedFen || stages.some(({ fen }) => fen <= 0))
    return refusal('PLAN_SUM', '各阶段金额之和须等于未缴款项减去减免部分', 'The stages must sum up to what is owed and not waived');
  const isAscending = stages.every(({ dueOn }, index) => dueOn > (index === 0 ? today : stages[index - 1]!.dueOn));
  if (!isAscending) return refusal('PLAN_DAYS', '各阶段期限须依次递增', 'The days must follow each other');
  return stages.at(-1)!.dueOn > courtUntil
    ? refusal(
        'AGREEMENT_BEYOND_COURT',
        '协议期限不得超过申请人民法院强制执行的期限，否则不履行时无法恢复执行（行政强制法第四十二条、第五十三条）',
        'It ends while the court can still be asked, or it could not be enforced again (行政强制法 §42, §53)',
      )
    : null;
}

export const agreementStands = () =>
  refusal(
    'AGREEMENT_STANDS',
    '执行协议正在履行；不履行的，先恢复强制执行（行政强制法第四十二条）',
    'An agreement stands: enforcement is resumed first where it is not performed (行政强制法 §42)',
  );

/** The first day on which it was not performed: by what is owed today, so that what was paid late is made good. Null while it is. */
export function brokenOn(stages: readonly Instalment[], owedFen: number, today: string): string | null {
  const paidFen = stages.reduce((total, { fen }) => total + fen, 0) - owedFen;
  let due = 0;
  const missed = stages.find(({ fen }) => {
    due += fen;
    return due > paidFen;
  });
  return missed && missed.dueOn < today ? addDays(missed.dueOn, 1) : null;
}

export const notBroken = () =>
  refusal('AGREEMENT_KEPT', '没有不履行的执行协议（行政强制法第四十二条）', 'No agreement that is not performed (行政强制法 §42)');

/** While it is performed nothing is added. */
export const pauseOf = (signedOn: string, stages: readonly Instalment[]): Days => ({
  from: signedOn,
  to: addDays(stages.at(-1)!.dueOn, 1),
});
