import { QUERIES } from 'township-graph:queries';
import type { Language } from './words';

/** A query to start from, as its file's first two lines name it: who it is for, and what it answers. */
export interface Example {
  readonly operationName: string;
  readonly query: string;
  readonly variables: string;
  readonly audience: Readonly<Record<Language, string>>;
  readonly title: Readonly<Record<Language, string>>;
}

/** The examples in the order of their files. */
export const EXAMPLES: readonly Example[] = QUERIES.map(({ name, query, variables }) => {
  const [zh, en] = query.split('\n', 2).map((line) => /^# (.+?) · (.+)$/.exec(line));
  const operation = /^query (\w+)/m.exec(query);
  if (!zh?.[1] || !zh[2] || !en?.[1] || !en[2] || !operation?.[1]) {
    throw new Error(`queries/${name}.graphql must begin with "# 给谁 · 做什么", "# Whom · what" and name its query`);
  }
  return {
    operationName: operation[1],
    query,
    variables,
    audience: { zh: zh[1], en: en[1] },
    title: { zh: zh[2], en: en[2] },
  };
});
