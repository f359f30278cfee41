import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DataSource, DataSourceOptions, Logger, MixedList } from 'typeorm';
import { DomainError } from './errors';
import { ReadingDatabase } from './reading-database';
import { guardSingleConnection } from './single-connection';
import { SqliteReader } from './sqlite-reader';

export type Engine = 'sqlite' | 'mysql' | 'mariadb';

export interface DatabaseOptions {
  /** `sqlite:PATH`, `sqlite::memory:`, `mysql://user:password@host:port/name` or `mariadb://…`. */
  readonly url: string;
  readonly entities: DataSourceOptions['entities'] & object;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for a list of classes
  readonly migrations: MixedList<Function | string>;
  /** Told of each statement, with its text only: parameters may be personal data. */
  readonly onStatement?: (sql: string) => void;
}

/** Opens the database and brings it to the newest migration. Never `synchronize`: tests run what production runs. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const database = new ReadingDatabase(dataSourceOptions(options));
  await database.initialize();
  try {
    if (isSqlite(database)) database.lock = guardSingleConnection(database);
    await exclusively(database, () => database.runMigrations({ transaction: 'each' }));
    // From here on it is waited for other processes without holding up this one.
    if (isSqlite(database)) await database.query('PRAGMA busy_timeout = 0');
    database.reader = readerOf(options.url);
    return database;
  } catch (error) {
    // Whoever tries again must not find the connections of the last attempt still taken.
    await database.destroy().catch(() => {});
    throw error;
  }
}

export function isSqlite(database: DataSource): boolean {
  return database.options.type === 'better-sqlite3';
}

export function engineOf(url: string): Engine {
  const engine = /^(sqlite|mysql|mariadb):/.exec(url)?.[1];
  if (engine) return engine as Engine;
  throw new DomainError('BAD_USER_INPUT', 'DATABASE_URL', {
    zh: '数据库地址须以 sqlite:、mysql:// 或 mariadb:// 开头',
    en: 'A database address starts with sqlite:, mysql:// or mariadb://',
  });
}

function dataSourceOptions({ url, entities, migrations, onStatement }: DatabaseOptions): DataSourceOptions {
  const engine = engineOf(url);
  const common = { entities, migrations, synchronize: false, logger: new StatementObserver(onStatement), logging: ['query'] as 'query'[] };
  if (engine === 'sqlite')
    return { ...common, type: 'better-sqlite3', database: sqlitePath(url), driver: require('libsql'), timeout: 10_000, enableWAL: true };
  // Conditional updates decide between writers, so nothing is gained by a snapshot, and MariaDB 11 refuses to update what changed since one.
  return {
    ...common,
    type: engine,
    url,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: false,
    isolationLevel: 'READ COMMITTED',
    extra: { connectionLimit: 10, connectTimeout: 5000 },
  };
}

function sqlitePath(url: string): string {
  const file = url.slice('sqlite:'.length);
  if (file === ':memory:') return file;
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  return file;
}

/** A database in memory is its one connection's alone. */
function readerOf(url: string): SqliteReader | null {
  return engineOf(url) === 'sqlite' && sqlitePath(url) !== ':memory:' ? new SqliteReader(sqlitePath(url)) : null;
}

/** Runs the work alone on SQLite's single connection; other engines give each transaction a connection of its own. */
export function exclusively<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  const lock = database instanceof ReadingDatabase ? database.lock : null;
  return lock ? lock.exclusively(work) : work();
}

/** Passes statements on without their parameters, and nothing to the console. */
class StatementObserver implements Logger {
  constructor(private readonly onStatement: ((sql: string) => void) | undefined) {}
  logQuery(sql: string): void {
    this.onStatement?.(sql);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
