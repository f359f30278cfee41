import type { EnforcementPower } from '../power/power.entity';
import { ComplaintLabour, ComplaintOutcome } from './complaint.enums';
import { badGrade, caseOutOfPlace, professionalPower, wrongHandler } from './complaint.errors';

/** What is due of a complaint. */
export const COMPLAINT_CLOCKS = { acceptance: 'COMPLAINT_ACCEPTANCE', handling: 'COMPLAINT_HANDLING', answer: 'COMPLAINT_ANSWER' } as const;

/** Common and simple: the township; professional, complex or in several townships: the department of the county. */
export function checkLabour(labour: ComplaintLabour, from: string, to: string, power: EnforcementPower | null): void {
  const isTownship = to.length === 9;
  const isOfCounty = to.length === 6;
  const isRight = labour === ComplaintLabour.COMMON ? isTownship : isOfCounty;
  if (!isRight || !to.startsWith(from.slice(0, 6))) throw wrongHandler(labour, to);
  if (power?.isProfessional && labour === ComplaintLabour.COMMON) throw professionalPower(power.id);
}

export function checkCase(outcome: ComplaintOutcome, caseId: string | null): void {
  if ((outcome === ComplaintOutcome.CASE_FILED) !== (caseId !== null)) throw caseOutOfPlace();
}

export function checkGrade(grade: number | null, isAnonymous: boolean): void {
  if (grade !== null && (isAnonymous || grade < 1 || grade > 5)) throw badGrade();
}
