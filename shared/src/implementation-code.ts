import { isCreditCode } from './credit-code';
import { DomainError } from './errors';

/** 行使层级: the level of government that exercises a matter (GB/T 39046-2020, Annex A). */
export enum ExerciseLevel {
  NATIONAL = 'NATIONAL',
  PROVINCE = 'PROVINCE',
  PREFECTURE = 'PREFECTURE',
  COUNTY = 'COUNTY',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
  /** 分级管理: shared out between levels */
  GRADED = 'GRADED',
}

/** The parts of an implementation code (实施编码): who exercises which matter, at which level. */
export interface ImplementationCode {
  /** All 31 characters. */
  readonly code: string;
  /** 统一社会信用代码 of the implementing body, 18 characters. */
  readonly creditCode: string;
  readonly exerciseLevel: ExerciseLevel;
  /** 基本编码 of the matter in the national or provincial catalogue, 12 digits or capitals. */
  readonly basicCode: string;
}

/** Digits 1 to 7, in order. */
const LEVELS: readonly ExerciseLevel[] = [
  ExerciseLevel.NATIONAL,
  ExerciseLevel.PROVINCE,
  ExerciseLevel.PREFECTURE,
  ExerciseLevel.COUNTY,
  ExerciseLevel.TOWNSHIP,
  ExerciseLevel.VILLAGE,
  ExerciseLevel.GRADED,
];

const SHAPE = /^([0-9A-Z]{18})([1-7])([0-9A-Z]{12})$/;

/**
 * The parts of a 31-character code; surrounding blanks are forgiven. Refuses with BAD_USER_INPUT /
 * MALFORMED_IMPLEMENTATION_CODE, also when the credit code inside has a wrong check character.
 */
export function parseImplementationCode(text: string): ImplementationCode {
  const code = text.trim();
  const [, creditCode, digit, basicCode] = SHAPE.exec(code) ?? [];
  const exerciseLevel = LEVELS[Number(digit) - 1];
  if (!creditCode || !exerciseLevel || !basicCode || !isCreditCode(creditCode)) throw malformed();
  return { code, creditCode, exerciseLevel, basicCode };
}

/** The 31-character code of its parts. Refuses like {@link parseImplementationCode}. */
export function makeImplementationCode(parts: Omit<ImplementationCode, 'code'>): string {
  const digit = LEVELS.indexOf(parts.exerciseLevel) + 1;
  return parseImplementationCode(`${parts.creditCode}${digit}${parts.basicCode}`).code;
}

/** Whether the text is a valid national implementation code. */
export function isImplementationCode(text: string): boolean {
  const [, creditCode] = SHAPE.exec(text) ?? [];
  return creditCode !== undefined && isCreditCode(creditCode);
}

/**
 * Whether the text may be a province's own catalogue or task code, kept beside the national one: up to 50 letters,
 * digits and separators (511A0138000000-511602000000-000-…-1-00). Such codes are opaque; a national code is not one.
 */
export function isLocalCode(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/.test(text) && !isImplementationCode(text);
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'MALFORMED_IMPLEMENTATION_CODE', {
    zh: '实施编码不正确，应为 18 位统一社会信用代码、1 位行使层级（1–7）和 12 位基本编码',
    en: 'Not an implementation code: 18 characters of credit code, one digit of level (1–7), 12 of basic code',
  });
}
