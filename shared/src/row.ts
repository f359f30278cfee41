import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

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

  constructor(
    private readonly manager: EntityManager,
    private readonly entity: EntityTarget<E>,
    private readonly alias: string,
    properties?: ReadonlySet<string>,
  ) {
    const { driver } = manager.connection;
    this.metadata = manager.connection.getMetadata(entity);
    const read = this.metadata.columns.filter(({ propertyName }) => !properties || properties.has(propertyName));
    this.selection = read.map(({ propertyName }) => `${alias}.${propertyName}`);
    this.columns = read.map((column) => ({
      property: column.propertyName,
      key: `${alias}_${column.databaseName}`,
      ...(!isAsItComes(column) && { read: (value: unknown) => driver.prepareHydratedValue(value, column) }),
    }));
    const Row = properties ? withoutOthers(this.metadata, properties) : null;
    this.create = Row ? () => new Row() : () => this.metadata.create() as Record<string, unknown>;
  }

  read(row: RawRow): E {
    const entity = this.create();
    for (const { property, key, read } of this.columns) entity[property] = read ? read(row[key]) : row[key];
    return entity as E;
  }

  /** A reader of these properties alone, with the row's keys and division. To ask its rows for another is a bug, and throws. */
  narrowedTo(properties: readonly string[]): RowReader<E> {
    const name = properties.join();
    let reader = this.narrower.get(name);
    if (!reader) {
      const keys = this.metadata.primaryColumns.map(({ propertyName }) => propertyName);
      reader = new RowReader(this.manager, this.entity, this.alias, new Set([...properties, ...keys, DIVISION]));
      this.narrower.set(name, reader);
    }
    return reader;
  }
}

const isAsItComes = ({ type, transformer }: ColumnMetadata) => !transformer && AS_IT_COMES.has(type);

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

/** Runs a query builder and reads its rows raw. */
export async function readRows<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, reader: RowReader<E>): Promise<E[]> {
  const rows = await query.getRawMany<RawRow>();
  return rows.map((row) => reader.read(row));
}
