import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import type { ExecutionResult } from 'graphql';
import { Deadline } from '../deadline';
import { type Circuit, circuitBroken } from './circuit-breaker';
import { OutgoingCall } from './outgoing-call';
import { plannedOperation } from './planned-operation';
import { type FailureTraits, SubgraphUnavailable } from './transport';

const call = new OutgoingCall({
  operation: plannedOperation('{ ok }'),
  context: { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null },
});
const OPEN_MS = 5000;

let circuits: Circuit[];
let asked: number;
let answer: () => Promise<ExecutionResult>;

beforeEach(() => {
  jest.useFakeTimers();
  circuits = [];
  asked = 0;
});
afterEach(() => jest.useRealTimers());

function breaker() {
  const inner = {
    send: () => {
      asked += 1;
      return answer();
    },
  };
  const options = {
    failures: 3,
    openMs: OPEN_MS,
    onCircuit: (circuit: Circuit) => void circuits.push(circuit),
    log: createLog({ name: 'test' }),
  };
  const { send } = circuitBroken(inner, options);
  return () => send(call, Deadline.NONE);
}

const ok = async () => ({ data: { ok: true } });
const failing = (verdict: FailureTraits['verdict']) => async () => {
  throw new SubgraphUnavailable('TIMED_OUT', { mayHaveActed: true, verdict });
};
const outcomeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 'answered',
    (error: SubgraphUnavailable) => error.failure,
  );

async function opened() {
  const send = breaker();
  answer = failing('faulty');
  for (let time = 0; time < 3; time += 1) await outcomeOf(send());
  asked = 0;
  return send;
}

test('a subgraph that fails three times in a row is left alone, and its calls fail at once as never sent', async () => {
  const send = await opened();
  await expect(send()).rejects.toMatchObject({ failure: 'CIRCUIT_OPEN', code: 'SUBGRAPH_UNAVAILABLE', traits: { mayHaveActed: false } });
  expect(asked).toBe(0);
  expect(circuits).toEqual(['closed', 'open']);
});

test('failures with answers in between do not open the circuit', async () => {
  const send = breaker();
  for (let time = 0; time < 4; time += 1) {
    answer = failing('faulty');
    await outcomeOf(send());
    await outcomeOf(send());
    answer = ok;
    expect(await outcomeOf(send())).toBe('answered');
  }
});

test.each(['alive', 'unknown'] as const)('failures that say "%s" of the subgraph do not open the circuit', async (verdict) => {
  const send = breaker();
  answer = failing(verdict);
  for (let time = 0; time < 10; time += 1) expect(await outcomeOf(send())).toBe('TIMED_OUT');
});

test('errors in an answer are answers', async () => {
  const send = breaker();
  answer = async () => ({ errors: [{ message: 'broken' }] as never });
  for (let time = 0; time < 10; time += 1) expect(await outcomeOf(send())).toBe('answered');
});

test('after a while one call tries, those beside it fail at once, and its answer closes the circuit', async () => {
  const send = await opened();
  jest.advanceTimersByTime(OPEN_MS);
  let finish = () => {};
  answer = () =>
    new Promise((resolve) => {
      finish = () => resolve({ data: { ok: true } });
    });
  const trial = send();
  expect(await outcomeOf(send())).toBe('CIRCUIT_OPEN');
  finish();
  expect(await outcomeOf(trial)).toBe('answered');
  expect(asked).toBe(1);
  answer = ok;
  expect(await outcomeOf(send())).toBe('answered');
  expect(circuits).toEqual(['closed', 'open', 'half-open', 'closed']);
});

test.each(['faulty', 'unknown'] as const)('a trial whose outcome is "%s" leaves the circuit open', async (verdict) => {
  const send = await opened();
  jest.advanceTimersByTime(OPEN_MS);
  answer = failing(verdict);
  expect(await outcomeOf(send())).toBe('TIMED_OUT');
  expect(await outcomeOf(send())).toBe('CIRCUIT_OPEN');
  expect(asked).toBe(1);
});
