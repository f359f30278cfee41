import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { parseCreditCode } from './credit-code';
import { parseDivisionCode } from './division-code';
import { DomainError } from './errors';

/** Scalars refuse with the domain's own errors; `formatError` finds them behind what graphql-js wraps around. */
const text = (value: unknown, name: string): string => {
  if (typeof value === 'string') return value;
  throw new DomainError('BAD_USER_INPUT', 'WRONG_TYPE', { zh: `${name} 须为字符串`, en: `${name} must be a string` });
};

/** A scalar that is a checked string on the wire and in code. */
function checkedText(name: string, description: string, check: (value: string) => string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => check(text(value, name));
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => text(value, name),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

export const DivisionCodeScalar = checkedText(
  'DivisionCode',
  'Administrative division code: 6 digits (county and above, GB/T 2260), 9 (township, GB/T 10114) or 12 (village). 行政区划代码：6 位（县级及以上）、9 位（乡级）或 12 位（村级）。',
  parseDivisionCode,
);

export const CreditCodeScalar = checkedText(
  'CreditCode',
  'Unified social credit code, 18 characters, check digit verified (GB 32100-2015). 统一社会信用代码，18 位，校验末位。',
  (value) => parseCreditCode(value).code,
);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const DateScalar = checkedText(
  'Date',
  'A calendar day in Asia/Shanghai, YYYY-MM-DD. 日期（北京时间），格式 YYYY-MM-DD。',
  (value) => {
    const instant = new Date(`${value}T00:00:00Z`);
    // A 31 June is not refused by Date, it becomes 1 July.
    if (DAY.test(value) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)) return value;
    throw new DomainError('BAD_USER_INPUT', 'MALFORMED_DATE', { zh: '日期格式应为 YYYY-MM-DD', en: 'A date is written YYYY-MM-DD' });
  },
);

export const DecimalScalar = checkedText(
  'Decimal',
  'An exact decimal number written as text, e.g. "99.20". 精确小数，以文本表示，如 "99.20"。',
  (value) => {
    if (/^-?\d{1,18}(\.\d{1,6})?$/.test(value)) return value;
    throw new DomainError('BAD_USER_INPUT', 'MALFORMED_DECIMAL', { zh: '小数格式无效', en: 'Malformed decimal' });
  },
);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(value: unknown): Date {
  const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (instant && !Number.isNaN(instant.getTime())) return instant;
  throw new DomainError('BAD_USER_INPUT', 'MALFORMED_DATE_TIME', {
    zh: '时间须为带时区的 RFC 3339 格式，如 2026-01-05T09:30:00+08:00',
    en: 'A DateTime is an RFC 3339 instant with its offset, e.g. 2026-01-05T09:30:00+08:00',
  });
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, RFC 3339 with milliseconds. 时间点（UTC，RFC 3339，毫秒）。',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: instantOf,
  parseLiteral: (node: ValueNode) => instantOf(node.kind === Kind.STRING ? node.value : null),
});
