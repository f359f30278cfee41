/** What is numbered, each with serials of its own. */
export enum NumberKind {
  CASE = 'CASE',
  PENALTY = 'PENALTY',
  SIMPLE_PENALTY = 'SIMPLE_PENALTY',
  NO_PENALTY = 'NO_PENALTY',
  INQUIRY = 'INQUIRY',
  SAMPLING = 'SAMPLING',
  CORRECTION = 'CORRECTION',
  PRESERVATION = 'PRESERVATION',
  PRESERVATION_OUTCOME = 'PRESERVATION_OUTCOME',
  COERCION = 'COERCION',
  COERCION_LIFTING = 'COERCION_LIFTING',
  PRIOR_NOTICE = 'PRIOR_NOTICE',
  HEARING_NOTICE = 'HEARING_NOTICE',
  REMINDER = 'REMINDER',
  TRANSFER = 'TRANSFER',
  RECUSAL = 'RECUSAL',
  EXECUTION_AGREEMENT = 'EXECUTION_AGREEMENT',
}

export interface NumberPatterns {
  /** With `{organ}`, `{year}` and `{serial}`. */
  readonly patterns: Readonly<Record<NumberKind, string>>;
  /** 机关代字 by the organ's credit code; derived from its name where there is none. */
  readonly organWords: Readonly<Record<string, string>>;
}

/** Hexagonal brackets, no 第, no leading zeros (GB/T 9704-2012). */
const PATTERNS: Readonly<Record<NumberKind, string>> = {
  CASE: '{organ}罚立字〔{year}〕{serial}号',
  PENALTY: '{organ}罚决字〔{year}〕{serial}号',
  SIMPLE_PENALTY: '{organ}当罚字〔{year}〕{serial}号',
  NO_PENALTY: '{organ}不罚字〔{year}〕{serial}号',
  INQUIRY: '{organ}询通字〔{year}〕{serial}号',
  SAMPLING: '{organ}抽取字〔{year}〕{serial}号',
  CORRECTION: '{organ}责改字〔{year}〕{serial}号',
  PRESERVATION: '{organ}先登字〔{year}〕{serial}号',
  PRESERVATION_OUTCOME: '{organ}先处字〔{year}〕{serial}号',
  COERCION: '{organ}强措字〔{year}〕{serial}号',
  COERCION_LIFTING: '{organ}解强字〔{year}〕{serial}号',
  PRIOR_NOTICE: '{organ}罚告字〔{year}〕{serial}号',
  HEARING_NOTICE: '{organ}听通字〔{year}〕{serial}号',
  REMINDER: '{organ}催字〔{year}〕{serial}号',
  TRANSFER: '{organ}移字〔{year}〕{serial}号',
  RECUSAL: '{organ}回避字〔{year}〕{serial}号',
  EXECUTION_AGREEMENT: '{organ}执协字〔{year}〕{serial}号',
};

/** `ENFORCEMENT_NUMBER_PATTERNS`: `{"CASE":"…"}`; `ENFORCEMENT_ORGAN_WORDS`: `{"<credit code>":"兰三义寨"}`. */
export function numberPatternsFrom(env: NodeJS.ProcessEnv): NumberPatterns {
  const patterns = { ...PATTERNS, ...textsOf(env, 'ENFORCEMENT_NUMBER_PATTERNS') };
  for (const [kind, pattern] of Object.entries(patterns)) {
    if (!(kind in PATTERNS)) throw new RangeError(`ENFORCEMENT_NUMBER_PATTERNS: there is no kind ${kind}`);
    for (const part of ['{organ}', '{year}', '{serial}'])
      if (pattern.split(part).length !== 2) throw new RangeError(`ENFORCEMENT_NUMBER_PATTERNS: ${kind} has ${part} once`);
  }
  return { patterns, organWords: textsOf(env, 'ENFORCEMENT_ORGAN_WORDS') };
}

function textsOf(env: NodeJS.ProcessEnv, name: string): Record<string, string> {
  const read: unknown = JSON.parse(env[name] || '{}');
  const isTexts = typeof read === 'object' && read !== null && Object.values(read).every((text) => typeof text === 'string' && text !== '');
  if (!isTexts) throw new RangeError(`${name} is a JSON object of texts`);
  return read as Record<string, string>;
}

/** 兰考县三义寨乡人民政府 → 兰三义寨: the county's first character, and the name without what kind of organ it is. */
export function organWordOf(name: string): string {
  const [, county = '', rest = name] = /^(?:.+?省)?(?:.+?市(?=.+?[县市区]))?(.+?)[县市区](.+)$/.exec(name) ?? [];
  const own = rest.replace(/(?:人民政府|办事处|委员会|局)$/, '').replace(/(?:街道|镇|乡)$/, '');
  return `${county.charAt(0)}${own || rest}`;
}

export interface NumberParts {
  readonly organ: string;
  readonly year: number;
  readonly serial: number;
}

export const numberOf = (pattern: string, { organ, year, serial }: NumberParts): string =>
  pattern
    .replace('{organ}', () => organ)
    .replace('{year}', String(year))
    .replace('{serial}', String(serial));
