import { PassThrough, type Readable } from 'node:stream';

/** What is written ahead of a slow reader, besides what the sockets take. */
const AHEAD_BYTES = 16 * 1024;

export interface ServerSentEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: unknown;
  readonly retry?: number;
}

/** Server-sent events to one client, who reads them in time or is cut. */
export class EventStream {
  private readonly out = new PassThrough({ highWaterMark: AHEAD_BYTES });
  private readonly ending = new AbortController();
  private draining: Promise<void> | null = null;

  /** Within `stallMs` a client has to make room for the next event. */
  constructor(private readonly stallMs: number) {
    this.out.once('close', () => this.ending.abort());
    // Whoever hangs up in the middle is no error of anybody's.
    this.out.on('error', () => {});
  }

  get body(): Readable {
    return this.out;
  }

  /** Aborted when the client has gone, was cut, or has been told the last event. */
  get closed(): AbortSignal {
    return this.ending.signal;
  }

  send(...events: readonly ServerSentEvent[]): void {
    this.write(events.map(textOf).join(''));
  }

  /** Keeps proxies in between from taking the connection for dead; who is behind with reading needs none. */
  heartbeat(): void {
    if (!this.draining) this.write(':\n\n');
  }

  /** When there is room for more, or nobody left to read it. Whoever writes asks first: what waits is then never more than that. */
  room(): Promise<void> {
    return this.draining ?? Promise.resolve();
  }

  /** The last events; for a client that is behind with reading they would come too late. */
  end(...events: readonly ServerSentEvent[]): void {
    if (this.closed.aborted) return;
    if (this.draining) this.out.destroy();
    else this.finish(events.map(textOf).join(''));
    this.ending.abort();
  }

  private finish(text: string): void {
    const cut = setTimeout(() => this.out.destroy(), this.stallMs).unref();
    this.out.once('close', () => clearTimeout(cut));
    this.out.end(text);
  }

  private write(text: string): void {
    if (this.closed.aborted || text === '') return;
    if (!this.out.write(text)) this.draining ??= this.drained();
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const cut = setTimeout(() => this.out.destroy(), this.stallMs);
      const done = () => {
        clearTimeout(cut);
        this.draining = null;
        this.out.off('drain', done);
        this.out.off('close', done);
        resolve();
      };
      this.out.once('drain', done);
      this.out.once('close', done);
    });
  }
}

function textOf({ id, event, data, retry }: ServerSentEvent): string {
  const lines = [
    retry === undefined ? '' : `retry: ${retry}\n`,
    id === undefined ? '' : `id: ${id}\n`,
    event === undefined ? '' : `event: ${event}\n`,
    // JSON has no line breaks of its own.
    data === undefined ? '' : `data: ${JSON.stringify(data)}\n`,
  ];
  return `${lines.join('')}\n`;
}
