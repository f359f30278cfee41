import type { Viewer } from '@township-graph/shared/viewer';
import type { ExecutionResult } from 'graphql';
import { Deadline } from '../deadline';
import { ExchangeFailed, MALFORMED } from './exchange';
import { isResult } from './execution-result';
import type { OutgoingCall } from './outgoing-call';

/** Of one viewer: what is being asked for him at this moment, by the question. */
type Asked = Map<string, Promise<string>>;

/**
 * Asks once what one viewer asks twice at the same time. Never for two viewers, however alike their rights are; never a change,
 * and never what is read for a stated purpose: each of those readings is on record. Each gets a copy of the answer of its own;
 * one with errors is nobody's but the first's, for errors name the request they belong to.
 */
export class SharedReads {
  private readonly byViewer = new WeakMap<Viewer, Asked>();

  async read(call: OutgoingCall, givenMs: number, ask: () => Promise<string>): Promise<ExecutionResult> {
    const { viewer, locale, purpose } = call.context;
    if (!call.operation.isQuery || purpose !== null) return resultFrom(await ask());
    const asked = this.askedBy(viewer);
    const question = `${locale} ${call.asBody()}`;
    const underWay = asked.get(question);
    if (underWay) return (await sharedResult(underWay, givenMs)) ?? resultFrom(await ask());
    const asking = ask();
    asked.set(question, asking);
    try {
      return resultFrom(await asking);
    } finally {
      asked.delete(question);
    }
  }

  private askedBy(viewer: Viewer): Asked {
    let asked = this.byViewer.get(viewer);
    if (!asked) {
      asked = new Map();
      this.byViewer.set(viewer, asked);
    }
    return asked;
  }
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
