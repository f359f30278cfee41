import { isAcceptanceNumber } from './acceptance-number';
import { DomainError } from './errors';

const LONGEST = 200;

/** 兰三义寨综执罚决〔2026〕12号, as documents of a case are numbered. */
const CASE_NUMBER = /[\p{Script=Han}\w]+〔\d{4}〕(?:第)?\d+号/u;
/** What could forge a line of the audit trail, or turn the order in which one reads it. */
const FORGING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u;
/** Words that say something: four letters or digits, two of them letters, at the least. */
const REASON = /^(?=(?:.*\p{L}){2})(?:.*[\p{L}\p{N}]){4}/u;

/**
 * Why personal data is to be read in clear (个人信息保护法§6: a definite and reasonable purpose): a matter's acceptance number,
 * a case's document number, or a reason in words. One line, for it is written into the audit trail.
 */
export function parsePurpose(text: string): string {
  const purpose = text.trim();
  const isOneLine = purpose.length <= LONGEST && !FORGING.test(purpose);
  if (isOneLine && (isAcceptanceNumber(purpose) || CASE_NUMBER.test(purpose) || REASON.test(purpose))) return purpose;
  throw new DomainError('BAD_USER_INPUT', 'PURPOSE_MALFORMED', {
    zh: `X-Purpose 应为办件编号、案件文号或不少于 4 字的事由（含文字），单行且不超过 ${LONGEST} 字`,
    en: `X-Purpose is an acceptance number, a case number, or a reason of four letters or digits and more: one line of at most ${LONGEST} characters`,
  });
}
