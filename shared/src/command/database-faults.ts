/** What a driver's error means for the transaction it came up in. */
export type DatabaseFault = 'contention' | 'connection-lost' | 'duplicate' | 'other';

/** The engine gave up for the sake of another transaction, and has rolled this one back: it may be run again. */
const CONTENTION = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_RECOVERY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);

const CONNECTION_LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_QUERY_INTERRUPTED',
]);

const DUPLICATE = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE']);

/** For a write's `catch`: of two that write the same at once, the unique index lets one through, and the other is refused in words. */
export function duplicateAs(refusal: () => Error): (error: unknown) => never {
  return (error) => {
    throw databaseFaultOf(error) === 'duplicate' ? refusal() : error;
  };
}

export function databaseFaultOf(error: unknown): DatabaseFault {
  const { code, fatal } = error as { code?: string; fatal?: boolean };
  // mysql2 gives no code to what it refuses to send over a connection that has died since the last statement.
  if (code === undefined) return fatal ? 'connection-lost' : 'other';
  if (CONTENTION.has(code)) return 'contention';
  if (CONNECTION_LOST.has(code)) return 'connection-lost';
  return DUPLICATE.has(code) ? 'duplicate' : 'other';
}
