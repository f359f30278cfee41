const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** After each failure in a row, waits twice as long before the next attempt. */
export class BackOff {
  private failures = 0;
  private retryAt = Number.NEGATIVE_INFINITY;

  get isFailing(): boolean {
    return this.failures > 0;
  }

  allows(now: Date): boolean {
    return now.getTime() >= this.retryAt;
  }

  /** The wait it imposes, in milliseconds. */
  failed(now: Date): number {
    const waitMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures);
    this.failures += 1;
    this.retryAt = now.getTime() + waitMs;
    return waitMs;
  }

  succeeded(): void {
    this.failures = 0;
    this.retryAt = Number.NEGATIVE_INFINITY;
  }
}
