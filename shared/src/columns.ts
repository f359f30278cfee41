import { type QueryRunner, Table, TableColumn, type TableColumnOptions, TableIndex } from 'typeorm';

/** A column as a migration writes it: one description that both SQLite and MySQL/MariaDB understand. */
type Column = TableColumnOptions & { readonly bytewise?: boolean };

/** Codes, identifiers, enum values: compared byte by byte, so that a prefix is an index range. */
export const code = (name: string, length: number, more: Partial<Column> = {}): Column => ({
  name,
  type: 'varchar',
  length: String(length),
  bytewise: true,
  ...more,
});
/** UUIDv7. */
export const id = (name = 'id', more: Partial<Column> = {}): Column => code(name, 36, more);
/** Short text for people, sorted by the language's rules on MySQL. */
export const text = (name: string, length: number, more: Partial<Column> = {}): Column => ({
  name,
  type: 'varchar',
  length: String(length),
  ...more,
});
export const longText = (name: string, more: Partial<Column> = {}): Column => ({ name, type: 'text', ...more });
/** Text that may be longer than the 64 KiB of MySQL's `text`. */
export const pageText = (name: string, more: Partial<Column> = {}): Column => ({ name, type: 'mediumtext', ...more });
/** JSON kept as text: read whole, never queried inside. */
export const json = (name: string, more: Partial<Column> = {}): Column => longText(name, more);
export const integer = (name: string, more: Partial<Column> = {}): Column => ({ name, type: 'int', ...more });
export const flag = (name: string, more: Partial<Column> = {}): Column => ({ name, type: 'boolean', ...more });
/** A calendar day in Asia/Shanghai, as `YYYY-MM-DD`. */
export const day = (name: string, more: Partial<Column> = {}): Column => code(name, 10, more);
/** A UTC instant with milliseconds, set by code. */
export const instant = (name: string, more: Partial<Column> = {}): Column => ({ name, type: 'datetime', precision: 3, ...more });

export const optional = { isNullable: true } as const;
export const primary = { isPrimary: true } as const;

interface IndexPlan {
  readonly columns: readonly string[];
  readonly unique?: boolean;
}

interface TablePlan {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly indices?: readonly IndexPlan[];
}

/** Creates a table with its indices. DDL does not roll back on MySQL: one table a migration. */
export async function createTable(runner: QueryRunner, { name, columns, indices = [] }: TablePlan): Promise<void> {
  const sqlite = runner.connection.options.type === 'better-sqlite3';
  await runner.createTable(
    new Table({
      name,
      columns: columns.map((column) => forEngine(column, sqlite)),
      indices: indices.map((index) => indexOf(name, index)),
      ...(sqlite ? {} : { engine: 'InnoDB' }),
    }),
  );
}

/** Adds a column to a table that may have rows. */
export async function addColumn(runner: QueryRunner, table: string, column: Column): Promise<void> {
  const sqlite = runner.connection.options.type === 'better-sqlite3';
  await runner.addColumn(table, new TableColumn(forEngine(column, sqlite)));
}

/**
 * Adds columns one after the other, each unless it is there: where DDL does not roll back, a migration that broke off goes on
 * where it was.
 */
export async function addColumns(runner: QueryRunner, table: string, columns: readonly Column[]): Promise<void> {
  for (const column of columns) if (!(await runner.hasColumn(table, column.name))) await addColumn(runner, table, column);
}

export async function dropColumns(runner: QueryRunner, table: string, columns: readonly Column[]): Promise<void> {
  for (const { name } of columns) if (await runner.hasColumn(table, name)) await runner.dropColumn(table, name);
}

export async function addIndex(runner: QueryRunner, table: string, index: IndexPlan): Promise<void> {
  await runner.createIndex(table, indexOf(table, index));
}

function indexOf(table: string, { columns, unique = false }: IndexPlan): TableIndex {
  return new TableIndex({ name: `${table}_by_${columns.join('_')}`.slice(0, 60), columnNames: [...columns], isUnique: unique });
}

const TEXTS: ReadonlySet<string> = new Set(['varchar', 'text', 'mediumtext']);

function forSqlite(column: TableColumnOptions): TableColumnOptions {
  if (column.type === 'datetime') return { ...column, precision: undefined };
  return column.type === 'mediumtext' ? { ...column, type: 'text' } : column;
}

function forEngine({ bytewise, ...column }: Column, sqlite: boolean): TableColumnOptions {
  if (sqlite) return forSqlite(column);
  if (TEXTS.has(column.type)) {
    return { ...column, charset: 'utf8mb4', collation: bytewise ? 'utf8mb4_bin' : 'utf8mb4_unicode_520_ci' };
  }
  return column;
}
