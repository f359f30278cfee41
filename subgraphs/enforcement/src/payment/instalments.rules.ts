import { addYears } from '@township-graph/shared/calendar';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import type { Instalment } from './late-fine.rules';

export interface PlanFacts {
  /** What is still to be paid of the fine, in fen. */
  readonly unpaidFen: number;
  /** The party asked, for it is in real difficulty (§66②). */
  readonly hardship: string | null;
  readonly dueOn: string;
  readonly today: string;
}

/** The law names none; a plan that is longer is a mistake of the pen. */
const LONGEST_PLAN_YEARS = 3;

/** Deferred or in parts, on the party's application, for real difficulty, before it is due (行政处罚法§66②). */
export function planRefusal({ unpaidFen, hardship, dueOn, today }: PlanFacts, plan: readonly Instalment[]): MoveRefusal | null {
  if (!hardship)
    return refusal(
      'HARDSHIP_MISSING',
      '延期、分期缴纳须当事人确有经济困难并提出申请（行政处罚法第六十六条第二款）',
      'The party must be in real difficulty and ask (行政处罚法 §66②)',
    );
  if (today > dueOn)
    return refusal('PAYMENT_OVERDUE', '罚款已逾期，不能再批准延期、分期', 'The fine is overdue: it is not put off afterwards');
  const sum = plan.reduce((total, { fen }) => total + fen, 0);
  if (plan.length === 0 || sum !== unpaidFen || plan.some(({ fen }) => fen <= 0))
    return refusal('PLAN_SUM', '各期金额之和须等于未缴罚款', 'The parts must sum up to what is unpaid');
  const isAscending = plan.every(({ dueOn: day }, index) => day > (index === 0 ? today : plan[index - 1]!.dueOn));
  const last = plan.at(-1)!.dueOn;
  return isAscending && last >= dueOn && last <= addYears(today, LONGEST_PLAN_YEARS)
    ? null
    : refusal(
        'PLAN_DAYS',
        '各期缴纳日期须依次递增且不早于原缴款期限',
        'The days must follow each other, and end no earlier than it was due',
      );
}
