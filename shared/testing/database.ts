import type { DataSource } from 'typeorm';
import { type DatabaseOptions, openDatabase } from '../src/database';
import { copyOf, type TestEngine } from './template';

/** The engines this machine can test: SQLite always, MariaDB where it is installed. */
export const ENGINES: readonly TestEngine[] = process.env.TEST_MARIADB_URL ? ['sqlite', 'mariadb'] : ['sqlite'];

export interface TestDatabase {
  readonly database: DataSource;
  /** The statements that `work` sent. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

type Schema = Pick<DatabaseOptions, 'entities' | 'migrations'>;

/** A fresh database as production's migrations leave it. */
export async function freshDatabase(engine: TestEngine, schema: Schema): Promise<TestDatabase> {
  let heard: string[] | null = null;
  const database = await openDatabase({ ...schema, url: await migratedUrl(engine, schema), onStatement: (sql) => heard?.push(sql) });
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

/** Migrations run once for all who begin with the same. */
function migratedUrl(engine: TestEngine, schema: Schema): Promise<string> {
  const key = Object.values(schema.migrations).map(String).join('\n');
  return copyOf(engine, key, async (url) => {
    const database = await openDatabase({ ...schema, url });
    await database.destroy();
  });
}
