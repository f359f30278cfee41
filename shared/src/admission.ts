import { DomainError } from './errors';

const WORDS = {
  OVERLOADED: { zh: '服务繁忙，请稍后重试', en: 'Too many requests at once; try again shortly' },
  DRAINING: { zh: '服务正在停止，请重试', en: 'The service is about to stop; try again' },
  STARTING: { zh: '服务正在启动，请稍后重试', en: 'The service is starting; try again shortly' },
} as const;

/** Turned away before anything of it was done, so that it may safely be sent again, a change included. */
export class TurnedAway extends DomainError {
  /** One of each, made beforehand: under load even a stack trace is too much work. */
  static readonly OVERLOADED = new TurnedAway('OVERLOADED');
  static readonly DRAINING = new TurnedAway('DRAINING');
  static readonly STARTING = new TurnedAway('STARTING');

  private constructor(reason: keyof typeof WORDS) {
    super('RATE_LIMITED', reason, WORDS[reason]);
  }
}

export interface AdmissionLimits {
  /** How many run at once. */
  readonly running: number;
  /** How many more may wait for their turn. */
  readonly waiting: number;
}

/**
 * Lets in as many as can be served and turns the rest away at once: a server that takes everybody in answers nobody in
 * time. Who waits is served in order, and dropped when its answer would come too late.
 */
export class Admission {
  private runningNow = 0;
  private readonly waiting = new Set<() => void>();
  private isClosed = false;
  private onEmpty: () => void = () => {};

  constructor(private readonly limits: AdmissionLimits) {}

  get running(): number {
    return this.runningNow;
  }

  get queued(): number {
    return this.waiting.size;
  }

  /** Throws what {@link run} would: what can be told before a body is read. */
  check(): void {
    if (this.isClosed) throw TurnedAway.DRAINING;
    if (this.runningNow >= this.limits.running && this.waiting.size >= this.limits.waiting) throw TurnedAway.OVERLOADED;
  }

  /** Does the work when its turn comes. `patience` is asked only when it has to wait, and ends the waiting. */
  async run<T>(work: () => Promise<T>, patience: () => AbortSignal): Promise<T> {
    this.check();
    if (this.runningNow < this.limits.running) this.runningNow += 1;
    else await this.turn(patience());
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Lets nobody in any more; resolves when all who are in, those who wait included, have been served. */
  close(): Promise<void> {
    this.isClosed = true;
    if (this.runningNow === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.onEmpty = resolve;
    });
  }

  private turn(patience: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.waiting.delete(enter);
        reject(TurnedAway.OVERLOADED);
      };
      const enter = () => {
        patience.removeEventListener('abort', giveUp);
        resolve();
      };
      if (patience.aborted) return giveUp();
      patience.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(enter);
    });
  }

  /** Hands the place to the one who has waited longest. */
  private leave(): void {
    const [next] = this.waiting;
    if (next) {
      this.waiting.delete(next);
      next();
      return;
    }
    this.runningNow -= 1;
    if (this.runningNow === 0) this.onEmpty();
  }
}
