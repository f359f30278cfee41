import { type ClientRequest, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

export interface ReadEvent {
  readonly id?: string;
  readonly event?: string;
  readonly retry?: number;
  // biome-ignore lint/suspicious/noExplicitAny: the data have the shape of the event
  readonly data?: any;
}

/** A client of server-sent events that reads as fast as they come, unless it is told not to. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  comments = 0;
  lastEventId: string | undefined;
  /** Resolves when no more will come. */
  readonly ended: Promise<void>;
  private readonly waiting = new Set<() => void>();
  private text = '';

  private constructor(
    private readonly request: ClientRequest,
    readonly response: IncomingMessage,
    isReading: boolean,
  ) {
    response.setEncoding('utf8');
    this.ended = new Promise((resolve) => response.once('close', resolve));
    response.on('error', () => {});
    if (isReading) response.on('data', (chunk: string) => this.take(chunk));
  }

  static open(url: string, headers: OutgoingHttpHeaders = {}, { isReading = true } = {}): Promise<EventReader> {
    return new Promise((resolve, reject) => {
      const request = get(url, { headers, agent: false }, (response) => resolve(new EventReader(request, response, isReading)));
      request.on('error', reject);
    });
  }

  /** The first event that was or will be read which is wanted; throws when the stream ends before. */
  async until(isWanted: (event: ReadEvent) => boolean): Promise<ReadEvent> {
    for (let index = 0; ; ) {
      for (; index < this.events.length; index += 1) if (isWanted(this.events[index]!)) return this.events[index]!;
      if (this.response.closed) throw new Error(`the stream ended after ${JSON.stringify(this.events)}`);
      await Promise.race([new Promise<void>((resolve) => this.waiting.add(resolve)), this.ended]);
    }
  }

  named(name: string): Promise<ReadEvent> {
    return this.until(({ event }) => event === name);
  }

  /** What was told of changes, by the identifiers of their subjects. */
  subjects(): string[] {
    return this.events.filter(({ data }) => data?.subjectId).map(({ data }) => data.subjectId);
  }

  close(): void {
    this.request.destroy();
  }

  private take(chunk: string): void {
    const blocks = `${this.text}${chunk}`.split('\n\n');
    this.text = blocks.pop()!;
    for (const block of blocks) {
      const event = eventFrom(block);
      if (block.startsWith(':')) this.comments += 1;
      else this.events.push(event);
      if (event.id !== undefined) this.lastEventId = event.id;
    }
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}

function eventFrom(block: string): ReadEvent {
  const fields = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  const { id, event, retry, data } = fields;
  return { id, event, ...(retry && { retry: Number(retry) }), ...(data && { data: JSON.parse(data) }) };
}
