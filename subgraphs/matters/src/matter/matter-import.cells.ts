import { isDay, parseDay } from '@township-graph/shared/calendar';
import { parseCreditCode } from '@township-graph/shared/credit-code';
import type { Words } from '@township-graph/shared/described-enum';
import { parseDivisionCode } from '@township-graph/shared/division-code';
import { isLocalCode, parseImplementationCode } from '@township-graph/shared/implementation-code';
import type { HandlingStep, LegalBasis, Material } from './matter-guide.types';
import {
  listTooLong,
  localCodeMalformed,
  materialUnreadable,
  numberExpected,
  textTooLong,
  valueUnknown,
  wrongDivisionLevel,
} from './matter-import.errors';

/** What a cell may say. */
export interface Cell<T> {
  /** In words, for people. */
  readonly accepts: string;
  /** The value of a cell that is not empty, or a DomainError. */
  read(text: string): T;
}

/** Long cells are kept as JSON in a column of 64 KB. */
const LONGEST_CELL = 10_000;
const LONGEST_LIST = 100;

export const textOf = (longest: number): Cell<string> => ({
  accepts: `≤ ${longest} 字 characters`,
  read: (text) => {
    const line = text.replace(/\s+/g, ' ');
    if (line.length > longest) throw textTooLong(longest);
    return line;
  },
});

export const upToNumber = (most: number): Cell<number> => ({
  accepts: `0–${most}`,
  read: (text) => {
    if (!/^\d{1,6}$/.test(text) || Number(text) > most) throw numberExpected(most);
    return Number(text);
  },
});

/** A day as platforms and spreadsheets write it: 2026-01-05, 2026/1/5, 20260105, 2026年1月5日, a midnight after it or not. */
export const dayCell: Cell<string> = {
  accepts: 'YYYY-MM-DD，2026/1/5、20260105 亦可 will do',
  read: (text) => {
    const [, year, month = '', day = ''] =
      /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?: 0?0:00(?::00)?(?:\.0+)?)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return parseDay(isDay(written) ? written : '');
  },
};

export const creditCodeCell: Cell<string> = {
  accepts: '统一社会信用代码 unified social credit code',
  read: (text) => parseCreditCode(text).code,
};

export const implementationCodeCell: Cell<string> = {
  accepts: '31 位 characters',
  read: (text) => parseImplementationCode(text.toUpperCase()).code,
};

export const localCodeCell: Cell<string> = {
  accepts: '≤ 50 字母、数字 letters, digits, . _ -',
  read: (text) => {
    if (!isLocalCode(text)) throw localCodeMalformed();
    return text;
  },
};

export const divisionCell: Cell<string> = { accepts: '6、9 或 or 12 位 digits', read: parseDivisionCode };

/** Codes of one length, townships or villages; longer padded ones are known. */
export const divisionsOf = (digits: 9 | 12): Cell<readonly string[]> => ({
  accepts: `${digits} 位 digits；可多个 list`,
  read: (text) => {
    const codes = namesIn(text).map(parseDivisionCode);
    if (codes.some(({ length }) => length !== digits)) throw wrongDivisionLevel(digits);
    return [...new Set(codes)].sort();
  },
});

interface Spelling<E extends string> {
  /** The standard's code of each value. */
  readonly codes?: Readonly<Partial<Record<E, string>>>;
  /** Words that platforms use for a value besides the official one. */
  readonly alsoSaid?: Readonly<Record<string, E>>;
}

/** One of an enum's values: by the standard's code, by its Chinese word, or by its name in GraphQL. */
export function oneOf<E extends string>(words: Words<E>, { codes, alsoSaid = {} }: Spelling<NoInfer<E>> = {}): Cell<E> {
  const values = Object.keys(words) as E[];
  const codeOf = (value: E): string | undefined => codes?.[value];
  const known = new Map<string, E>(Object.entries(alsoSaid).map(([word, value]) => [folded(word), value]));
  for (const value of values) for (const said of [value, words[value].zh, codeOf(value)]) if (said) known.set(folded(said), value);
  const accepts = values.map((value) => `${codeOf(value) ?? ''} ${words[value].zh}`.trim()).join('、');
  return {
    accepts,
    read: (text) => {
      const value = known.get(folded(text));
      if (!value) throw valueUnknown(accepts);
      return value;
    },
  };
}

