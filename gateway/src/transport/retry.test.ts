import { ANONYMOUS } from '@township-graph/shared/viewer';
import type { ExecutionResult } from 'graphql';
import { Deadline } from '../deadline';
import { OutgoingCall } from './outgoing-call';
import { plannedOperation } from './planned-operation';
import { retriedOnce } from './retry';
import { SubgraphUnavailable } from './transport';

const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;
const query = new OutgoingCall({ operation: plannedOperation('query Q { ok }'), context });
const mutation = new OutgoingCall({ operation: plannedOperation('mutation M { burn }'), context });

const broken = new SubgraphUnavailable('UNREACHABLE', { mayHaveActed: false, isPassing: true, verdict: 'faulty' });
const timedOut = new SubgraphUnavailable('TIMED_OUT', { mayHaveActed: true, verdict: 'faulty' });

/** Fails as told, then answers; how often it was asked. */
function failing(...failures: SubgraphUnavailable[]) {
  const send = jest.fn(async (): Promise<ExecutionResult> => {
    const failure = failures.shift();
    if (failure) throw failure;
    return { data: { ok: true } };
  });
  const retries = jest.fn();
  return { send, retries, retried: retriedOnce({ send }, { random: () => 0, onRetry: retries }) };
}

test('a query whose connection broke is sent a second time', async () => {
  const { send, retries, retried } = failing(broken);
  await expect(retried.send(query, Deadline.NONE)).resolves.toEqual({ data: { ok: true } });
  expect([send.mock.calls.length, retries.mock.calls.length]).toEqual([2, 1]);
});

test('and not a third', async () => {
  const { send, retried } = failing(broken, broken);
  await expect(retried.send(query, Deadline.NONE)).rejects.toBe(broken);
  expect(send).toHaveBeenCalledTimes(2);
});

test.each([
  ['a mutation, even one that cannot have been acted on', mutation, broken, Deadline.NONE],
  ['what ran out of time', query, timedOut, Deadline.NONE],
  ['what has no time left', query, broken, Deadline.in(0)],
])('%s is sent once', async (_, call, failure, deadline) => {
  const { send, retried } = failing(failure);
  await expect(retried.send(call, deadline)).rejects.toBe(failure);
  expect(send).toHaveBeenCalledTimes(1);
});
