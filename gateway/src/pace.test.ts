import { TurnedAway } from '@township-graph/shared/admission';
import { andThen } from '@township-graph/shared/promise-or-value';
import { Pace } from './pace';

const PATIENT_MS = 600_000;
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

test('one begins in each turn of the event loop, in the order they came', async () => {
  const pace = new Pace(10);
  const begun: number[] = [];
  for (const request of [1, 2, 3]) andThen(pace.turn(PATIENT_MS), () => begun.push(request));
  for (const expected of [[1], [1, 2], [1, 2, 3]]) {
    expect(begun).toEqual(expected);
    await turnOfTheLoop();
  }
  andThen(pace.turn(PATIENT_MS), () => begun.push(4));
  expect(begun).toEqual([1, 2, 3, 4]);
});

test('who comes while others wait stands behind them', async () => {
  const pace = new Pace(10);
  const begun: number[] = [];
  const begin = (request: number) => andThen(pace.turn(PATIENT_MS), () => begun.push(request));
  for (const request of [1, 2, 3]) begin(request);
  await turnOfTheLoop();
  begin(4);
  expect(begun).toEqual([1, 2]);
  await turnOfTheLoop();
  expect(begun).toEqual([1, 2, 3]);
  await turnOfTheLoop();
  expect(begun).toEqual([1, 2, 3, 4]);
});

test('more than may wait are turned away', async () => {
  const pace = new Pace(1);
  const waiting = [pace.turn(PATIENT_MS), pace.turn(PATIENT_MS), pace.turn(PATIENT_MS)];
  expect(() => pace.turn(PATIENT_MS)).toThrow(TurnedAway.OVERLOADED);
  await Promise.all(waiting);
  await pace.turn(PATIENT_MS);
});

test('who has waited in vain is turned away, and those behind do not wait for it', async () => {
  const pace = new Pace(10);
  pace.turn(PATIENT_MS);
  const late = [pace.turn(-1), pace.turn(-1)].map((turn) => expect(turn).rejects.toMatchObject({ reason: 'OVERLOADED' }));
  let hasBegun = false;
  andThen(pace.turn(PATIENT_MS), () => {
    hasBegun = true;
  });
  await turnOfTheLoop();
  expect(hasBegun).toBe(true);
  await Promise.all(late);
});

test('who is alone begins at once; where several came, those of one turn begin together, as many as may', async () => {
  const pace = new Pace(10, 2);
  const begun: number[] = [];
  const begin = (request: number) => andThen(pace.turn(PATIENT_MS), () => begun.push(request));
  for (const request of [1, 2, 3, 4]) begin(request);
  expect(begun).toEqual([1]);
  await turnOfTheLoop();
  expect(begun).toEqual([1, 2, 3]);
  await turnOfTheLoop();
  expect(begun).toEqual([1, 2, 3, 4]);
  for (const request of [5, 6]) begin(request);
  await turnOfTheLoop();
  begin(7);
  expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
  await turnOfTheLoop();
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  begin(8);
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
