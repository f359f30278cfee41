import { isBusy, patiently } from './busy';
import type { PromiseOrValue } from './promise-or-value';
import type { RawRow } from './row';

/** What of libsql is used here; it has the interface of better-sqlite3. */
interface Connection {
  pragma(text: string): unknown;
  prepare(sql: string): Statement;
  close(): void;
}

interface Statement {
  raw(): Statement;
  columns(): readonly { readonly name: string }[];
  all(parameters: readonly unknown[]): unknown[][];
  /** The first row, if there is one; the statement is over then. */
  get(parameters: readonly unknown[]): unknown[] | undefined;
}

type RowsOf = (statement: Statement) => readonly unknown[][];

interface Prepared {
  readonly statement: Statement;
  readonly columns: readonly string[];
}

/** Rows without the names of their columns, which are the same in each: to make an object of a row takes as long as to fetch it. */
export interface RawTable {
  /** The same list each time for one statement. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const Libsql: new (file: string, options: { timeout: number }) => Connection = require('libsql');

/** As much of a file as is mapped; the rest is read as before. */
const MAPPED_BYTES = 256 * 2 ** 20;

/** How many statements stay prepared. */
const PREPARED_STATEMENTS = 500;

export function namedRows<T = RawRow>({ columns, rows }: RawTable): T[] {
  return rows.map((cells) => {
    const row: RawRow = {};
    for (let index = 0; index < columns.length; index += 1) row[columns[index]!] = cells[index];
    return row as T;
  });
}

/**
 * A connection to an SQLite file that only reads. In WAL mode it sees what has been committed and nothing of an open transaction,
 * so reads wait for no write. Each read is over when it returns: none holds an old state of the file, or the log's end.
 */
export class SqliteReader {
  private connection: Connection;
  private readonly statements = new Map<string, Prepared>();

  constructor(private readonly file: string) {
    this.connection = opened(file);
  }

  /** All rows. */
  table(sql: string, parameters: readonly unknown[]): PromiseOrValue<RawTable> {
    return this.atOnce(sql, (statement) => statement.all(parameters));
  }

  /** The one row that there can be of each of these sets of parameters; beside `get` for a few rows, `all` for all of them takes long. */
  oneOfEach(sql: string, sets: readonly (readonly unknown[])[]): PromiseOrValue<RawTable> {
    return this.atOnce(sql, (statement) => sets.map((parameters) => statement.get(parameters)).filter((row) => row !== undefined));
  }

  /**
   * At once: a writer is in nobody's way here. Only a log that is put in order after a process died keeps readers waiting, and that
   * is waited for without holding up this process.
   */
  private atOnce(sql: string, rowsOf: RowsOf): PromiseOrValue<RawTable> {
    const read = () => this.read(sql, rowsOf);
    try {
      return read();
    } catch (error) {
      if (!isBusy(error)) throw error;
      return patiently(async () => read(), isBusy);
    }
  }

  /** Fetched to the last: a statement left before its end would keep its read transaction open. */
  private read(sql: string, rowsOf: RowsOf): RawTable {
    try {
      const { statement, columns } = this.prepared(sql);
      return { columns, rows: rowsOf(statement) };
    } catch (error) {
      // A statement that failed may stay half-way, and would keep its connection at what the file held then.
      this.close();
      this.connection = opened(this.file);
      throw error;
    }
  }

  close(): void {
    this.statements.clear();
    this.connection.close();
  }

  private prepared(sql: string): Prepared {
    let prepared = this.statements.get(sql);
    if (!prepared) {
      if (this.statements.size >= PREPARED_STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
      const statement = this.connection.prepare(sql).raw();
      prepared = { statement, columns: statement.columns().map(({ name }) => name) };
      this.statements.set(sql, prepared);
    }
    return prepared;
  }
}

function opened(file: string): Connection {
  const connection = new Libsql(file, { timeout: 0 });
  connection.pragma('query_only = ON');
  // The system's page cache is read in place: the connection's own holds 2 MB, and a county's count walks more.
  connection.pragma(`mmap_size = ${MAPPED_BYTES}`);
  return connection;
}
