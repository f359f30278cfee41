import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isSqlite } from './database';

/** The same rows, held until the transaction ends, so that what is computed from them is written before anybody changes them. On SQLite a transaction holds them all. */
export function held<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  return isSqlite(query.connection) ? query : query.setLock('pessimistic_write');
}

/** The same rows, changed by nobody until the transaction ends; many may rely on them at once. */
export function unchanging<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  return isSqlite(query.connection) ? query : query.setLock('pessimistic_read');
}
