import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { CompiledQuery, lasting } from './compiled-query';
import { isSqlite } from './database';
import type { Asked } from './loader';
import { andThen, type PromiseOrValue } from './promise-or-value';
import type { RawTable } from './sqlite-reader';

/** A row as the driver gives it: `alias_column` → value. */
export type RawRow = Record<string, unknown>;

interface ReadColumn {
  readonly property: string;
  readonly key: string;
  /** Absent where the driver's value is the property's. */
  readonly read?: (value: unknown) => unknown;
}

/** Types whose values no engine's driver changes on the way in. */
const AS_IT_COMES = new Set<unknown>(['varchar', 'text', 'int']);

/** How many selections of one table's columns are remembered: clients' documents are few, what can be asked for is not. */
const NARROWER_READERS = 500;

/** A row belongs to a division; its rights are told by it, whatever else is read. */
const DIVISION = 'divisionCode';

/**
 * Turns the raw rows of a query into instances of the class that is both table and GraphQL type.
 * Lists are read this way: TypeORM's own hydration costs more than the query.
 */
export class RowReader<E extends ObjectLiteral> {
  /** What a query selects for this reader. */
  readonly selection: string[];
  private readonly metadata: EntityMetadata;
  private readonly columns: readonly ReadColumn[];
  private readonly create: () => Record<string, unknown>;
  private readonly narrower = new Map<string, RowReader<E>>();
  /** Where the columns stand in the tables of one statement, by its list of names. */
  private readonly places = new WeakMap<readonly string[], readonly number[]>();

  constructor(
    private readonly manager: EntityManager,
    private readonly entity: EntityTarget<E>,
    private readonly alias: string,
    properties?: ReadonlySet<string>,
  ) {
    const { driver } = manager.connection;
    this.metadata = manager.connection.getMetadata(entity);
    const read = this.metadata.columns.filter(({ propertyName }) => !properties || properties.has(propertyName));
    this.selection = lasting(read.map(({ propertyName }) => `${alias}.${propertyName}`));
    const isOurs = isSqlite(manager.connection);
    this.columns = read.map((column) => ({
      property: column.propertyName,
      key: `${alias}_${column.databaseName}`,
      ...(!isAsItComes(column) && { read: (isOurs && ownReading(column)) || ((value) => driver.prepareHydratedValue(value, column)) }),
    }));
    const Row = properties ? withoutOthers(this.metadata, properties) : null;
    this.create = Row ? () => new Row() : () => this.metadata.create() as Record<string, unknown>;
  }

  read(row: RawRow): E {
    const entity = this.create();
    for (const { property, key, read } of this.columns) entity[property] = read ? read(row[key]) : row[key];
    return entity as E;
  }

  /** The rows of a table of cells. */
  readTable({ columns, rows }: RawTable): E[] {
    const places = this.placesIn(columns);
    return rows.map((cells) => {
      const entity = this.create();
      for (let index = 0; index < places.length; index += 1) {
        const { property, read } = this.columns[index]!;
        const value = cells[places[index]!];
        entity[property] = read ? read(value) : value;
      }
      return entity as E;
    });
  }

  private placesIn(names: readonly string[]): readonly number[] {
    let places = this.places.get(names);
    if (!places) {
      places = this.columns.map(({ key }) => names.indexOf(key));
      this.places.set(names, places);
    }
    return places;
  }

  /** A reader of what is asked for and what is `needed` besides; of whole rows, when these are asked for. */
  reading(asked: Asked, needed: readonly string[]): RowReader<E> {
    return asked ? this.narrowedTo([...asked, ...needed]) : this;
  }

  /** A reader of these properties alone, with the row's keys and division. To ask its rows for another is a bug, and throws. */
  narrowedTo(properties: readonly string[]): RowReader<E> {
    const name = properties.join();
    let reader = this.narrower.get(name);
    if (!reader) {
      const keys = this.metadata.primaryColumns.map(({ propertyName }) => propertyName);
      reader = new RowReader(this.manager, this.entity, this.alias, new Set([...properties, ...keys, DIVISION]));
      if (this.narrower.size >= NARROWER_READERS) this.narrower.delete(this.narrower.keys().next().value!);
      this.narrower.set(name, reader);
    }
    return reader;
  }
}

const isAsItComes = ({ type, transformer }: ColumnMetadata) => !transformer && AS_IT_COMES.has(type);

/** As TypeORM's driver for SQLite reads them, without what it tries first. */
function ownReading({ type, transformer }: ColumnMetadata): ReadColumn['read'] {
  if (transformer) return undefined;
  if (type === 'datetime') return (value) => (value === null ? null : instantFrom(value as string));
  if (type === 'boolean') return (value) => (value === null ? null : Boolean(value));
  return undefined;
}

/** As TypeORM writes it, in UTC and without saying so: `2026-11-21 08:00:00.000`. */
function instantFrom(text: string): Date {
  return new Date(`${text.slice(0, 10)}T${text.slice(11)}Z`);
}

/** The class, but that a property which was not read cannot be mistaken for one that is empty. */
function withoutOthers({ target, columns }: EntityMetadata, properties: ReadonlySet<string>): new () => Record<string, unknown> {
  const Row = class extends (target as new () => object) {} as new () => Record<string, unknown>;
  for (const { propertyName } of columns) {
    if (properties.has(propertyName)) continue;
    Object.defineProperty(Row.prototype, propertyName, {
      get() {
        throw new Error(`${(target as { name: string }).name}.${propertyName} was not read: the field that shows it must say so by @Reads`);
      },
    });
  }
  return Row;
}

/** Runs a query builder and reads its rows raw: at once where they are read in process. */
export function readRows<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, reader: RowReader<E>): PromiseOrValue<E[]> {
  return andThen(tableOf(query), (table) => (table ? reader.readTable(table) : rowsOf(query, (row) => reader.read(row))));
}

/** In process a statement for each key is quicker than one for all, as long as there are as few as this. */
const FEW_KEYS = 4;

/** The rows whose column has one of the keys, which no two of them share. */
export function readRowsByKey<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  reader: RowReader<E>,
  column: string,
  keys: readonly string[],
): PromiseOrValue<E[]> {
  query.andWhere(`${query.alias}.${column} IN (:...keys)`, { keys }).limit(1);
  const few = query instanceof CompiledQuery && keys.length <= FEW_KEYS ? query.getRawTableOfEach('keys', keys) : null;
  return andThen(few, (table) => (table ? reader.readTable(table) : readRows(query.limit(keys.length), reader)));
}

/** The same for rows that are selected with a value beside them, by the name that it was given there. */
export function readRowsWith<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  reader: RowReader<E>,
  name: string,
): PromiseOrValue<{ readonly row: E; readonly value: unknown }[]> {
  return andThen(tableOf(query), (table) => {
    if (!table) return rowsOf(query, (row) => ({ row: reader.read(row), value: row[name] }));
    const place = table.columns.indexOf(name);
    return reader.readTable(table).map((row, index) => ({ row, value: table.rows[index]![place] }));
  });
}

function tableOf<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): PromiseOrValue<RawTable | null> {
  return query instanceof CompiledQuery ? query.getRawTable() : null;
}

/** Where the driver gives rows as objects. */
async function rowsOf<E extends ObjectLiteral, R>(query: SelectQueryBuilder<E>, read: (row: RawRow) => R): Promise<R[]> {
  return (await query.getRawMany<RawRow>()).map(read);
}
