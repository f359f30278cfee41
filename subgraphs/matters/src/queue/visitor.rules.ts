import { DomainError } from '@township-graph/shared/errors';

/** The name as it is kept; refuses what is none. */
export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (/^[^\p{Cc}\p{Cs}]{1,50}$/u.test(trimmed)) return trimmed;
  throw new DomainError('BAD_USER_INPUT', 'VISITOR_NAME', { zh: '姓名须为 1 至 50 字', en: 'A name has 1 to 50 characters' });
}

/** The number without blanks and dashes, and without the country's code: one person writes it in several ways. */
export function checkedPhone(phone: string): string {
  const digits = phone.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  if (/^(?:1[3-9]\d{9}|0\d{9,11})$/.test(digits)) return digits;
  throw new DomainError('BAD_USER_INPUT', 'VISITOR_PHONE', {
    zh: '电话须为 11 位手机号或带区号的固定电话',
    en: 'A telephone number is a mobile number of 11 digits or a landline with its area code',
  });
}
