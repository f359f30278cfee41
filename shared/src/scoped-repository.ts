import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity, SelectQueryBuilder } from 'typeorm';
import type { Clock } from './clock';
import { prefixRange } from './division-code';
import { NotFound } from './errors';
import { type Asked, RowLoader } from './loader';
import type { PromiseOrValue } from './promise-or-value';
import { RowReader, readRows, readRowsByKey } from './row';
import { staleVersion } from './stale-version';
import { holds, prefixesOf, type Scope, type Viewer } from './viewer';

/** The name of the guarded row in every scoped query; conditions are written as `row.column`. */
export const ROW = 'row';

/** Which rows of a table a viewer may know of. */
export interface ScopeRule {
  /** The column that holds the division the row belongs to. */
  readonly division: string;
  /** The scope a viewer needs to see rows that are not public, within its divisions. */
  readonly readScope: Scope;
  /** SQL that is true of rows anybody may read by law; `'true'` when all are, absent when none is. */
  readonly publicWhen?: string;
  /** Other divisions that the row concerns: who has one among its own reads the row, and does not change it. */
  readonly concerns?: Concern | readonly Concern[];
}

/** Where such a division stands: in a column of the row or, with `among`, of the rows of another table that this SQL selects. */
export interface Concern {
  readonly column: string;
  readonly among?: string;
}

/**
 * The only way to SQL for rows that belong to a division. It cannot build a query without a viewer,
 * so no list, edge, count, filter or reference can step around the scope.
 */
export class ScopedRepository<E extends ObjectLiteral> {
  readonly reader: RowReader<E>;
  /** Written once for each viewer whose divisions last. */
  private readonly conditions = new WeakMap<readonly string[], Condition>();

  constructor(
    readonly manager: EntityManager,
    private readonly entity: EntityTarget<E>,
    private readonly rule: ScopeRule,
    protected readonly clock: Clock,
  ) {
    this.reader = new RowReader(manager, entity, ROW);
  }

  /** The rows the viewer may know of; callers only ever narrow it. A command passes its transaction. */
  visibleTo(viewer: Viewer, manager = this.manager): SelectQueryBuilder<E> {
    const query = manager.createQueryBuilder(this.entity, ROW);
    if (this.rule.publicWhen === 'true') return query;
    const { sql, parameters } = this.visibleIn(holds(viewer, this.rule.readScope) ? prefixesOf(viewer, this.clock) : NOWHERE);
    return query.where(sql, parameters);
  }

  private visibleIn(prefixes: readonly string[]): Condition {
    let condition = this.conditions.get(prefixes);
    if (!condition) {
      const { division, publicWhen, concerns } = this.rule;
      condition = inDivisions(`${ROW}.${division}`, prefixes, publicWhen, concerns);
      this.conditions.set(prefixes, condition);
    }
    return condition;
  }

  /** Narrows to rows in this division or below it; leaves the query as it is when none is named. */
  protected inOrBelow(query: SelectQueryBuilder<E>, divisionCode: string | null | undefined): SelectQueryBuilder<E> {
    if (!divisionCode) return query;
    const { sql, parameters } = within(`${ROW}.${this.rule.division}`, divisionCode, 'below');
    return query.andWhere(sql, parameters);
  }

  /**
   * Changes the row if it lies in the viewer's divisions and still has the version that was read, and raises the version.
   * The database decides between two writers, on any isolation level: one of them changes no row and gets CONFLICT.
   * Who does not have the row in its divisions gets NOT_FOUND, whether it is there or not.
   */
  async change(
    tx: EntityManager,
    viewer: Viewer,
    where: Partial<E>,
    expectedVersion: number,
    change: Partial<E> & { readonly version?: never },
  ): Promise<void> {
    const own = inDivisions(this.rule.division, prefixesOf(viewer, this.clock));
    const update = tx
      .createQueryBuilder()
      .update(this.entity)
      .set({ ...change, version: expectedVersion + 1 } as unknown as QueryDeepPartialEntity<E>)
      .where({ ...where, version: expectedVersion })
      .andWhere(own.sql, own.parameters);
    const { affected } = await update.execute();
    if (affected === 1) return;
    const isOwn = await tx.createQueryBuilder(this.entity, ROW).where(where).andWhere(own.sql, own.parameters).getExists();
    throw isOwn ? staleVersion(expectedVersion) : new NotFound({ zh: '该对象', en: 'Object' });
  }

