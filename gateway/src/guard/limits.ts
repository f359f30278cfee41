import { type BilingualText, DomainError } from '@township-graph/shared/errors';

/**
 * How much one request may ask for. A batch counts as one request: what its operations ask for is added up, so that sending
 * them together buys nothing.
 */
export interface OperationLimits {
  /** Of the HTTP body. */
  readonly body: number;
  /** Of the text of an operation, in UTF-8. */
  readonly bytes: number;
  readonly tokens: number;
  /** Selection sets inside one another, those of fragments included. */
  readonly depth: number;
  /** Fields and fragments, counted each time a fragment is used: what a planner has to expand. */
  readonly selections: number;
  readonly aliases: number;
  /** Pairs of fields of the same name in the same place: what validation has to compare. */
  readonly overlaps: number;
  readonly rootFields: number;
  /** Root fields of mutations. */
  readonly mutations: number;
  /** Operations in one request, as a JSON array; 0 refuses arrays. */
  readonly batch: number;
  /** Values in the JSON of the request, of variables above all. */
  readonly values: number;
  /** About the number of objects in the answer, weighed as the supergraph declares. */
  readonly cost: number;
}

export type LimitName = keyof OperationLimits;

export const DEFAULT_LIMITS: OperationLimits = {
  body: 1024 * 1024,
  bytes: 128 * 1024,
  tokens: 5000,
  depth: 25,
  selections: 1000,
  aliases: 100,
  overlaps: 10_000,
  rootFields: 50,
  mutations: 5,
  batch: 10,
  values: 10_000,
  cost: 30_000,
};

const WORDS: Readonly<Record<LimitName, BilingualText>> = {
  body: { zh: '请求体字节数', en: 'bytes in the body' },
  bytes: { zh: '查询文本字节数', en: 'bytes of text' },
  tokens: { zh: '词法单元数', en: 'tokens' },
  depth: { zh: '嵌套层数', en: 'levels' },
  selections: { zh: '展开后的字段数', en: 'fields, with fragments expanded' },
  aliases: { zh: '别名数', en: 'aliases' },
  overlaps: { zh: '同一位置同名字段的组合数', en: 'pairs of fields of one name in one place' },
  rootFields: { zh: '顶层字段数', en: 'root fields' },
  mutations: { zh: '变更操作数', en: 'mutations' },
  batch: { zh: '批量操作数', en: 'operations in one batch' },
  values: { zh: '请求中的取值数', en: 'values in the request, of variables above all' },
  cost: { zh: '预计开销（约为返回行数，请减小 first 或减少嵌套）', en: 'expected cost (ask for smaller pages or fewer levels)' },
};

/** The request crosses a limit. It says which and where that lies, so that a client can mend itself. */
export class OverLimit extends DomainError {
  constructor(
    readonly limit: LimitName,
    allowed: number,
  ) {
    const { zh, en } = WORDS[limit];
    super(
      'OPERATION_REFUSED',
      'OPERATION_TOO_LARGE',
      { zh: `请求过大：${zh}超过上限 ${allowed}`, en: `The request is too large: more than ${allowed} ${en}` },
      { limit, allowed },
    );
  }
}

/** Throws for a measure above its limit. */
export function within(limits: OperationLimits, limit: LimitName, measured: number): void {
  // Written so that what is no number is refused as well.
  if (!(measured <= limits[limit])) throw new OverLimit(limit, limits[limit]);
}

/**
 * Brackets may nest deeper than selection sets, for lists and objects are values too, but not much: parsers, JSON.stringify
 * and the coercion of variables call themselves for each level.
 */
export function withinNesting(limits: OperationLimits, nesting: number): void {
  if (nesting > 2 * limits.depth) throw new OverLimit('depth', limits.depth);
}
