import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { type DatabaseOptions, openDatabase } from '../src/database';

export type TestEngine = 'sqlite' | 'mariadb';

/** The engines this machine can test: SQLite always, MariaDB where it is installed. */
export const ENGINES: readonly TestEngine[] = process.env.TEST_MARIADB_URL ? ['sqlite', 'mariadb'] : ['sqlite'];

export interface TestDatabase {
  readonly database: DataSource;
  /** The statements that `work` sent. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** A database of its own address, empty. On SQLite a file, as in production: one in memory has no connection for reads. */
export async function freshUrl(engine: TestEngine): Promise<string> {
  if (engine === 'sqlite') return `sqlite:${path.join(process.env.TEST_SQLITE_DIRECTORY!, `${randomUUID()}.db`)}`;
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const { hostname, port } = new URL(process.env.TEST_MARIADB_URL!);
  const connection = await createConnection({ host: hostname, port: Number(port), user: 'root' });
  await connection.query(`CREATE DATABASE ${name}`);
  await connection.end();
  return `${process.env.TEST_MARIADB_URL}/${name}`;
}

/** A fresh database with its migrations run, as production runs them. */
export async function freshDatabase(engine: TestEngine, schema: Pick<DatabaseOptions, 'entities' | 'migrations'>): Promise<TestDatabase> {
  let heard: string[] | null = null;
  const database = await openDatabase({ ...schema, url: await freshUrl(engine), onStatement: (sql) => heard?.push(sql) });
  return {
    database,
    async statementsOf(work) {
      heard = [];
      await work();
      const statements = heard;
      heard = null;
      return statements;
    },
    close: () => database.destroy(),
  };
}
