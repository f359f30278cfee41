import type { DutyCriteriaFacts } from '../responsibility/community-duty.rules';
import type { AdmissionConditions } from './admission.conditions';
import { AdmissionKind } from './admission.enums';

/** What of the conditions is not stated yet, by the names of the fields. 书面申请须附：依据、人员、经费、培训、业务指导。 */
export function missingConditions({
  legalBases,
  staff,
  fundsYuan,
  trainingDays,
  guidingName,
  guidingCreditCode,
}: AdmissionConditions): string[] {
  const isCount = (value: number | null | undefined) => typeof value === 'number' && value >= 0;
  const stated = {
    legalBases: Boolean(legalBases?.length) && legalBases!.every(({ title, article }) => title.trim() !== '' && article.trim() !== ''),
    staff: Boolean(staff?.length) && staff!.every(({ count }) => isCount(count)),
    fundsYuan: isCount(fundsYuan),
    trainingDays: isCount(trainingDays),
    guidingDepartment: Boolean(guidingName?.trim()) && Boolean(guidingCreditCode),
  };
  return Object.entries(stated).flatMap(([name, isStated]) => (isStated ? [] : [name]));
}

/** Tasks of communities pass three tests on entry, all of them (法律法规依据·上级明文要求·工作实际需要). */
export function unmetCriteria(kind: AdmissionKind, criteria: DutyCriteriaFacts | null): string[] {
  if (kind === AdmissionKind.DUTY) return [];
  const { lawBased = false, orderedInWriting = false, needed = false } = criteria ?? {};
  return Object.entries({ lawBased, orderedInWriting, needed }).flatMap(([name, isMet]) => (isMet ? [] : [name]));
}

/** How many digits the code of a recipient has: duties and 交办 go to townships, tasks of communities to villages. */
export const recipientDigits = (kind: AdmissionKind) => (kind === AdmissionKind.COMMUNITY_TASK ? 12 : 9);

/** Whether a recipient's admission holds on a day. */
export function holdsOn(
  { effectiveFrom, effectiveTo }: { readonly effectiveFrom: string | null; readonly effectiveTo: string | null },
  day: string,
): boolean {
  return effectiveFrom !== null && effectiveFrom <= day && (effectiveTo === null || effectiveTo > day);
}
