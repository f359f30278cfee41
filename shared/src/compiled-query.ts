import { type ObjectLiteral, QueryFailedError, type QueryRunner, SelectQueryBuilder } from 'typeorm';
import { DateUtils } from 'typeorm/util/DateUtils';
import type { PromiseOrValue } from './promise-or-value';
import type { RawRow } from './row';
import { namedRows, type RawTable, type SqliteReader } from './sqlite-reader';

/** What queries run on beside their builder: the texts compiled so far, and the connection for reads where there is one. */
export interface QueryGround {
  readonly texts: Map<string, CompiledText>;
  /** The same before parameters got their marks: what other queries embed. */
  readonly queries: Map<string, string>;
  readerFor(runner: QueryRunner | undefined): SqliteReader | null;
}

export interface CompiledText {
  readonly sql: string;
  /** The parameters in the order of their marks. */
  readonly names: readonly string[];
}

type Selects = CompiledQuery<ObjectLiteral>['expressionMap']['selects'];

/** Lists of columns that are the same each time, as TypeORM has them, and each by a short name. */
const LASTING = new WeakMap<readonly string[], Selects>();
const NAMES = new WeakMap<Selects, number>();
let named = 0;

/** A list of columns that is handed to many queries, and known again in each. */
export function lasting(columns: string[]): string[] {
  const selects = columns.map((selection) => ({ selection }));
  LASTING.set(columns, selects);
  named += 1;
  NAMES.set(selects, named);
  return columns;
}

/** Stands among the parameters for the value that changes; no value of another parameter can be taken for it. */
const EACH = Symbol('each');

/** How many shapes of queries stay compiled; the code knows some hundreds, lengths of lists make more of them. */
const COMPILED_TEXTS = 2000;

/**
 * TypeORM's query builder, whose text is written once for each shape: the same tables, columns, conditions and kinds of
 * parameters. To write it takes longer than to run most of our reads. What is not plain enough to be told apart is left to TypeORM.
 */
export class CompiledQuery<E extends ObjectLiteral> extends SelectQueryBuilder<E> {
  override select(...args: unknown[]): this {
    const [columns] = args;
    const selects = Array.isArray(columns) ? LASTING.get(columns) : undefined;
    if (!selects) return super.select(...(args as [string]));
    this.expressionMap.selects = selects;
    return this;
  }

  override addSelect(...args: unknown[]): this {
    if (NAMES.has(this.expressionMap.selects)) this.expressionMap.selects = [...this.expressionMap.selects];
    return super.addSelect(...(args as [string]));
  }

  // TypeORM looks at every name and direction anew each time; those of our queries are written in the code.
  override addOrderBy(column: string, order: 'ASC' | 'DESC' = 'ASC', nulls?: 'NULLS FIRST' | 'NULLS LAST'): this {
    if (nulls) return super.addOrderBy(column, order, nulls);
    this.expressionMap.orderBys[column] = order;
    return this;
  }

  override setParameters(parameters: ObjectLiteral): this {
    if (this.parentQueryBuilder) return super.setParameters(parameters);
    Object.assign(this.expressionMap.parameters, parameters);
    return this;
  }

  override getQueryAndParameters(): [string, unknown[]] {
    const { texts } = this.ground;
    const shape = this.shape();
    if (shape === null) return super.getQueryAndParameters();
    const { parameters } = this.expressionMap;
    const known = texts.get(shape);
    if (known) return [known.sql, this.bound(known.names)];
    const text = this.textOf(shape);
    const [sql, values] = this.connection.driver.escapeQueryWithParameters(text, parameters);
    const names = [...text.matchAll(MARK)].map(([, name]) => name!).filter((name) => name in parameters && !this.isWritten(name));
    if (isSame(values, this.bound(names))) {
      keep(texts, shape, { sql, names });
    }
    return [sql, values];
  }

  override getQuery(): string {
    const shape = this.shape();
    return shape === null ? super.getQuery() : this.textOf(shape);
  }

  private textOf(shape: string): string {
    const { queries } = this.ground;
    let text = queries.get(shape);
    if (text === undefined) {
      text = super.getQuery();
      keep(queries, shape, text);
    }
    return text;
  }

  override async getRawMany<T = RawRow>(): Promise<T[]> {
    const table = await this.getRawTable();
    return table ? namedRows<T>(table) : super.getRawMany();
  }

  /** Null where the driver gives rows as objects. */
  getRawTable(): PromiseOrValue<RawTable | null> {
    const reader = this.ground.readerFor(this.queryRunner);
    if (!reader) return null;
    this.expressionMap.queryEntity = false;
    return this.readBy(reader);
  }

  /** For each value of a parameter, which stands for a list of one, the row that there can be. Null as above. */
  getRawTableOfEach(name: string, values: readonly unknown[]): PromiseOrValue<RawTable | null> {
    const reader = this.ground.readerFor(this.queryRunner);
    if (!reader) return null;
    this.expressionMap.queryEntity = false;
    this.expressionMap.parameters[name] = [EACH];
    return this.readBy(reader, (sql, parameters) => {
      const sets = values.map((value) => parameters.map((parameter) => (parameter === EACH ? value : parameter)));
      return reader.oneOfEach(sql, sets);
    });
  }

