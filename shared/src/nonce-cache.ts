export interface NonceCacheOptions {
  /** When it began to remember. Calls signed earlier may have been answered by the process before this one. */
  readonly since?: number;
  readonly capacity?: number;
}

/**
 * The nonces of calls that are still within the window. Bounded, and closed when full: forgetting the oldest would let
 * it be replayed. It is this process's memory only, so replicas of one subgraph each accept a call once.
 */
export class NonceCache {
  readonly since: number;
  private readonly capacity: number;
  /** Nonce → the instant after which the timestamp alone refuses it. */
  private readonly expiries = new Map<string, number>();
  /** In order of arrival. Beside the map, for to find a map's first entry takes as long as many were deleted before it. */
  private arrivals: string[] = [];
  private forgotten = 0;

  constructor({ since = Number.NEGATIVE_INFINITY, capacity = 500_000 }: NonceCacheOptions = {}) {
    this.since = since;
    this.capacity = capacity;
  }

  remember(nonce: string, expiresAt: number, now: number): 'new' | 'known' | 'full' {
    if (this.expiries.has(nonce)) return 'known';
    this.forgetExpired(now);
    if (this.expiries.size >= this.capacity) return 'full';
    this.expiries.set(nonce, expiresAt);
    this.arrivals.push(nonce);
    return 'new';
  }

  /** Stops at the first that still counts: arrival order is expiry order but for the clocks' difference. */
  private forgetExpired(now: number): void {
    for (; this.forgotten < this.arrivals.length; this.forgotten += 1) {
      const nonce = this.arrivals[this.forgotten]!;
      if (this.expiries.get(nonce)! >= now) break;
      this.expiries.delete(nonce);
    }
    if (this.forgotten * 2 <= this.arrivals.length) return;
    this.arrivals = this.arrivals.slice(this.forgotten);
    this.forgotten = 0;
  }
}
