/** What an entry takes beside its value, in about the unit that values are weighed in: characters. */
export const ENTRY_WEIGHT = 200;

interface Entry<V> {
  readonly value: V;
  readonly weight: number;
}

/** Values by key, of which the least recently used are dropped once all together weigh too much. */
export class RecentlyUsed<V> {
  private readonly entries = new Map<string, Entry<V>>();
  /** At the end already. */
  private newest: Entry<V> | null = null;
  private weight = 0;

  constructor(private readonly heaviest: number) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    if (entry !== this.newest) {
      // A Map keeps the order of insertion: what is used moves to its end.
      this.entries.delete(key);
      this.append(key, entry);
    }
    return entry.value;
  }

  set(key: string, value: V, characters: number): void {
    this.drop(key);
    const weight = characters + ENTRY_WEIGHT;
    this.append(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.heaviest) return;
      this.drop(oldest);
    }
  }

  private append(key: string, entry: Entry<V>): void {
    this.entries.set(key, entry);
    this.newest = entry;
  }

  private drop(key: string): void {
    this.weight -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }
}
