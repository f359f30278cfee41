import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type CursorValues, decodeCursor, encodeCursor } from './cursor';
import { DomainError } from './errors';
import type { Asked } from './loader';
import { andThen, type PromiseOrValue } from './promise-or-value';
import { type RowReader, readRows, readRowsWith } from './row';
import { ROW } from './scoped-repository';

/**
 * A total order of rows: the last column is unique, so that no row is skipped or repeated between pages.
 * Columns are never null.
 */
export interface KeysetOrder {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly descending?: boolean }[];
}

/** What a client asks of a list: at most `first` rows after the cursor. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  /** The properties of the rows that are shown, when not all are. */
  readonly asked?: Asked;
}

export interface Page<E> {
  readonly rows: readonly E[];
  /** Of its rows; written when they are asked for: a list of nodes alone needs none. */
  readonly cursors: () => readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const LARGEST_PAGE = 100;

/** Refuses what no page can be: `first` outside 0…100, or 0…`largest`. */
export function checkedPage({ first, after }: PageArguments, largest = LARGEST_PAGE): PageArguments {
  if (Number.isInteger(first) && first >= 0 && first <= largest) return { first, after };
  throw new DomainError(
    'BAD_USER_INPUT',
    'PAGE_SIZE',
    { zh: `first 须在 0 至 ${largest} 之间`, en: `first must be between 0 and ${largest}` },
    { argument: 'first', minimum: 0, maximum: largest },
  );
}

/** One page of the query's rows. */
export function pageOf<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  reader: RowReader<E>,
  order: KeysetOrder,
  page: PageArguments,
): PromiseOrValue<Page<E>> {
  seek(query, order, page);
  sort(query, order);
  const narrow = narrowed(reader, order, page);
  if (page.asked) query.select(narrow.selection);
  return andThen(readRows(query.limit(page.first + 1), narrow), (rows) => cut(rows, order, page));
}

/**
 * One page for each parent, in one statement however many parents there are.
 *
 * `parent` is the SQL expression whose value is the parent's key; the query must already be narrowed to the parents, and a
 * single one needs no ranking if it is told of it.
 */
export async function pagesByParent<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  reader: RowReader<E>,
  parent: string,
  order: KeysetOrder,
  page: PageArguments,
  parents?: readonly string[],
): Promise<Map<string, Page<E>>> {
  const narrow = narrowed(reader, order, page);
  if (parents?.length === 1) return pageOfOne(query, narrow, parent, order, page);
  seek(query, order, page);
  const ranking = order.columns.map(({ name, descending }) => `${ROW}.${name} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  const { primaryColumns, target } = query.expressionMap.mainAlias!.metadata;
  const keys = primaryColumns.map(({ propertyName }, index) => ({ column: `${ROW}.${propertyName}`, name: `key_${index}` }));
  // Only keys are ranked, and the few rows of the page read by them: whole rows of all parents would have to be sorted.
  // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
  query.select(`(${parent})`, 'parent_key').addSelect(`ROW_NUMBER() OVER (PARTITION BY ${parent} ORDER BY ${ranking})`, 'parent_rank');
  for (const { column, name } of keys) query.addSelect(`(${column})`, name);
  const ranked = query.connection.createQueryBuilder(target as EntityTarget<E>, ROW);
  if (page.asked) ranked.select(narrow.selection);
  ranked
    .innerJoin(`(${query.getQuery()})`, 'ranked', keys.map(({ column, name }) => `ranked.${name} = ${column}`).join(' AND '))
    .addSelect('ranked.parent_key', 'parent_key')
    .where('ranked.parent_rank <= :rows', { rows: page.first + 1 })
    .orderBy('ranked.parent_key')
    .addOrderBy('ranked.parent_rank')
    .setParameters(query.getParameters());
  const groups = new Map<string, E[]>();
  for (const { row, value } of await readRowsWith(ranked, narrow, 'parent_key')) {
    const key = String(value);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return new Map([...groups].map(([key, group]) => [key, cut(group, order, page)]));
}

/** The page of a single parent is read in order; nothing need be ranked. */
async function pageOfOne<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  reader: RowReader<E>,
  parent: string,
  order: KeysetOrder,
  page: PageArguments,
): Promise<Map<string, Page<E>>> {
  seek(query, order, page);
  sort(query, order);
  if (page.asked) query.select(reader.selection);
  query.addSelect(`(${parent})`, 'parent_key').limit(page.first + 1);
  const found = await readRowsWith(query, reader, 'parent_key');
  if (found.length === 0) return new Map();
  const rows = found.map(({ row }) => row);
  return new Map([[String(found[0]!.value), cut(rows, order, page)]]);
}

/** The reader of what is asked for, and of what orders the rows. */
function narrowed<E extends ObjectLiteral>(reader: RowReader<E>, order: KeysetOrder, { asked = null }: PageArguments): RowReader<E> {
  const ordering = order.columns.map(({ name }) => name);
  return reader.reading(asked, ordering);
}

/** How many rows each parent has; parents without any are absent. */
export async function totalsByParent<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, parent: string): Promise<Map<string, number>> {
  const rows = await query
    .select(parent, 'parent_key')
    .addSelect('COUNT(*)', 'total')
    .groupBy(parent)
    .getRawMany<{ parent_key: string; total: string | number }>();
  return new Map(rows.map((row) => [String(row.parent_key), Number(row.total)]));
}

export const EMPTY_PAGE: Page<never> = { rows: [], cursors: () => [], hasNextPage: false, hasPreviousPage: false };

/** Adds "after the cursor" as (a > x) OR (a = x AND b > y) …, which an index on the order serves. */
function seek<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, order: KeysetOrder, { after }: PageArguments): void {
  if (after === undefined || after === null) return;
  const values = decodeCursor(order.name, order.columns.length, after);
  const alternatives = order.columns.map(({ name, descending }, index) => {
    const equal = order.columns.slice(0, index).map((column, before) => `${ROW}.${column.name} = :after${before}`);
    return `(${[...equal, `${ROW}.${name} ${descending ? '<' : '>'} :after${index}`].join(' AND ')})`;
  });
  query.andWhere(`(${alternatives.join(' OR ')})`, Object.fromEntries(values.map((value, index) => [`after${index}`, value])));
}

function sort<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, { columns }: KeysetOrder): void {
  for (const { name, descending } of columns) query.addOrderBy(`${ROW}.${name}`, descending ? 'DESC' : 'ASC');
}

function cut<E extends ObjectLiteral>(fetched: readonly E[], order: KeysetOrder, { first, after }: PageArguments): Page<E> {
  const rows = fetched.slice(0, first);
  return {
    rows,
    cursors: () => rows.map((row) => encodeCursor(order.name, valuesOf(row, order))),
    hasNextPage: fetched.length > first,
    hasPreviousPage: after !== undefined && after !== null,
  };
}

function valuesOf(row: ObjectLiteral, order: KeysetOrder): CursorValues {
  return order.columns.map(({ name }) => {
    const value: unknown = row[name];
    return value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '') : (value as string | number);
  });
}

/** All rows in order, for lists that are small by nature. */
export function readAllOrdered<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  reader: RowReader<E>,
  order: KeysetOrder,
): PromiseOrValue<E[]> {
  sort(query, order);
  return readRows(query, reader);
}
