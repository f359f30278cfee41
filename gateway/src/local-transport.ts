import type { Logger } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import type { ExecutionResult } from 'graphql';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

export interface LocalTransportOptions {
  readonly execute: SubgraphExecutor;
  readonly timeoutMs: number;
  /** Values in one answer; what bytes are over HTTP. */
  readonly maxValues: number;
  readonly log: Logger;
}

/**
 * Calls a subgraph in this process. What comes out is what JSON would have carried, so that a graph behaves the same in
 * one process as in several. A call that takes too long is given up, not cancelled: its work goes on in this process.
 */
export function localTransport({ execute, timeoutMs, maxValues, log }: LocalTransportOptions): SubgraphTransport {
  return {
    async send(call) {
      const failed = (failure: 'TIMED_OUT' | 'REFUSED' | 'TOO_LARGE', cause?: unknown) => {
        log.warn({ requestId: call.context.requestId, failure, err: cause }, 'subgraph call failed');
        return new SubgraphUnavailable(failure, true);
      };
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(failed('TIMED_OUT')), timeoutMs);
      });
      try {
        const result = await Promise.race([execute(call), tooLate]);
        const counter = { left: maxValues };
        const data = asJson(result.data, counter);
        if (counter.left < 0) throw failed('TOO_LARGE');
        return { ...result, data } as ExecutionResult;
      } catch (error) {
        throw error instanceof SubgraphUnavailable ? error : failed('REFUSED', error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/**
 * The value with dates and the like replaced by what they serialise to; copied only on the way to such a place.
 * Stops looking when more values were met than allowed.
 */
function asJson(value: unknown, counter: { left: number }): unknown {
  counter.left -= 1;
  if (typeof value !== 'object' || value === null || counter.left < 0) return value;
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return (value as { toJSON(): unknown }).toJSON();
  let copy: Record<string, unknown> | unknown[] | undefined;
  for (const [key, item] of Object.entries(value)) {
    const plain = asJson(item, counter);
    if (plain === item) continue;
    copy ??= Array.isArray(value) ? [...value] : { ...value };
    (copy as Record<string, unknown>)[key] = plain;
  }
  return copy ?? value;
}
