import { Deadline } from './deadline';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test.each([
  ['without a word of the client’s, the gateway’s own', undefined, 15_000],
  ['the client’s, when that is nearer', '2000', 2000],
  ['never farther than the gateway’s', '60000', 15_000],
  ['never so near that nothing could be asked', '1', 100],
])('a deadline is %s', (_, header, expected) => {
  const deadline = Deadline.of({ 'x-request-timeout': header }, 15_000);
  expect(deadline.remainingMs).toBe(expected);
  jest.advanceTimersByTime(expected + 1);
  expect(deadline.remainingMs).toBe(0);
});

test.each(['soon', '-1', '1.5', '1e3', '', '1000, 2000'])('a timeout of "%s" is refused', (header) => {
  expect(() => Deadline.of({ 'x-request-timeout': header }, 15_000)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'REQUEST_TIMEOUT_MALFORMED' }),
  );
});

test('work is given up at the deadline, and its timer with work that is done', async () => {
  const late = Deadline.in(1000).bound(new Promise(() => {}));
  jest.advanceTimersByTime(1000);
  await expect(late).rejects.toMatchObject({ reason: 'DEADLINE_PASSED' });
  await expect(Deadline.in(1000).bound(Promise.resolve('done'))).resolves.toBe('done');
  await expect(Deadline.in(1000).bound(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(Deadline.NONE.bound(Promise.resolve('done'))).resolves.toBe('done');
  expect(jest.getTimerCount()).toBe(0);
});
