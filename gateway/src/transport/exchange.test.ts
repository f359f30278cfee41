import { Exchange } from './exchange';

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

interface Begun {
  readonly exchange: Exchange;
  answer(text: string): void;
}

function begun(told: string[], name: string): Begun {
  const exchange = new Exchange({
    givenMs: 60_000,
    maxResponseBytes: 1000,
    resolve: (text) => told.push(`${name} ${text}`),
    reject: (error) => told.push(`${name} failed: ${(error as Error).message}`),
    refusal: () => null,
  });
  return {
    exchange,
    answer(text) {
      exchange.onHeaders(200, []);
      exchange.onData(Buffer.from(text));
      exchange.onComplete();
    },
  };
}

test('an answer that no other call is under way beside is told of at once', () => {
  const told: string[] = [];
  begun(told, 'a').answer('1');
  expect(told).toEqual(['a 1']);
});

test('answers of one turn of the event loop are told of together at its end, in their order; failures at once', async () => {
  const told: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => begun(told, name)) as [Begun, Begun, Begun, Begun];
  a.answer('1');
  b.answer('2');
  c.exchange.onError(new Error('gone'));
  await Promise.resolve();
  expect(told).toEqual(['c failed: gone']);
  await turnOfTheLoop();
  expect(told).toEqual(['c failed: gone', 'a 1', 'b 2']);
  // All others are over: it is alone again.
  d.answer('3');
  expect(told.at(-1)).toBe('d 3');
});

test('whoever ended by failing counts no longer, however often it is said to have ended', () => {
  const told: string[] = [];
  const [a, b] = [begun(told, 'a'), begun(told, 'b')];
  a.exchange.onError(new Error('gone'));
  a.exchange.onError(new Error('gone again'));
  a.exchange.onComplete();
  b.answer('1');
  begun(told, 'c').answer('2');
  expect(told).toEqual(['a failed: gone', 'b 1', 'c 2']);
});
