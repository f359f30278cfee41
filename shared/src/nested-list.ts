import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { NestedList } from './connection';
import { type KeysetOrder, pagesByParent, totalsByParent } from './keyset';
import type { RowReader } from './row';
import { ROW } from './scoped-repository';

/**
 * The lists of rows that name their parent in a column: one statement for the pages of all parents, one for their totals.
 * `rows` are those the filter leaves, of whichever parent.
 */
export function listByColumn<E extends ObjectLiteral, F>(
  reader: RowReader<E>,
  column: string,
  rows: (filter: F) => SelectQueryBuilder<E>,
  orderOf: (filter: F) => KeysetOrder,
): NestedList<E, F> {
  const parent = `${ROW}.${column}`;
  const under = (parents: readonly string[], filter: F) => rows(filter).andWhere(`${parent} IN (:...parents)`, { parents });
  return {
    pages: (parents, filter, page) => pagesByParent(under(parents, filter), reader, parent, orderOf(filter), page, parents),
    totals: (parents, filter) => totalsByParent(under(parents, filter), parent),
  };
}
