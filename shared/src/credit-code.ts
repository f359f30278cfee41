import { DomainError } from './errors';

/** Something odd about a unified social credit code that does not make it invalid. */
export enum CreditCodeWarning {
  /** The organisation code inside fails its own check (GB 11714); codes issued before 2015 sometimes do. */
  ORGANIZATION_CODE_CHECK = 'ORGANIZATION_CODE_CHECK',
}

/** The parts of a unified social credit code (统一社会信用代码, GB 32100-2015). */
export interface CreditCode {
  /** All 18 characters, upper case. */
  readonly code: string;
  /** 登记管理部门, the register that issued it: 1 机构编制, 5 民政, 9 市场监管, N 农业农村 … */
  readonly register: string;
  /** 机构类别 within that register: 11 机关, 12 事业单位, 91 企业, 92 个体工商户 … (this is the second character). */
  readonly category: string;
  /** Division of the register, 6 digits; it may be abolished since. */
  readonly divisionCode: string;
  /** 主体标识码: the organisation code, 8 characters and their check. */
  readonly organizationCode: string;
  readonly warnings: readonly CreditCodeWarning[];
}

/** The 31 characters of GB 32100: digits and capitals without I, O, S, V, Z. The place is the value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i-1) mod 31 */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^([0-9A-HJ-NP-RTUWXY])([0-9A-HJ-NP-RTUWXY])(\d{6})([0-9A-HJ-NP-RTUWXY]{9})[0-9A-HJ-NP-RTUWXY]$/;

/** Whether the text is a well-formed code with a right check character; a failing inner check does not matter here. */
export function isCreditCode(text: string): boolean {
  return SHAPE.test(text) && creditCheckCharacter(text.slice(0, 17)) === text[17];
}

/**
 * The parts of a code; lower case and surrounding blanks are forgiven. Refuses with BAD_USER_INPUT, reason
 * MALFORMED_CREDIT_CODE or WRONG_CREDIT_CODE_CHECK. The text is not repeated: a sole trader's code is personal data.
 */
export function parseCreditCode(text: string): CreditCode {
  const code = text.trim().toUpperCase();
  const [, register, category, divisionCode, organizationCode] = SHAPE.exec(code) ?? [];
  if (!register || !category || !divisionCode || !organizationCode) throw malformed();
  if (!isCreditCode(code)) throw wrongCheck();
  const isOdd = organizationCheckCharacter(organizationCode.slice(0, 8)) !== organizationCode[8];
  const warnings = isOdd ? [CreditCodeWarning.ORGANIZATION_CODE_CHECK] : [];
  return { code, register, category, divisionCode, organizationCode, warnings };
}

/** A whole code from its first 17 characters. Refuses with BAD_USER_INPUT / MALFORMED_CREDIT_CODE. */
export function makeCreditCode(first17: string): string {
  const code = `${first17}${creditCheckCharacter(first17)}`;
  if (!SHAPE.test(code)) throw malformed();
  return code;
}

/** The 18th character over the first 17 (GB 32100 §5, modulo 31). */
export function creditCheckCharacter(first17: string): string {
  if (first17.length !== WEIGHTS.length) throw malformed();
  const sum = weightedSum(first17, WEIGHTS, (character) => ALPHABET.indexOf(character));
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The ninth character of an organisation code over its first eight (GB 11714, modulo 11, A = 10 … Z = 35). */
export function organizationCheckCharacter(first8: string): string {
  if (first8.length !== ORGANIZATION_WEIGHTS.length) throw malformed();
  const sum = weightedSum(first8, ORGANIZATION_WEIGHTS, (character) => {
    return /^[0-9A-Z]$/.test(character) ? Number.parseInt(character, 36) : -1;
  });
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/**
 * A valid code that no real organisation has, for demo data: organisation code `DEM0nnnn`, which no register issues.
 * `prefix` is register and category ("11" 机关, "91" 企业), `serial` 0–9999. Example: 11410225DEM000014C.
 */
export function demoCreditCode(prefix: string, divisionCode: string, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 9999) throw new RangeError('demoCreditCode: serial 0–9999');
  const body = `DEM0${String(serial).padStart(4, '0')}`;
  return makeCreditCode(`${prefix}${divisionCode}${body}${organizationCheckCharacter(body)}`);
}

function weightedSum(text: string, weights: readonly number[], worthOf: (character: string) => number): number {
  return weights.reduce((sum, weight, place) => {
    const value = worthOf(text.charAt(place));
    if (value < 0) throw malformed();
    return sum + weight * value;
  }, 0);
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'MALFORMED_CREDIT_CODE', {
    zh: '统一社会信用代码格式不正确，应为 18 位数字或大写字母（不含 I、O、S、V、Z）',
    en: 'Malformed unified social credit code: it has 18 digits or capitals without I, O, S, V, Z',
  });
}

function wrongCheck(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'WRONG_CREDIT_CODE_CHECK', {
    zh: '统一社会信用代码校验位不正确，请核对是否输错',
    en: 'The check character of the unified social credit code is wrong: look for a typing error',
  });
}
