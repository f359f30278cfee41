import type { ExecutionResult } from 'graphql';
import { type CallLimits, limited } from './call-limits';
import type { SubgraphCall } from './subgraph-call';
import { ANONYMOUS } from './viewer';

const LIMITS: CallLimits = { representations: 3, tokens: 60, selections: 10, depth: 5 };
const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';

let calls: SubgraphCall[] = [];
const execute = limited(async (call) => {
  calls.push(call);
  return { data: { ok: true } };
}, LIMITS);

beforeEach(() => {
  calls = [];
});

function ask(query: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
  return execute({ query, variables, context: { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } });
}

test('a call at its limits is executed, unchanged', async () => {
  expect(await ask(ENTITIES, { r: [1, 2, 3] })).toEqual({ data: { ok: true } });
  expect(await ask('{ a { a { a { a { a b c d e f } } } } }')).toEqual({ data: { ok: true } });
  expect(calls[0]).toMatchObject({ query: ENTITIES, variables: { r: [1, 2, 3] } });
});

test.each<[keyof CallLimits, string, Record<string, unknown>]>([
  ['representations', ENTITIES, { r: [1, 2, 3, 4] }],
  ['representations', `{ _entities(representations: [${'{ __typename: "A" } '.repeat(4)}]) { __typename } }`, {}],
  ['tokens', `{ a(${'x: 1 '.repeat(20)}) }`, {}],
  ['selections', `{ ${'a '.repeat(11)} }`, {}],
  ['selections', '{ ...F ...F ...F } fragment F on Query { a b c d }', {}],
  ['depth', '{ a { a { a { a { a { a } } } } } }', {}],
])('a call over its %s is refused by the name of the limit and not executed', async (limit, query, variables) => {
  const { errors, data } = await ask(query, variables);
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    expect.objectContaining({
      extensions: { code: 'OPERATION_REFUSED', reason: 'CALL_TOO_LARGE', limit, allowed: LIMITS[limit], requestId: 'request-1' },
    }),
  ]);
  expect(calls).toEqual([]);
});

test('one text is refused or executed by what its variables hold', async () => {
  expect(await ask(ENTITIES, { r: [1] })).toEqual({ data: { ok: true } });
  expect((await ask(ENTITIES, { r: [1, 2, 3, 4] })).errors).toHaveLength(1);
  expect(await ask(ENTITIES, { r: [1] })).toEqual({ data: { ok: true } });
});

test('a text that is no document is left to the executor, which explains it', async () => {
  await ask('{ a ');
  await ask('%');
  expect(calls).toHaveLength(2);
});

test('fragments in a circle are left to the executor, which explains them', async () => {
  await ask('{ ...F } fragment F on Query { a ...G } fragment G on Query { ...F }');
  expect(calls).toHaveLength(1);
});

test('a text nested so deeply that it cannot be walked is refused for its depth', async () => {
  const deep = limited(async () => ({ data: {} }), { ...LIMITS, tokens: 1_000_000, selections: 1_000_000 });
  const query = `${'{ a '.repeat(50_000)}${'}'.repeat(50_000)}`;
  const { errors } = await deep({ query, context: { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } });
  expect(errors?.[0]?.extensions).toMatchObject({ limit: 'depth' });
});

test('what the executor throws is not taken for a refusal', async () => {
  const broken = limited(async () => {
    throw new Error('a bug');
  });
  await expect(broken({ query: '{ a }', context: { viewer: ANONYMOUS, requestId: 'r', locale: 'en', purpose: null } })).rejects.toThrow(
    'a bug',
  );
});