/** Several of an enum's values, in the enum's order. */
export function someOf<E extends string>(words: Words<E>, spelling: Spelling<NoInfer<E>>): Cell<readonly E[]> {
  const one = oneOf(words, spelling);
  return {
    accepts: `${one.accepts}；可多个 list`,
    read: (text) => {
      const found = new Set(namesIn(text).map(one.read));
      return (Object.keys(words) as E[]).filter((value) => found.has(value));
    },
  };
}

export const yesNoCell: Cell<boolean> = {
  accepts: '是、否 / 1、0',
  read: (text) => {
    const value = new Map([
      ['是', true],
      ['1', true],
      ['否', false],
      ['0', false],
    ]).get(text);
    if (value === undefined) throw valueUnknown('是、否 / 1、0');
    return value;
  },
};

export const stepsCell: Cell<readonly HandlingStep[]> = {
  accepts: '环节:内容 | 环节:内容',
  read: (text) =>
    partsOf(text).map((part) => {
      const [name = '', ...content] = part.split(/[:：]/);
      return { name: name.trim(), content: content.join('：').trim() };
    }),
};

export const materialsCell: Cell<readonly Material[]> = {
  accepts: '名称:必备:原件1份:复印件1份 | 名称:非必备 | 名称:共享',
  read: (text) => partsOf(text).map(materialOf),
};

export const legalBasesCell: Cell<readonly LegalBasis[]> = {
  accepts: '《法》第N条 或 or 名称:条款:条文 | …',
  read: (text) => partsOf(text).map(legalBasisOf),
};

/** The entries of a list: parted by |, or by ； where there is none, so that a text with ； in it can be an entry. */
function partsOf(text: string): string[] {
  if (text.length > LONGEST_CELL) throw textTooLong(LONGEST_CELL);
  return checkedList(text.split(/[|｜]/.test(text) ? /[|｜]/ : /[；;]/));
}

/** The entries of a list of codes or words, in which commas part as well. */
function namesIn(text: string): string[] {
  if (text.length > LONGEST_CELL) throw textTooLong(LONGEST_CELL);
  return text
    .split(/[|｜；;、，,]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

function checkedList(entries: readonly string[]): string[] {
  const list = entries.map((entry) => entry.trim()).filter(Boolean);
  if (list.length > LONGEST_LIST) throw listTooLong(LONGEST_LIST);
  return list;
}

/** A word without what platforms write differently; the zero that spreadsheets drop from 01 does not count. */
function folded(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.-]/gu, '')
    .replace(/^0+(?=\d)/, '');
}

/** A material is needed, and handed in as one original, unless its marks say otherwise. */
function materialOf(entry: string): Material {
  const [name = '', ...marks] = entry.split(/[:：]/).map((mark) => mark.trim());
  if (name === '') throw materialUnreadable();
  let { originals, copies, required, shared } = { originals: -1, copies: 0, required: true, shared: false };
  for (const mark of marks) {
    const [, kind, count] = /^(原件|复印件)(\d{1,2})份?$/.exec(mark) ?? [];
    if (kind === '原件') originals = Number(count);
    else if (kind === '复印件') copies = Number(count);
    else if (/^(必备|必要)$/.test(mark)) required = true;
    else if (/^(非必备|非必要|视情况)$/.test(mark)) required = false;
    else if (/^(共享|数据共享|免提交)$/.test(mark)) shared = true;
    else throw materialUnreadable();
  }
  if (originals < 0) originals = shared || copies > 0 ? 0 : 1;
  return { name, originals, copies, required, shared };
}

/** Nobody read it in the text of the law yet. */
function legalBasisOf(entry: string): LegalBasis {
  const [, quoted, rest] = /^《([^》]+)》\s*(.*)$/s.exec(entry) ?? [];
  const parts = quoted === undefined ? entry.split(/[:：]/) : [quoted, ...rest!.split(/[:：]/)];
  const [title = '', article = '', ...text] = parts.map((part) => part.trim());
  return { title, article: article || null, text: text.join('：') || null, verified: false };
}
