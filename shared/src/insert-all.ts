import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** SQLite takes 32,766 values in one statement; MySQL's packet takes as many of ours. */
const VALUES_A_STATEMENT = 20_000;

/**
 * What is over goes in pieces of this many rows. A statement is prepared and kept for each number of rows that was ever sent,
 * at megabytes for the large: so the large are all alike.
 */
const ROWS_A_PIECE = 64;

/**
 * Inserts many rows in as few statements as the engines take. The caller opens the transaction.
 * `onInserted` hears how many rows each statement added.
 */
export async function insertAll<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  rows: readonly object[],
  onInserted: (count: number) => void = () => undefined,
): Promise<void> {
  const metadata = manager.connection.getMetadata(entity);
  const { driver } = manager.connection;
  const columns = metadata.columns;
  const names = columns.map((column) => driver.escape(column.databaseName)).join(', ');
  const row = `(${columns.map(() => '?').join(', ')})`;
  const rowsAStatement = Math.max(1, Math.min(1000, Math.floor(VALUES_A_STATEMENT / columns.length)));
  for (let start = 0; start < rows.length; ) {
    const isFull = rows.length - start >= rowsAStatement;
    const chunk = rows.slice(start, start + (isFull ? rowsAStatement : Math.min(ROWS_A_PIECE, rowsAStatement))) as Record<
      string,
      unknown
    >[];
    start += chunk.length;
    const values = chunk.flatMap((values) =>
      columns.map((column) => driver.preparePersistentValue(values[column.propertyName] ?? null, column)),
    );
    await manager.query(`INSERT INTO ${driver.escape(metadata.tableName)} (${names}) VALUES ${chunk.map(() => row).join(', ')}`, values);
    onInserted(chunk.length);
  }
}
