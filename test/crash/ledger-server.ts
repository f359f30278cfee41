import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Death } from '@township-graph/shared/testing/death';
import type { LedgerOrders } from '@township-graph/shared/testing/ledger-process';
import { forkCompiled, served } from './ledger-process';

/** One process's time of service. */
export interface Serving {
  readonly url: string;
  /** How many calls were on their way when it ended. */
  brokenOff: number;
}

/** A ledger that is served by one process after another. The next is loaded while the present one is still alive. */
export class LedgerServer {
  private next: ChildProcess;
  private present: ChildProcess | null = null;
  private turn = new Turn();

  constructor(
    private readonly script: string,
    private readonly orders: Omit<LedgerOrders, 'death'>,
  ) {
    this.next = forkCompiled(script);
  }

  /** The process that serves now, or will as soon as one does again. */
  get serving(): Promise<Serving> {
    return this.turn.serving;
  }

  /** Lets the next process serve: until it dies its death, or for good. */
  async start(death?: Death): Promise<Serving> {
    this.present = this.next;
    this.next = forkCompiled(this.script);
    const url = await served(this.present, { ...this.orders, death });
    this.turn.begins({ url, brokenOff: 0 });
    return this.serving;
  }

  kill(): void {
    this.present!.kill('SIGKILL');
  }

  /** Resolves when the present process has been killed. */
  async killed(): Promise<void> {
    const child = this.present!;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    this.turn = new Turn();
    if (child.signalCode !== 'SIGKILL') throw new Error(`the ledger's process was not killed; it ended with ${child.exitCode}`);
  }

  /** Ends all processes, and the waiting of all who wait for one. */
  end(): void {
    this.next.kill('SIGKILL');
    this.present?.kill('SIGKILL');
    this.turn.neverBegins(new Error('the ledger is not served any more'));
  }
}

/** The turn of a process that has perhaps not yet begun to serve. */
class Turn {
  begins!: (serving: Serving) => void;
  neverBegins!: (reason: Error) => void;
  readonly serving = new Promise<Serving>((resolve, reject) => {
    this.begins = resolve;
    this.neverBegins = reject;
  });

  constructor() {
    // Nobody may be waiting.
    this.serving.catch(() => {});
  }
}
