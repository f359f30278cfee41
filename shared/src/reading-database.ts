import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner, type SelectQueryBuilder } from 'typeorm';
import { CompiledQuery, type CompiledText, type QueryGround } from './compiled-query';
import type { RawRow } from './row';
import { namedRows, type SqliteReader } from './sqlite-reader';
import type { WriteLock } from './write-lock';

/** A database whose queries are compiled once a shape and, on an SQLite file, read on a connection of their own. */
export class ReadingDatabase extends DataSource implements QueryGround {
  readonly texts = new Map<string, CompiledText>();
  readonly queries = new Map<string, string>();
  /** Lets one at a time into SQLite's single connection for writes; other engines have none. */
  lock: WriteLock | null = null;
  reader: SqliteReader | null = null;

  /** Whoever is inside a transaction reads what it has written; the others read what has been committed. */
  readerFor(runner: QueryRunner | undefined): SqliteReader | null {
    return runner || this.lock?.isMine ? null : this.reader;
  }

  override createQueryBuilder<E extends ObjectLiteral>(entity: EntityTarget<E>, alias: string, runner?: QueryRunner): SelectQueryBuilder<E>;
  // biome-ignore lint/suspicious/noExplicitAny: as TypeORM has it
  override createQueryBuilder(runner?: QueryRunner): SelectQueryBuilder<any>;
  override createQueryBuilder<E extends ObjectLiteral>(
    first?: EntityTarget<E> | QueryRunner,
    alias?: string,
    runner?: QueryRunner,
  ): SelectQueryBuilder<E> {
    if (!alias) return super.createQueryBuilder(first as QueryRunner);
    return new CompiledQuery<E>(this, runner)
      .select(alias)
      .from(this.getMetadata(first as EntityTarget<E>).target as EntityTarget<E>, alias);
  }

  /** A subquery is none; TypeORM would compare it with the name of each. */
  override hasMetadata(target: EntityTarget<ObjectLiteral>): boolean {
    return !(typeof target === 'string' && target.startsWith('(')) && super.hasMetadata(target);
  }

  override async destroy(): Promise<void> {
    this.reader?.close();
    this.reader = null;
    await super.destroy();
  }
}

/** Reads what no builder can say. Its text is made of one that {@link ScopedRepository} began, or it shows what no division guards. */
export async function rowsBy(database: DataSource, sql: string, parameters: unknown[]): Promise<RawRow[]> {
  const reader = database instanceof ReadingDatabase ? database.readerFor(undefined) : null;
  if (!reader) return database.query(sql, parameters);
  database.logger.logQuery(sql, parameters);
  return namedRows(await reader.table(sql, parameters));
}
