import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A row as the driver gives it: `alias_column` → value. */
export type RawRow = Record<string, unknown>;

/**
 * Turns the raw rows of a query into instances of the class that is both table and GraphQL type.
 * Lists are read this way: TypeORM's own hydration costs more than the query.
 */
export class RowReader<E extends ObjectLiteral> {
  private readonly metadata: EntityMetadata;
  private readonly columns: readonly { property: string; key: string; read: (value: unknown) => unknown }[];

  constructor(manager: EntityManager, entity: EntityTarget<E>, alias: string) {
    const { driver } = manager.connection;
    this.metadata = manager.connection.getMetadata(entity);
    this.columns = this.metadata.columns.map((column) => ({
      property: column.propertyName,
      key: `${alias}_${column.databaseName}`,
      read: (value) => driver.prepareHydratedValue(value, column),
    }));
  }

  read(row: RawRow): E {
    const entity = this.metadata.create() as Record<string, unknown>;
    for (const { property, key, read } of this.columns) entity[property] = read(row[key]);
    return entity as E;
  }
}

/** Runs a query builder and reads its rows raw. */
export async function readRows<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, reader: RowReader<E>): Promise<E[]> {
  const rows = await query.getRawMany<RawRow>();
  return rows.map((row) => reader.read(row));
}
