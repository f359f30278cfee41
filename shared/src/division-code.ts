import { DomainError } from './errors';

/** How deep a division lies in the tree. Depth is not fixed: some counties have no prefecture, some prefectures no county. */
export enum DivisionLevel {
  PROVINCE = 'PROVINCE',
  PREFECTURE = 'PREFECTURE',
  COUNTY = 'COUNTY',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
}

/** What a township or village is, as its last three digits tell (统计用区划代码编制规则). */
export enum DivisionKind {
  /** 街道 001–099 */
  SUBDISTRICT = 'SUBDISTRICT',
  /** 镇 100–199 */
  TOWN = 'TOWN',
  /** 乡, with 民族乡 and 苏木, 200–399 */
  TOWNSHIP = 'TOWNSHIP',
  /** 类似乡级单位 400–599: development zones, state farms; known to statistics, not approved as divisions */
  TOWNSHIP_EQUIVALENT = 'TOWNSHIP_EQUIVALENT',
  /** 居委会 001–199 */
  RESIDENTS_COMMITTEE = 'RESIDENTS_COMMITTEE',
  /** 村委会 200–399 */
  VILLAGERS_COMMITTEE = 'VILLAGERS_COMMITTEE',
  /** 类似居委会 400–499 */
  RESIDENTS_EQUIVALENT = 'RESIDENTS_EQUIVALENT',
  /** 类似村委会 500–599 */
  VILLAGERS_EQUIVALENT = 'VILLAGERS_EQUIVALENT',
}

/** What a county-level code usually stands for. A hint for display: the digits do not decide it. */
export enum CountyKindHint {
  /** 市辖区 */
  DISTRICT = 'DISTRICT',
  /** 县 or 旗 */
  COUNTY = 'COUNTY',
  /** development zones that exist for statistics only */
  STATISTICAL_UNIT = 'STATISTICAL_UNIT',
  /** 县级市 */
  COUNTY_LEVEL_CITY = 'COUNTY_LEVEL_CITY',
}

type Band<Kind> = readonly [upTo: number, kind: Kind];

const TOWNSHIP_BANDS: readonly Band<DivisionKind>[] = [
  [99, DivisionKind.SUBDISTRICT],
  [199, DivisionKind.TOWN],
  [399, DivisionKind.TOWNSHIP],
  [599, DivisionKind.TOWNSHIP_EQUIVALENT],
];

const VILLAGE_BANDS: readonly Band<DivisionKind>[] = [
  [199, DivisionKind.RESIDENTS_COMMITTEE],
  [399, DivisionKind.VILLAGERS_COMMITTEE],
  [499, DivisionKind.RESIDENTS_EQUIVALENT],
  [599, DivisionKind.VILLAGERS_EQUIVALENT],
];

const COUNTY_BANDS: readonly Band<CountyKindHint>[] = [
  [20, CountyKindHint.DISTRICT],
  [50, CountyKindHint.COUNTY],
  [70, CountyKindHint.DISTRICT],
  [80, CountyKindHint.STATISTICAL_UNIT],
  [99, CountyKindHint.COUNTY_LEVEL_CITY],
];

/**
 * The code in the one form that we store: 6 digits to the county (GB/T 2260), 9 for a township (GB/T 10114), 12 for a
 * village. Platforms and statistics pad shorter codes; 410225001000 comes back as 410225001, 410225000000 and 350527000
 * (金门县, which the statistical list has in place of its townships) as the county.
 * Only the shape is checked; whether such a division exists is a matter of look-up.
 * Refuses with BAD_USER_INPUT / MALFORMED_DIVISION_CODE.
 */
export function parseDivisionCode(text: string): string {
  const trimmed = text.trim();
  if (!/^[1-9]\d{5}(\d{3}|\d{6})?$/.test(trimmed)) throw malformed();
  const code = trimmed.length === 12 ? trimmed.replace(/(000000|000)$/, '') : trimmed;
  if (code.length === 9) return code.replace(/000$/, '');
  if (code.slice(6, 9) === '000') throw malformed();
  return code;
}

