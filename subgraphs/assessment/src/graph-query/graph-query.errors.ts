import { type BilingualText, DomainError } from '@township-graph/shared/errors';

function refusal(reason: string, text: BilingualText, more: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError('BAD_USER_INPUT', reason, text, more);
}

export const queryNotParsed = (message: string) =>
  refusal('QUERY_NOT_PARSED', { zh: '查询文本不是有效的 GraphQL', en: 'The query is not GraphQL' }, { detail: message });

export const queryTooLarge = (limit: string, maximum: number) =>
  refusal(
    'QUERY_TOO_LARGE',
    { zh: `指标查询过大：${limit} 不得超过 ${maximum}`, en: `The query is too large: ${limit} may be ${maximum} at most` },
    { limit, maximum },
  );

export const notOneQuery = () =>
  refusal('NOT_ONE_QUERY', { zh: '须为且仅为一个 query 操作', en: 'It has to be one query, and no other operation beside it' });

export const queryIntrospects = () =>
  refusal('QUERY_INTROSPECTS', { zh: '指标查询不得查询模式信息', en: 'An indicator does not ask about the schema' });

export const unknownVariable = (variable: string, supplied: readonly string[]) =>
  refusal(
    'UNKNOWN_VARIABLE',
    { zh: `考核轮次不提供变量 $${variable}`, en: `A round supplies no variable $${variable}` },
    { variable, supplied },
  );

export const subjectNotAsked = (variables: readonly string[]) =>
  refusal(
    'SUBJECT_NOT_ASKED',
    { zh: `查询须用到考核对象：${variables.map((name) => `$${name}`).join('、')}`, en: 'The query must ask about whom is appraised' },
    { variables },
  );

export const pathNotSelected = (path: string, at: string) =>
  refusal('PATH_NOT_SELECTED', { zh: `取值路径在“${at}”处不在查询结果中`, en: `The path leads nowhere at "${at}"` }, { path, at });

export const pathNotAValue = (path: string) =>
  refusal('PATH_NOT_A_NUMBER', { zh: '取值路径须指向一个数值', en: 'The path must lead to a number' }, { path });

/** 行政处罚法§74第三款. */
export const finesNotAppraised = (word: string) =>
  refusal(
    'FINES_NOT_APPRAISED',
    {
      zh: `罚款、没收违法所得等不得同考核、考评直接或者变相挂钩（行政处罚法第七十四条第三款）：${word}`,
      en: `Fines and confiscations may not feed an appraisal, openly or otherwise (行政处罚法 §74③): ${word}`,
    },
    { word, legalBasis: '行政处罚法§74③' },
  );

export const queryRefused = (reason: string, message: string) =>
  refusal('QUERY_REFUSED', { zh: `联邦图不答复该查询：${message}`, en: `The graph does not answer the query: ${message}` }, { by: reason });

/** To be sent again: what could not be tried is not saved. */
export const queryNotTried = (reason: string) =>
  new DomainError(
    'SUBGRAPH_UNAVAILABLE',
    'QUERY_NOT_TRIED',
    {
      zh: '暂时无法试查该指标，方案未保存，请稍后重试',
      en: 'The query could not be tried for now, and nothing was saved; try again later',
    },
    { by: reason },
  );
