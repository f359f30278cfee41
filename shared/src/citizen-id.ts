import { isDay } from './calendar';
import { DomainError } from './errors';

/** Sex as the citizen identity number records it. */
export enum Sex {
  MALE = 'MALE',
  FEMALE = 'FEMALE',
}

/** What a citizen identity number (公民身份号码, GB 11643-1999) says. Personal data: never log it or put it in a message. */
export interface CitizenId {
  /** All 18 characters; the last may be X. */
  readonly number: string;
  /** Division of first registration, 6 digits. Often abolished since, so it is not looked up. */
  readonly divisionCode: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly sex: Sex;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Whether the text is an 18-character number with a real birth date and a right check character (modulo 11-2). */
export function isCitizenId(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  return isBirthDate(birthDateOf(text)) && citizenCheckCharacter(text.slice(0, 17)) === text[17];
}

/**
 * The number and what it says; a small x and surrounding blanks are forgiven.
 * Refuses with BAD_USER_INPUT / INVALID_CITIZEN_ID, without saying which part was wrong or what was sent.
 */
export function parseCitizenId(text: string): CitizenId {
  const number = text.trim().toUpperCase();
  if (!isCitizenId(number)) throw invalid();
  return { number, divisionCode: number.slice(0, 6), birthDate: birthDateOf(number), sex: sexOf(number) };
}

/** The 18th character over the first 17 digits. Refuses anything but 17 digits. */
export function citizenCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw invalid();
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return CHECKS.charAt(sum % 11);
}

/** 410225198502280010 → 4102**********0010. Anything that is not 18 characters long is hidden whole. */
export function maskCitizenId(number: string): string {
  return number.length === 18 ? `${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(14)}` : '*'.repeat(18);
}

function birthDateOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Later than today is not refused: that needs a clock, and belongs to whoever has one. */
function isBirthDate(day: string): boolean {
  return isDay(day) && day >= '1800-01-01';
}

/** The 17th digit is odd for men, even for women. */
function sexOf(number: string): Sex {
  return Number(number[16]) % 2 === 1 ? Sex.MALE : Sex.FEMALE;
}

function invalid(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'INVALID_CITIZEN_ID', {
    zh: '公民身份号码不正确，请核对',
    en: 'Not a valid citizen identity number',
  });
}
