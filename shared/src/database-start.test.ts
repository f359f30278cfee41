import type { DataSource } from 'typeorm';
import { databaseAnswers } from './database-start';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const databaseThat = (query: () => Promise<unknown>) => ({ query }) as unknown as DataSource;

test('a database that answers does, one that refuses does not', async () => {
  await expect(databaseAnswers(databaseThat(async () => [{ 1: 1 }]))()).resolves.toBe(true);
  await expect(databaseAnswers(databaseThat(() => Promise.reject(new Error('gone'))))()).resolves.toBe(false);
  expect(jest.getTimerCount()).toBe(0);
});

test('one that hangs does not, and is asked no second time meanwhile', async () => {
  let answer = (_: unknown) => {};
  const query = jest.fn(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const answers = databaseAnswers(databaseThat(query));
  for (let time = 0; time < 3; time += 1) {
    const asked = answers();
    await jest.advanceTimersByTimeAsync(2000);
    await expect(asked).resolves.toBe(false);
  }
  expect(query).toHaveBeenCalledTimes(1);
  answer([]);
  await jest.advanceTimersByTimeAsync(0);
  const again = answers();
  answer([]);
  await expect(again).resolves.toBe(true);
  expect(query).toHaveBeenCalledTimes(2);
});
