import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '../errors';
import { databaseFaultOf } from './database-faults';

const RETRIES = 3;
const SHORTEST_PAUSE_MS = 20;

/** Others changed the same rows again and again; nothing of this command was done. */
const contended = () =>
  new DomainError('CONFLICT', 'CONTENDED', {
    zh: '当前操作繁忙，未作任何变更，请稍后重试',
    en: 'Too much going on at once; nothing was changed, try again',
  });

/** The connection went while the commit was on its way. With an idempotency key the command can safely be sent again. */
const resultUnknown = () =>
  new DomainError('RESULT_UNKNOWN', 'COMMIT_UNCONFIRMED', {
    zh: '未能确认操作是否生效：请用同一 idempotencyKey 重试，或查询后再决定',
    en: 'Whether the change took effect is unknown: send it again with the same idempotencyKey, or look first',
  });

/**
 * Runs the work in a transaction, again from its beginning when the engine rolled it back for the sake of another:
 * three times, after pauses that differ, so that two who met once do not meet again.
 */
export async function transact<T>(database: DataSource, work: (tx: EntityManager) => Promise<T>, random = Math.random): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    let isDone = false;
    try {
      return await database.manager.transaction(async (tx) => {
        const result = await work(tx);
        isDone = true;
        return result;
      });
    } catch (error) {
      const fault = databaseFaultOf(error);
      if (fault === 'connection-lost' && isDone) throw resultUnknown();
      if (fault !== 'contention' && fault !== 'connection-lost') throw error;
      if (attempt === RETRIES) throw fault === 'contention' ? contended() : error;
      await pause(SHORTEST_PAUSE_MS * 2 ** attempt * (1 + random()));
    }
  }
}
