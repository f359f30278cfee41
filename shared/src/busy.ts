import { setTimeout as pause } from 'node:timers/promises';

/** With the three further attempts that a command has, no longer than a request may take. */
const PATIENCE_MS = 2500;
const LONGEST_PAUSE_MS = 5;

/** Another process is writing to the same SQLite file, or putting it in order after one that died. */
export function isBusy(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}

/**
 * Tries until no other process is in the way, and throws what was in it when that takes too long. SQLite's own waiting holds up the
 * whole process, reads and deadlines included.
 */
export async function patiently<T>(attempt: () => Promise<T>, isInTheWay: (error: unknown) => boolean): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isInTheWay(error) || performance.now() > until) throw error;
      // By chance, so that of many who wait each has its turn.
      await pause(1 + Math.random() * LONGEST_PAUSE_MS);
    }
  }
}