  /**
   * The same change of many rows that were read within the transaction, in a statement for each version that they have: all of
   * them, or CONFLICT.
   */
  async changeAll(
    tx: EntityManager,
    viewer: Viewer,
    rows: readonly { readonly id: string; readonly version: number }[],
    change: Partial<E> & { readonly version?: never },
  ): Promise<void> {
    const own = inDivisions(this.rule.division, prefixesOf(viewer, this.clock));
    for (const version of new Set(rows.map((row) => row.version))) {
      const ids = rows.filter((row) => row.version === version).map(({ id }) => id);
      const update = tx
        .createQueryBuilder()
        .update(this.entity)
        .set({ ...change, version: version + 1 } as unknown as QueryDeepPartialEntity<E>)
        .where('id IN (:...ids) AND version = :version', { ids, version })
        .andWhere(own.sql, own.parameters);
      const { affected } = await update.execute();
      if (affected !== ids.length) throw staleVersion(version);
    }
  }

  /** The visible rows whose column has one of the values, in no order: whole, or what is asked for of them. */
  async findBy(viewer: Viewer, column: string, values: readonly string[], asked: Asked = null): Promise<E[]> {
    return this.readAsked(this.visibleTo(viewer).andWhere(`${ROW}.${column} IN (:...values)`, { values }), asked, [column]);
  }

  /** The rows of the query: whole, or what is asked for of them and what is `needed` here. */
  protected readAsked(query: SelectQueryBuilder<E>, asked: Asked, needed: readonly string[]): PromiseOrValue<E[]> {
    return readRows(query, this.selected(query, asked, needed));
  }

  private selected(query: SelectQueryBuilder<E>, asked: Asked, needed: readonly string[]): RowReader<E> {
    const reader = this.reader.reading(asked, needed);
    if (asked) query.select(reader.selection);
    return reader;
  }

  /** The visible row of each value of a column that no two rows share. Made per request. */
  byKey(viewer: Viewer, column: keyof E & string): RowLoader<E> {
    return new RowLoader(
      (values, asked) => {
        const query = this.visibleTo(viewer);
        return readRowsByKey(query, this.selected(query, asked, [column]), column, values);
      },
      (row) => row[column],
    );
  }

  /** The first visible row the narrowing leaves. */
  async findOne(query: SelectQueryBuilder<E>): Promise<E | null> {
    const [row] = await readRows(query.limit(1), this.reader);
    return row ?? null;
  }
}

const NOWHERE: readonly string[] = [];

interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** "In one of these divisions or below it", and what is public; of no division, nothing. */
export function inDivisions(
  column: string,
  prefixes: readonly string[],
  publicWhen?: string,
  concerns: ScopeRule['concerns'] = [],
): Condition {
  const rangesOf = (name: string) => prefixes.map((prefix, index) => within(name, prefix, `scope${index}`));
  const ranges = rangesOf(column);
  const others = [concerns].flat().flatMap((concern) => concerned(concern, rangesOf(concern.column)));
  // Beside a second column nothing stands that no index helps with: SQLite goes by the indices of all parts, or of none.
  const always = publicWhen ?? (others.length > 0 ? [] : '1 = 0');
  return {
    sql: `(${[always, ranges.map(({ sql }) => sql), others].flat().join(' OR ')})`,
    parameters: Object.assign({}, ...ranges.map(({ parameters }) => parameters)),
  };
}

function concerned({ among }: Concern, ranges: readonly Condition[]): string[] {
  if (ranges.length === 0) return [];
  const one = `(${ranges.map(({ sql }) => sql).join(' OR ')})`;
  return [among ? `EXISTS (${among} AND ${one})` : one];
}

/** "In this division or below it", as an index range on a bytewise column. */
export function within(column: string, prefix: string, name: string): Condition {
  const { from, to } = prefixRange(prefix);
  return { sql: `(${column} >= :${name}From AND ${column} < :${name}To)`, parameters: { [`${name}From`]: from, [`${name}To`]: to } };
}
