import DataLoader from 'dataloader';
import { andThen, type PromiseOrValue } from './promise-or-value';

/** One row a key, null where there is none. Made per request: a shared one would be a cache of other people's data. */
export function oneByKey<K extends string, V>(
  find: (keys: readonly K[]) => Promise<readonly V[]>,
  keyOf: (value: V) => K,
): DataLoader<K, V | null> {
  return new DataLoader(async (keys) => oneForEach(keys, await find(keys), keyOf));
}

function oneForEach<K, V>(keys: readonly K[], found: readonly V[], keyOf: (value: V) => K): (V | null)[] {
  const values = new Map(found.map((value) => [keyOf(value), value] as const));
  return keys.map((key) => values.get(key) ?? null);
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

/** The properties of a row that are asked for; null for the whole of it. */
export type Asked = readonly string[] | null;

interface Wanted {
  readonly key: string;
  readonly asked: Asked;
}

/** Rows by a column that no two of them share: one statement for what is asked for together, which reads what any of it needs. */
export class RowLoader<E> {
  private readonly rows: DataLoader<Wanted, E | null>;
  private readonly known = new Map<string, Promise<E | null>>();

  constructor(find: (keys: readonly string[], asked: Asked) => PromiseOrValue<readonly E[]>, keyOf: (row: E) => string) {
    this.rows = new DataLoader(
      async (wanted) => {
        const keys = wanted.map(({ key }) => key);
        return andThen(find([...new Set(keys)], allAsked(wanted)), (found) => oneForEach(keys, found, keyOf));
      },
      // What is asked for again has one promise with the first: DataLoader's own memory makes another each time.
      { cache: false },
    );
  }

  /** The whole row. */
  load(key: string): Promise<E | null> {
    return this.read(key, null);
  }

  /** For a field that shows the row. */
  shown(key: string): Shown<E> {
    return new Shown((asked) => this.read(key, asked));
  }

  private read(key: string, asked: Asked): Promise<E | null> {
    const name = asked ? `${key}\n${asked.join()}` : key;
    return memoised(this.known, name, () => this.rows.load({ key, asked }));
  }
}

/** The value that is there by this key, or is made now and kept. */
export function memoised<V>(values: Map<string, V>, key: string, make: () => V): V {
  let value = values.get(key);
  if (value === undefined) {
    value = make();
    values.set(key, value);
  }
  return value;
}

/** A row that a field shows, read once it is known what of it is asked for. Resolvers return it; `AskedProperties` has it read. */
export class Shown<E> {
  constructor(readonly read: (asked: Asked) => Promise<E | null>) {}
}

function allAsked(wanted: readonly Wanted[]): Asked {
  const [{ asked: first }] = wanted as readonly [Wanted];
  if (wanted.every(({ asked }) => asked === first)) return first;
  const all = new Set<string>();
  for (const { asked } of wanted) {
    if (!asked) return null;
    for (const property of asked) all.add(property);
  }
  return [...all].sort();
}
