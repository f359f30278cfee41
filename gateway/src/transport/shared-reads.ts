import type { Viewer } from '@township-graph/shared/viewer';
import type { ExecutionResult } from 'graphql';
import { Deadline } from '../deadline';
import { ExchangeFailed, MALFORMED } from './exchange';
import { isResult } from './execution-result';
import type { OutgoingCall } from './outgoing-call';

/** A read that is under way. */
interface Asking {
  readonly call: OutgoingCall;
  readonly text: Promise<string>;
}

/**
 * Asks once what one viewer asks twice at the same time. Never for two viewers, however alike their rights are; never a change,
 * and never what is read for a stated purpose: each of those readings is on record. Each gets a copy of the answer of its own;
 * one with errors is nobody's but the first's, for errors name the request they belong to.
 */
export class SharedReads {
  /** Few at a time, and compared one by one: that is less work than to make a key of a body. */
  private readonly byViewer = new WeakMap<Viewer, Set<Asking>>();

  async read(call: OutgoingCall, givenMs: number, ask: () => Promise<string>): Promise<ExecutionResult> {
    if (!call.operation.isQuery || call.context.purpose !== null) return resultFrom(await ask());
    const underWay = this.underWayFor(call.context.viewer);
    for (const asking of underWay)
      if (isSame(asking.call, call)) return (await sharedResult(asking.text, givenMs)) ?? resultFrom(await ask());
    const asking: Asking = { call, text: ask() };
    underWay.add(asking);
    try {
      return resultFrom(await asking.text);
    } finally {
      underWay.delete(asking);
    }
  }

  private underWayFor(viewer: Viewer): Set<Asking> {
    let underWay = this.byViewer.get(viewer);
    if (!underWay) {
      underWay = new Set();
      this.byViewer.set(viewer, underWay);
    }
    return underWay;
  }
}

function isSame(one: OutgoingCall, other: OutgoingCall): boolean {
  return one.operation === other.operation && one.context.locale === other.context.locale && one.asBody() === other.asBody();
}

/** Null when the other's answer is none to share: what failed for it need not fail for the next. */
async function sharedResult(underWay: Promise<string>, givenMs: number): Promise<ExecutionResult | null> {
  const text = await Deadline.in(givenMs).bound(underWay.catch(() => null));
  if (text === null) return null;
  const result = resultFrom(text);
  return result.errors ? null : result;
}

function resultFrom(text: string): ExecutionResult {
  let result: unknown;
  try {
    result = JSON.parse(text);
  } catch {
    throw new ExchangeFailed('MALFORMED', MALFORMED, 'not JSON');
  }
  if (!isResult(result)) throw new ExchangeFailed('MALFORMED', MALFORMED, 'not a GraphQL result');
  return result;
}
