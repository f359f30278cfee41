import DataLoader from 'dataloader';

/** One row a key, null where there is none. Made per request: a shared one would be a cache of other people's data. */
export function oneByKey<K extends string, V>(
  find: (keys: readonly K[]) => Promise<readonly V[]>,
  keyOf: (value: V) => K,
): DataLoader<K, V | null> {
  return new DataLoader(async (keys) => {
    const found = new Map((await find(keys)).map((value) => [keyOf(value), value] as const));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** All rows of a key, in the order the query gave them. */
export function manyByKey<K extends string, V>(
  find: (keys: readonly K[]) => Promise<readonly V[]>,
  keyOf: (value: V) => K,
): DataLoader<K, V[]> {
  return new DataLoader(async (keys) => {
    const groups = new Map<K, V[]>(keys.map((key) => [key, []]));
    for (const value of await find(keys)) groups.get(keyOf(value))?.push(value);
    return keys.map((key) => groups.get(key)!);
  });
}