/** The level that a code's length and padding zeros say. Refuses a malformed code. */
export function levelOf(code: string): DivisionLevel {
  const parsed = parseDivisionCode(code);
  if (parsed.length === 12) return DivisionLevel.VILLAGE;
  if (parsed.length === 9) return DivisionLevel.TOWNSHIP;
  if (parsed.endsWith('0000')) return DivisionLevel.PROVINCE;
  return parsed.endsWith('00') ? DivisionLevel.PREFECTURE : DivisionLevel.COUNTY;
}

/**
 * The code one level up, padded to 6 digits above the county; null for a province. A township of a city without
 * counties (东莞 441900003) has the city for its parent. The parent may not exist as a division (a county directly
 * under its province has only a nominal prefecture, 419000): look further up then.
 */
export function parentCodeOf(code: string): string | null {
  const parsed = parseDivisionCode(code);
  switch (levelOf(parsed)) {
    case DivisionLevel.VILLAGE:
      return parsed.slice(0, 9);
    case DivisionLevel.TOWNSHIP:
      return parsed.slice(0, 6);
    case DivisionLevel.COUNTY:
      return `${parsed.slice(0, 4)}00`;
    case DivisionLevel.PREFECTURE:
      return `${parsed.slice(0, 2)}0000`;
    case DivisionLevel.PROVINCE:
      return null;
  }
}

/** What the township or village is; null above the township, and for numbers that the rule leaves open (600 and up). */
export function kindOf(code: string): DivisionKind | null {
  const parsed = parseDivisionCode(code);
  if (parsed.length === 6) return null;
  const number = Number(parsed.slice(-3));
  return bandOf(number, parsed.length === 9 ? TOWNSHIP_BANDS : VILLAGE_BANDS);
}

/** What a county-level code usually is; null at other levels. Show it, never validate by it. */
export function countyKindHint(code: string): CountyKindHint | null {
  const parsed = parseDivisionCode(code);
  if (levelOf(parsed) !== DivisionLevel.COUNTY) return null;
  const hint = bandOf(Number(parsed.slice(4)), COUNTY_BANDS);
  // Under no prefecture (90) the low numbers are cities, such as 419001 济源市.
  const isUnderNoPrefecture = parsed.slice(2, 4) === '90';
  return isUnderNoPrefecture && hint === CountyKindHint.DISTRICT ? CountyKindHint.COUNTY_LEVEL_CITY : hint;
}

/**
 * The digits that all codes of a division and below begin with: 410000 → 41, 410200 → 4102; from the county down, the
 * code itself. A prefix comes back unchanged. Anything else is refused, above all the empty string, which would cover everything.
 */
export function scopePrefixOf(codeOrPrefix: string): string {
  if (/^[1-9]\d(\d\d)?$/.test(codeOrPrefix)) return codeOrPrefix.replace(/00$/, '');
  const code = parseDivisionCode(codeOrPrefix);
  return code.length === 6 ? code.replace(/(0000|00)$/, '') : code;
}

/** Whether a division (its code, or its scope prefix) is the division `code` or one above it. */
export function covers(codeOrPrefix: string, code: string): boolean {
  return parseDivisionCode(code).startsWith(scopePrefixOf(codeOrPrefix));
}

/**
 * The same rule as an index range, `code >= from AND code < to`, for columns compared bytewise: ":" is the byte after "9",
 * so it lies above every code that begins with the prefix and below every other.
 */
export function prefixRange(codeOrPrefix: string): { from: string; to: string } {
  const prefix = scopePrefixOf(codeOrPrefix);
  return { from: prefix, to: `${prefix}:` };
}

function bandOf<Kind>(number: number, bands: readonly Band<Kind>[]): Kind | null {
  return bands.find(([upTo]) => number <= upTo)?.[1] ?? null;
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'MALFORMED_DIVISION_CODE', {
    zh: '区划代码格式不正确，应为 6 位、9 位或 12 位数字',
    en: 'Malformed division code: it has 6, 9 or 12 digits',
  });
}
