/** What an entry takes beside its value, in about the unit that values are weighed in: characters. */
export const ENTRY_WEIGHT = 200;

/** Values by key, of which the least recently used are dropped once all together weigh too much. */
export class RecentlyUsed<V> {
  private readonly entries = new Map<string, { readonly value: V; readonly weight: number }>();
  private weight = 0;

  constructor(private readonly heaviest: number) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    // A Map keeps the order of insertion: what is used moves to its end.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, characters: number): void {
    this.drop(key);
    const weight = characters + ENTRY_WEIGHT;
    this.entries.set(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.heaviest) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.weight -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }
}
