/**
 * A sequence of numbers that look like chance and are the same on every machine (mulberry32): whoever begins with the same
 * words gets the same sequence. For demonstration rows only; nothing secret comes of it.
 */
export class DemoRandom {
  private state: number;

  constructor(seed: string) {
    this.state = hashOf(seed);
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of them; there must be one. */
  pick<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!;
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash;
}
