import { badInput, DomainError } from '@township-graph/shared/errors';
import { FINES_BASIS } from '../scheme/fines';

export const queryNotParsed = (detail: string) =>
  badInput('QUERY_NOT_PARSED', { zh: '查询语句不是有效的 GraphQL', en: 'The query is not GraphQL' }, { detail });

export const queryTooLarge = (limit: string, maximum: number) =>
  badInput('QUERY_TOO_LARGE', { zh: '指标查询语句过大', en: 'The query of an indicator is too large' }, { limit, maximum });

export const notOneQuery = () =>
  badInput('NOT_ONE_QUERY', { zh: '须为且仅为一个 query 操作', en: 'It has to be one query, and no other operation beside it' });

export const queryIntrospects = () =>
  badInput('QUERY_INTROSPECTS', { zh: '指标查询不得查询模式信息', en: 'An indicator does not ask about the schema' });

export const unknownVariable = (variable: string, supplied: readonly string[]) =>
  badInput(
    'UNKNOWN_VARIABLE',
    { zh: '考核轮次不提供该变量', en: 'A round supplies no variable of that name' },
    { variable: variable.slice(0, 50), supplied },
  );

export const subjectNotAsked = (variables: readonly string[]) =>
  badInput('SUBJECT_NOT_ASKED', { zh: '查询须以考核对象为变量', en: 'The query has to ask about whoever is appraised' }, { variables });

export const pathNotSelected = (at: string) =>
  badInput('PATH_NOT_SELECTED', { zh: '取值路径不在查询结果中', en: 'The path leads nowhere in the answer' }, { at: at.slice(0, 50) });

export const pathNotANumber = (path: string) =>
  badInput('PATH_NOT_A_NUMBER', { zh: '取值路径须指向一个数值', en: 'The path must lead to a number' }, { path: path.slice(0, 200) });

export const finesInQuery = (name: string) =>
  badInput(
    'FINES_IN_APPRAISAL',
    { zh: '罚没收入、罚款、没收不得同考核挂钩（行政处罚法第七十四条）', en: 'Fines and confiscations feed no appraisal (行政处罚法 §74)' },
    { name: name.slice(0, 50), basis: FINES_BASIS },
  );

/** By the graph: no such field, too dear, not for this machine. */
export const queryRefused = (by: string, detail: string) =>
  badInput('QUERY_REFUSED', { zh: '联邦图不答复该查询', en: 'The graph does not answer the query' }, { by, detail });

/** To be sent again: what could not be tried is not saved. */
export const queryNotTried = (by: string) =>
  new DomainError(
    'SUBGRAPH_UNAVAILABLE',
    'QUERY_NOT_TRIED',
    {
      zh: '暂时无法试查该指标，方案未保存，请稍后重试',
      en: 'The query could not be tried for now, and nothing was saved; try again later',
    },
    { by },
  );
