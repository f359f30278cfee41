import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '@township-graph/shared/errors';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { parseRequestTimeout, REQUEST_TIMEOUT_HEADER } from '@township-graph/shared/request-timeout';

/** Less than this is not enough to ask anybody anything. */
const SHORTEST_MS = 100;

/** The instant by which a request is answered, whatever is missing by then. On the monotonic clock. */
export class Deadline {
  /** For what no client waits for. */
  static readonly NONE = new Deadline(Number.POSITIVE_INFINITY);

  private constructor(private readonly at: number) {}

  static in(ms: number): Deadline {
    return new Deadline(performance.now() + ms);
  }

  /** The client's own (`X-Request-Timeout`, in milliseconds), or the gateway's when that is nearer. */
  static of(headers: IncomingHttpHeaders, longestMs: number): Deadline {
    const header = headers[REQUEST_TIMEOUT_HEADER];
    if (header === undefined) return Deadline.in(longestMs);
    const asked = parseRequestTimeout(header);
    if (asked === null) throw timeoutMalformed();
    return Deadline.in(Math.min(Math.max(asked, SHORTEST_MS), longestMs));
  }

  get remainingMs(): number {
    return Math.max(0, this.at - performance.now());
  }

  /** The work's outcome if it comes in time. Work that comes too late is given up, not cancelled. */
  bound<T>(work: PromiseOrValue<T>): PromiseOrValue<T> {
    if (!(work instanceof Promise) || this.at === Number.POSITIVE_INFINITY) return work;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new DeadlinePassed()), this.remainingMs);
      work.then(
        (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        (error) => {
          clearTimeout(timer);
          reject(error);
        },
      );
    });
  }
}

export class DeadlinePassed extends DomainError {
  constructor() {
    super('SUBGRAPH_UNAVAILABLE', 'DEADLINE_PASSED', {
      zh: '未能在时限内处理请求，请稍后重试',
      en: 'The request could not be served within its time; try again later',
    });
  }
}

function timeoutMalformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'REQUEST_TIMEOUT_MALFORMED', {
    zh: 'X-Request-Timeout 应为毫秒数（整数）',
    en: 'X-Request-Timeout must be a whole number of milliseconds',
  });
}