  protected override async loadRawResults(runner: QueryRunner): Promise<RawRow[]> {
    const reader = this.ground.readerFor(this.queryRunner);
    return reader ? namedRows(await this.readBy(reader)) : super.loadRawResults(runner);
  }

  private get ground(): QueryGround {
    return this.connection as unknown as QueryGround;
  }

  private readBy(
    reader: SqliteReader,
    read = (sql: string, parameters: readonly unknown[]) =>
      this.expressionMap.limit === 1 ? reader.oneOfEach(sql, [parameters]) : reader.table(sql, parameters),
  ): PromiseOrValue<RawTable> {
    const [sql, parameters] = this.getQueryAndParameters();
    this.connection.logger.logQuery(sql, parameters);
    const failed = (error: unknown): never => {
      throw new QueryFailedError(sql, parameters, error as Error);
    };
    try {
      const table = read(sql, parameters);
      return table instanceof Promise ? table.catch(failed) : table;
    } catch (error) {
      return failed(error);
    }
  }

  private bound(names: readonly string[]): unknown[] {
    const { parameters } = this.expressionMap;
    const values: unknown[] = [];
    for (const name of names) {
      const value: unknown = parameters[name];
      if (Array.isArray(value)) values.push(...value);
      else values.push(this.isSqlite ? asSqliteHolds(value) : value);
    }
    return values;
  }

  /** SQLite's driver writes numbers into the text. */
  private isWritten(name: string): boolean {
    return this.isSqlite && typeof this.expressionMap.parameters[name] === 'number';
  }

  private get isSqlite(): boolean {
    return this.connection.options.type === 'better-sqlite3';
  }

  /** All that the text is made of; null for what is not told apart here. */
  private shape(): string | null {
    const map = this.expressionMap;
    if (this.parentQueryBuilder || hasMore(map) || Object.keys(this.findOptions).length > 0) return null;
    const main = map.mainAlias;
    if (!main?.hasMetadata || main.metadata.discriminatorColumn) return null;
    let shape = `${main.metadata.tablePath}\n${main.name}\n${map.queryEntity}${map.withDeleted}${map.subQuery}${map.options.length}\n${map.limit}\n${map.offset}`;
    const name = NAMES.get(map.selects);
    if (name) shape += `\nl ${name}`;
    else for (const { selection, aliasName } of map.selects) shape += `\ns ${selection}\t${aliasName}`;
    for (const { direction, entityOrProperty, alias, condition, mapToProperty } of map.joinAttributes) {
      if (mapToProperty) return null;
      const joined = typeof entityOrProperty === 'string' ? entityOrProperty : this.connection.getMetadata(entityOrProperty).tablePath;
      shape += `\nj ${direction}\t${joined}\t${alias.name}\t${condition}`;
    }
    for (const { type, condition } of map.wheres) {
      if (typeof condition !== 'string') return null;
      shape += `\n${type} ${condition}`;
    }
    for (const column of map.groupBys) shape += `\ng ${column}`;
    for (const column in map.orderBys) {
      const order = map.orderBys[column];
      if (typeof order !== 'string') return null;
      shape += `\no ${column} ${order}`;
    }
    for (const name in map.parameters) {
      const kind = this.kindOf(map.parameters[name]);
      if (kind === null) return null;
      shape += `\n${name}${kind}`;
    }
    return shape;
  }

  /** What of a parameter changes the text. */
  private kindOf(value: unknown): string | null {
    if (Array.isArray(value)) return `*${value.length}`;
    if (typeof value === 'number') return this.isSqlite ? `=${value}` : '';
    return typeof value === 'function' ? null : '';
  }
}

/** As TypeORM's driver binds them: SQLite has neither truth values nor instants. */
function asSqliteHolds(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Date ? DateUtils.mixedDateToUtcDatetimeString(value) : value;
}

/** As TypeORM finds its marks. */
const MARK = /:(?:\.\.\.)?([A-Za-z0-9_.]+)/g;

/** What TypeORM sets on the queries that count. */
const OF_COUNTS = 'disable-global-order';

type ExpressionMap = CompiledQuery<ObjectLiteral>['expressionMap'];

/** Whether a query asks for what our reads have no use for. */
function hasMore(map: ExpressionMap): boolean {
  return Boolean(
    map.lockMode ||
      map.cache ||
      map.comment ||
      map.selectDistinct ||
      map.useTransaction ||
      map.skip !== undefined ||
      map.take !== undefined ||
      map.havings.length ||
      map.options.some((option) => option !== OF_COUNTS) ||
      map.relationIdAttributes.length ||
      map.commonTableExpressions.length ||
      map.extraAppendedAndWhereCondition,
  );
}

function keep<V>(values: Map<string, V>, shape: string, value: V): void {
  if (values.size >= COMPILED_TEXTS) values.delete(values.keys().next().value!);
  values.set(shape, value);
}

function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
