import { TurnedAway } from '@township-graph/shared/admission';
import { RateLimited } from '../guard/rate-limit';
import type { ChangeStream } from './change-stream';

/** When to try again, for who has too many of them open. */
const TRY_AGAIN_SECONDS = 30;

/** The streams that are open, so many in all and so many for each token's subject. */
export class OpenStreams {
  private readonly bySubject = new Map<ChangeStream, string>();
  private isClosed = false;

  constructor(
    private readonly most: number,
    private readonly mostPerSubject: number,
  ) {}

  get size(): number {
    return this.bySubject.size;
  }

  /** Throws for one stream more than there may be. */
  check(): void {
    if (this.isClosed) throw TurnedAway.DRAINING;
    if (this.size >= this.most) throw TurnedAway.OVERLOADED;
  }

  add(stream: ChangeStream, subject: string): void {
    this.check();
    const own = [...this.bySubject.values()].filter((other) => other === subject).length;
    if (own >= this.mostPerSubject) throw new RateLimited(TRY_AGAIN_SECONDS);
    this.bySubject.set(stream, subject);
  }

  remove(stream: ChangeStream): void {
    this.bySubject.delete(stream);
  }

  /** Ends all of them, and lets in no other. */
  close(): void {
    this.isClosed = true;
    for (const stream of this.bySubject.keys()) stream.end(TurnedAway.DRAINING);
  }
}
