import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** How a command's answer is kept as text, and made of the text again. */
export interface ResultForm<T> {
  keep(result: T): string;
  revive(kept: string): T;
}

/** For answers that JSON carries as they are: counts, words, lists of them. */
export function plainResult<T>(): ResultForm<T> {
  return { keep: (result) => JSON.stringify(result), revive: (kept) => JSON.parse(kept) as T };
}

/** For a row as it was when the command ended, whatever has become of it since. */
export function rowResult<E extends ObjectLiteral>(manager: EntityManager, entity: EntityTarget<E>): ResultForm<E> {
  const metadata = manager.connection.getMetadata(entity);
  return {
    keep: (row) => JSON.stringify(Object.fromEntries(metadata.columns.map(({ propertyName }) => [propertyName, row[propertyName]]))),
    revive: (kept) => {
      const row = metadata.create() as Record<string, unknown>;
      const values = JSON.parse(kept) as Record<string, unknown>;
      for (const { propertyName, type } of metadata.columns) {
        const value = values[propertyName];
        row[propertyName] = type === 'datetime' && typeof value === 'string' ? new Date(value) : value;
      }
      return row as E;
    },
  };
}
