import { TurnedAway } from '@township-graph/shared/admission';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';

interface Waiting {
  /** Until when it is worth beginning, on the monotonic clock. */
  readonly until: number;
  begin(): void;
  giveUp(): void;
}

/**
 * Lets requests begin one at a time, or a few, each time in a turn of the event loop of their own. Whoever is planning a query keeps the
 * process to himself; between two of them arrivals are noticed, so that their deadlines begin to run, and deadlines that
 * have come are kept. Without it a burst of requests is taken in, planned and sent off in one go, deaf to everything else.
 *
 * A few that go through the same code together take less than one after the other; one that is alone has nothing to wait for.
 */
export class Pace {
  private readonly waiting: Waiting[] = [];
  private cameInTurn = 0;
  private cameBefore = 0;

  /** `most` may wait; with more than that, requests come in faster than they can be begun. So many begin `atOnce`. */
  constructor(
    private readonly most: number,
    private readonly atOnce = 1,
  ) {}

  /**
   * Nothing where the caller may begin at once: the first in its turn, when no two came in the turn before. Else resolves when it is its
   * turn, and rejects when that comes later than it is worth waiting.
   */
  turn(patienceMs: number): PromiseOrValue<void> {
    if (this.waiting.length > this.most) throw TurnedAway.OVERLOADED;
    const isFirst = this.cameInTurn === 0 && this.waiting.length === 0;
    if (isFirst) setImmediate(this.next);
    this.cameInTurn += 1;
    if (isFirst && this.cameBefore < 2) return undefined;
    return new Promise((resolve, reject) => {
      this.waiting.push({ until: performance.now() + patienceMs, begin: resolve, giveUp: () => reject(TurnedAway.OVERLOADED) });
    });
  }

  private readonly next = (): void => {
    this.cameBefore = this.cameInTurn;
    this.cameInTurn = 0;
    const now = performance.now();
    // Those who have waited in vain cost no turn: behind them are some who need not.
    while (this.waiting.length > 0 && this.waiting[0]!.until < now) this.waiting.shift()!.giveUp();
    for (const { begin } of this.waiting.splice(0, this.atOnce)) begin();
    if (this.waiting.length > 0) setImmediate(this.next);
  };
}
