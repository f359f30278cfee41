import { isDay, parseDay } from './calendar';
import { DomainError } from './errors';
import { isImplementationCode } from './implementation-code';

/** The parts of an acceptance number (办件编号): the matter, the day, and a running number of that day. */
export interface AcceptanceNumber {
  /** All 43 characters. */
  readonly number: string;
  /** 实施编码, 31 characters. */
  readonly implementationCode: string;
  /** Day in Asia/Shanghai, YYYY-MM-DD. */
  readonly day: string;
  /** 1–9999, of the matter on that day. */
  readonly serial: number;
}

const MOST_A_DAY = 9999;
const SHAPE = /^([0-9A-Z]{31})(\d{4})(\d{2})(\d{2})(\d{4})$/;

/** The parts of a 43-character number; surrounding blanks are forgiven. Refuses with BAD_USER_INPUT / MALFORMED_ACCEPTANCE_NUMBER. */
export function parseAcceptanceNumber(text: string): AcceptanceNumber {
  const parts = partsOf(text.trim());
  if (!parts) throw malformed();
  return parts;
}

/** Whether the text is such a number, to the character. */
export function isAcceptanceNumber(text: string): boolean {
  return partsOf(text) !== null;
}

function partsOf(number: string): AcceptanceNumber | null {
  const [, implementationCode = '', year, month, date, digits] = SHAPE.exec(number) ?? [];
  const day = `${year}-${month}-${date}`;
  const serial = Number(digits);
  return isImplementationCode(implementationCode) && isDay(day) && serial > 0 ? { number, implementationCode, day, serial } : null;
}

/**
 * The number of the serial-th application for a matter on a day. Four digits are all that the national rule gives, so
 * the 10,000th is refused with CONFLICT / ACCEPTANCE_SERIAL_EXHAUSTED; it must not wrap round onto somebody else's number.
 */
export function makeAcceptanceNumber(parts: Omit<AcceptanceNumber, 'number'>): string {
  const { implementationCode, serial } = parts;
  if (serial > MOST_A_DAY) throw exhausted(implementationCode, parts.day);
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError('makeAcceptanceNumber: serial starts at 1');
  if (!isImplementationCode(implementationCode)) throw malformed();
  const compactDay = parseDay(parts.day).replaceAll('-', '');
  return `${implementationCode}${compactDay}${String(serial).padStart(4, '0')}`;
}

function exhausted(implementationCode: string, day: string): DomainError {
  const text = {
    zh: '该事项当日办件编号已用完（每日最多 9999 件）',
    en: 'The acceptance numbers of this matter are used up for the day (9,999 a day)',
  };
  return new DomainError('CONFLICT', 'ACCEPTANCE_SERIAL_EXHAUSTED', text, { implementationCode, day });
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'MALFORMED_ACCEPTANCE_NUMBER', {
    zh: '办件编号不正确，应为 31 位实施编码、8 位日期和 4 位流水号',
    en: 'Not an acceptance number: 31 characters of implementation code, 8 of date, 4 of serial',
  });
}
