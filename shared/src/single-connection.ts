import type { DataSource, EntityManager } from 'typeorm';
import { isBusy, patiently } from './busy';
import { WriteLock } from './write-lock';

type Runner = { isTransactionActive: boolean } & Record<'query' | 'startTransaction', (...args: never[]) => Promise<unknown>>;

/** What transactions could not begin for: nothing of them was done, so that each can be tried again as a whole. */
const notBegun = new WeakSet<object>();

/**
 * Makes TypeORM's one shared query runner safe: transactions and the writes that open one run alone,
 * and so does every single statement, for the runner prepares it in several asynchronous steps.
 * Who finds another process writing steps aside, for this process's reads go on meanwhile.
 */
export function guardSingleConnection(database: DataSource): WriteLock {
  const lock = new WriteLock();
  const runner = database.createQueryRunner() as unknown as Runner;
  const { query, startTransaction } = runner;
  const connection = new Connection(database);

  runner.query = (...args: never[]) => {
    const [sql] = args as unknown as [string];
    const run = () => query.call(runner, ...args);
    if (sql === 'BEGIN TRANSACTION') return lock.exclusively(async () => connection.begin());
    if (lock.isMine && runner.isTransactionActive) return run();
    return patiently(() => lock.exclusively(() => (WRITES.test(sql) ? connection.inTransaction(run) : run())), isBusy);
  };
  runner.startTransaction = async (...args: never[]) => {
    if (!lock.isMine) throw new Error('A SQLite transaction must be opened through EntityManager.transaction');
    const isNested = runner.isTransactionActive;
    try {
      await startTransaction.call(runner, ...args);
    } catch (error) {
      // TypeORM goes on believing that it has one, and would send what follows without.
      runner.isTransactionActive = isNested;
      if (isBusy(error)) notBegun.add(error as object);
      throw error;
    }
  };
  guardManager(database.manager, lock);
  return lock;
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i;

/**
 * The connection below TypeORM. A prepared statement that met another writer stays half-way, and keeps what it has read of the
 * file from before: so nothing but a BEGIN may meet one, and that is not prepared.
 */
class Connection {
  constructor(private readonly database: DataSource) {}

  /** A deferred transaction that turns into a write cannot wait for another process; an immediate one can. */
  begin(): void {
    this.database.logger.logQuery('BEGIN IMMEDIATE');
    this.execute('BEGIN IMMEDIATE');
  }

  /** For a single statement that writes. */
  async inTransaction<T>(statement: () => Promise<T>): Promise<T> {
    this.execute('BEGIN IMMEDIATE');
    try {
      const result = await statement();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  private rollBack(): void {
    try {
      this.execute('ROLLBACK');
    } catch {
      // Some errors, such as a full disk, have rolled it back already; they are what is told.
    }
  }

  private execute(sql: string): void {
    const { databaseConnection } = this.database.driver as unknown as { databaseConnection: { exec(statement: string): void } };
    databaseConnection.exec(sql);
  }
}

function guardManager(manager: EntityManager, lock: WriteLock): void {
  const open = manager as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const method of ['transaction', 'save', 'remove', 'softRemove', 'recover'] as const) {
    const original = open[method]!;
    open[method] = (...args) => {
      const run = () => lock.exclusively(() => original.apply(manager, args));
      return lock.isMine ? run() : patiently(run, (error) => notBegun.has(error as object));
    };
  }
}
