import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Admission } from './admission';
import { patienceFor } from './patience';

const forEver = () => new AbortController().signal;

/** Work that ends when it is told to. */
function workToEnd() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what is over the limit waits, and runs in the order it came', async () => {
  const admission = new Admission({ running: 1, waiting: 2 });
  const first = workToEnd();
  const order: string[] = [];
  const note = (name: string) => async () => void order.push(name);
  const all = [first.work, note('second'), note('third')].map((work) => admission.run<void>(work, forEver));
  await settled();
  expect([admission.running, admission.queued, order]).toEqual([1, 2, []]);
  first.end();
  await Promise.all(all);
  expect(order).toEqual(['second', 'third']);
  expect([admission.running, admission.queued]).toEqual([0, 0]);
});

test('what is over the queue is turned away at once, and nothing of it is done', async () => {
  const admission = new Admission({ running: 1, waiting: 1 });
  const busy = workToEnd();
  const inside = [admission.run(busy.work, forEver), admission.run(busy.work, forEver)];
  const work = jest.fn();
  expect(() => admission.check()).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', reason: 'OVERLOADED' }));
  await expect(admission.run(work, forEver)).rejects.toMatchObject({ reason: 'OVERLOADED' });
  expect(work).not.toHaveBeenCalled();
  busy.end();
  await Promise.all(inside);
  await admission.run(work, forEver);
  expect(work).toHaveBeenCalledTimes(1);
});

test('who loses patience leaves the queue and makes room in it', async () => {
  const admission = new Admission({ running: 1, waiting: 1 });
  const busy = workToEnd();
  const inside = admission.run(busy.work, forEver);
  const patience = new AbortController();
  const work = jest.fn();
  const dropped = admission.run(work, () => patience.signal);
  patience.abort();
  await expect(dropped).rejects.toMatchObject({ reason: 'OVERLOADED' });
  expect(admission.queued).toBe(0);
  busy.end();
  await inside;
  expect(work).not.toHaveBeenCalled();
  await expect(admission.run(async () => 'served', forEver)).resolves.toBe('served');
});

test('work that fails gives its place back', async () => {
  const admission = new Admission({ running: 1, waiting: 0 });
  await expect(admission.run(() => Promise.reject(new Error('broken')), forEver)).rejects.toThrow('broken');
  await expect(admission.run(async () => 'served', forEver)).resolves.toBe('served');
});

test('closed, it serves those who are in, those who wait included, and nobody else', async () => {
  const admission = new Admission({ running: 1, waiting: 1 });
  const busy = workToEnd();
  const inside = [admission.run(busy.work, forEver), admission.run(async () => {}, forEver)];
  let isEmpty = false;
  const empty = admission.close().then(() => {
    isEmpty = true;
  });
  await expect(admission.run(async () => {}, forEver)).rejects.toMatchObject({ reason: 'DRAINING' });
  await settled();
  expect(isEmpty).toBe(false);
  busy.end();
  await Promise.all([...inside, empty]);
  await expect(new Admission({ running: 1, waiting: 0 }).close()).resolves.toBeUndefined();
});

describe('patience', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('ends with the time', () => {
    const signal = patienceFor(new EventEmitter() as ServerResponse, 1000);
    jest.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  test('ends when the client goes', () => {
    const response = new EventEmitter() as ServerResponse;
    const signal = patienceFor(response, 1000);
    response.emit('close');
    expect(signal.aborted).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });
});
