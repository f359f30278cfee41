import type { Logger } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import type { ExecutionResult } from 'graphql';
import { Deadline, DeadlinePassed } from '../deadline';
import { callTimeMs, timedOut } from './call-time';
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
    async send(call, deadline) {
      const givenMs = callTimeMs(timeoutMs, deadline);
      try {
        const result = await Deadline.in(givenMs).bound(execute(call.asValue()));
        const counter = { left: maxValues };
        const data = asJson(result.data, counter);
        if (counter.left < 0) throw new SubgraphUnavailable('TOO_LARGE', { mayHaveActed: true, verdict: 'alive' });
        return { ...result, data } as ExecutionResult;
      } catch (error) {
        const unavailable = unavailableFrom(error, timedOut(givenMs, timeoutMs));
        log.warn({ requestId: call.context.requestId, failure: unavailable.failure, err: error }, 'subgraph call failed');
        throw unavailable;
      }
    },
  };
}

function unavailableFrom(error: unknown, timeout: SubgraphUnavailable): SubgraphUnavailable {
  if (error instanceof SubgraphUnavailable) return error;
  if (error instanceof DeadlinePassed) return timeout;
  return new SubgraphUnavailable('REFUSED', { mayHaveActed: true, verdict: 'faulty' });
}

/**
 * The value with dates and the like replaced by what they serialise to; copied only on the way to such a place.
 * Stops looking when more values were met than allowed.
 */
function asJson(value: unknown, counter: { left: number }): unknown {
  counter.left -= 1;
  if (typeof value !== 'object' || value === null || counter.left < 0) return value;
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return (value as { toJSON(): unknown }).toJSON();
  return Array.isArray(value) ? listAsJson(value, counter) : objectAsJson(value as Readonly<Record<string, unknown>>, counter);
}

function listAsJson(list: readonly unknown[], counter: { left: number }): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const plain = asJson(list[index], counter);
    if (plain === list[index]) continue;
    copy ??= [...list];
    copy[index] = plain;
  }
  return copy ?? list;
}

function objectAsJson(object: Readonly<Record<string, unknown>>, counter: { left: number }): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  // Of its own alone: what answers are made of inherits nothing that is listed.
  for (const name in object) {
    const plain = asJson(object[name], counter);
    if (plain === object[name]) continue;
    copy ??= { ...object };
    copy[name] = plain;
  }
  return copy ?? object;
}
