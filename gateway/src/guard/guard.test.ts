import { type Answer, type LibraryGateway, startLibraryGateway } from '../../testing/library-gateway';

const gateways: LibraryGateway[] = [];

async function start(env: Record<string, string> = {}): Promise<LibraryGateway> {
  const gateway = await startLibraryGateway(env);
  gateways.push(gateway);
  return gateway;
}

let gateway: LibraryGateway;

beforeAll(async () => {
  gateway = await start();
});
beforeEach(() => {
  gateway.calls.length = 0;
});
afterAll(() => Promise.all(gateways.map((each) => each.stop())));

const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ');

function expectRefusal(answer: Answer, limit: string, allowed: number, status = 400): void {
  expect(answer.body.errors).toHaveLength(1);
  expect(answer.body.errors[0].extensions).toEqual({
    code: 'OPERATION_REFUSED',
    reason: 'OPERATION_TOO_LARGE',
    limit,
    allowed,
    requestId: answer.headers['x-request-id'],
  });
  expect(answer.status).toBe(status);
  expect(answer.body.data).toBeUndefined();
}

const deep = (levels: number) => `{ books { ${'author { books { '.repeat(levels)} id ${'} }'.repeat(levels)} } }`;
const bomb = `{ books { ...f0 } } ${times(60, (i) => `fragment f${i} on Book { a: author { books { ...f${i + 1} } } b: author { books { ...f${i + 1} } } }`)} fragment f60 on Book { id }`;

describe('what crosses a limit is refused by its name, and reaches no subgraph', () => {
  test.each([
    ['bytes', 131_072, `{ title # ${'x'.repeat(131_072)}\n }`],
    ['tokens', 5000, `{ books { ${'id '.repeat(5000)} } }`],
    ['depth', 25, deep(12)],
    ['depth', 25, '{a'.repeat(60_000)],
    ['depth', 25, `{ title(id: ${'['.repeat(60_000)}`],
    ['selections', 1000, bomb],
    ['selections', 1000, `{ title } ${bomb.slice(bomb.indexOf('fragment'))}`],
    ['aliases', 100, `{ books { ${times(101, (i) => `a${i}: id`)} } }`],
    ['overlaps', 10_000, `{ books { ${'author { name } '.repeat(150)} } }`],
    ['rootFields', 50, `{ ${'title '.repeat(51)} }`],
    ['rootFields', 50, `{ ${'...F '.repeat(6)} } fragment F on Query { ${'title '.repeat(9)} }`],
    ['mutations', 5, `mutation { ${times(6, (i) => `a${i}: addBook(title: "x")`)} }`],
    ['cost', 30_000, '{ books(first: 100) { author { books(first: 100) { author { books(first: 100) { id } } } } } }'],
    ['cost', 30_000, `{ ${times(50, (i) => `a${i}: statistics`)} }`],
  ])('%s over %i', async (limit, allowed, query) => {
    expectRefusal(await gateway.ask(query), limit, allowed);
    expect(gateway.calls).toEqual([]);
  });

  test('the body', async () => {
    const payload = { query: '{ title }', extensions: { note: 'x'.repeat(1_100_000) } };
    expectRefusal(await gateway.send({ method: 'POST', url: '/graphql', payload }), 'body', 1_048_576, 413);
  });

  test.each([
    ['too many values', JSON.stringify({ query: '{ title }', variables: { list: Array(300_000).fill(1) } }), 'values', 10_000],
    ['values too deep', `{"query":"{ title }","variables":{"list":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`, 'depth', 25],
    [
      'too many keys',
      JSON.stringify({ query: '{ title }', variables: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [i, i])) }),
      'values',
      10_000,
    ],
  ])('variables of %s', async (_, payload, limit, allowed) => {
    const headers = { 'content-type': 'application/json' };
    expectRefusal(await gateway.send({ method: 'POST', url: '/graphql', headers, payload }), limit, allowed);
  });

  test('also by GET', async () => {
    const headers = { 'apollo-require-preflight': '1' };
    const ask = (parameters: Record<string, string>) =>
      gateway.send({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters)}`, headers });
    expectRefusal(await ask({ query: deep(12) }), 'depth', 25);
    expectRefusal(await ask({ query: '{ title }', variables: '['.repeat(1000) }), 'depth', 25);
  });

  test('it is said in the client’s language what is too much', async () => {
    const message = async (language: string) =>
      (await gateway.ask(deep(12), { headers: { 'accept-language': language } })).body.errors[0].message;
    expect([await message('zh'), await message('en')]).toEqual([
      '请求过大：嵌套层数超过上限 25',
      'The request is too large: more than 25 levels',
    ]);
  });
});

describe('what is within the limits is answered', () => {
  test.each([
    ['a deep question', deep(11).replaceAll('books', 'books(first: 1)')],
    ['a hundred aliases', `{ books { ${times(100, (i) => `a${i}: id`)} } }`],
    ['fifty root fields', `{ ${'title '.repeat(50)} }`],
    ['five mutations', `mutation { ${times(5, (i) => `a${i}: addBook(title: "x")`)} }`],
    ['a page of pages', '{ books(first: 100) { author { books(first: 100) { id } } } }'],
  ])('%s', async (_, query) => {
    const { status, body } = await gateway.ask(query);
    expect([status, body.errors]).toEqual([200, undefined]);
  });

  test('what was let in once is measured again when a variable says more', async () => {
    const query = 'query ($n: Int) { books(first: 100) { author { books(first: $n) { author { books { id } } } } } }';
    const ask = (variables: object) => gateway.ask(query, { variables });
    expect((await ask({ n: 1 })).status).toBe(200);
    expect((await ask({ n: 1 })).status).toBe(200);
    expectRefusal(await ask({ n: 100 }), 'cost', 30_000);
    expect((await ask({ n: 1 })).status).toBe(200);
    expectRefusal(await ask({}), 'cost', 30_000);
  });

  test('limits are set by the environment', async () => {
    const strict = await start({
      BODY_MAX_BYTES: '2000',
      OPERATION_MAX_BYTES: '300',
      OPERATION_MAX_TOKENS: '40',
      OPERATION_MAX_DEPTH: '3',
      OPERATION_MAX_SELECTIONS: '9',
      OPERATION_MAX_ALIASES: '1',
      OPERATION_MAX_OVERLAPS: '2',
      OPERATION_MAX_ROOT_FIELDS: '4',
      OPERATION_MAX_MUTATIONS: '1',
      OPERATION_MAX_BATCH: '0',
      OPERATION_MAX_VALUES: '10',
      OPERATION_MAX_COST: '50',
    });
    expectRefusal(await strict.ask('x'.repeat(3000)), 'body', 2000, 413);
    expectRefusal(await strict.ask('x'.repeat(301)), 'bytes', 300);
    expectRefusal(await strict.ask('x '.repeat(41)), 'tokens', 40);
    expectRefusal(await strict.ask('{ books { author { books { id } } } }'), 'depth', 3);
    expectRefusal(await strict.ask('{ books { ...F ...F ...F } } fragment F on Book { id title }'), 'selections', 9);
    expectRefusal(await strict.ask('{ a: title b: title }'), 'aliases', 1);
    expectRefusal(await strict.ask('{ title title title }'), 'overlaps', 2);
    expectRefusal(await strict.ask('{ title books { id } statistics __typename ... { b: __typename } }'), 'rootFields', 4);
    expectRefusal(await strict.ask('mutation { addBook a: addBook }'), 'mutations', 1);
    expectRefusal(await strict.ask('{ books(first: 51) { id } }'), 'cost', 50);
    expectRefusal(await strict.ask('{ title }', { variables: { list: Array(10).fill(0) } }), 'values', 10);
    expectRefusal(await strict.send({ method: 'POST', url: '/graphql', payload: [{ query: '{ title }' }] }), 'batch', 0);
    expect((await strict.ask('{ title }')).body).toEqual({ data: { title: '边城' } });
  });
});

describe('a document that is no document', () => {
  test.each([
    ['fragments in a circle', '{ books { ...F } } fragment F on Book { author { books { ...F } } }', 'FRAGMENT_CYCLE', 400],
    ['a syntax error', '{ title', 'GRAPHQL_PARSE_FAILED', 200],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED', 200],
    ['no operation', 'fragment F on Query { title }', 'GRAPHQL_VALIDATION_FAILED', 200],
    ['several operations without a choice', 'query A { title } query B { title }', 'OPERATION_RESOLUTION_FAILURE', 200],
  ])('is explained: %s', async (_, query, reason, expected) => {
    const { status, body } = await gateway.ask(query);
    expect([status, body.errors[0].extensions]).toMatchObject([expected, { code: 'BAD_USER_INPUT', reason }]);
    expect(gateway.calls).toEqual([]);
  });

  test('nine thousand wrong values are not nine thousand errors', async () => {
    const query = 'query ($pages: [Int!]) { title(pages: $pages) }';
    const few = await gateway.ask(query, { variables: { pages: ['a', 'b'] } });
    expect([few.status, few.body.errors.length]).toEqual([200, 2]);
    const many = await gateway.ask(query, { variables: { pages: Array(9000).fill('a') } });
    expect([many.status, many.body.errors.length]).toEqual([200, 1]);
    expect(many.body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'VARIABLES_MALFORMED' });
  });
});

describe('a batch', () => {
  const send = (operations: object[], to = gateway) => to.send({ method: 'POST', url: '/graphql', payload: operations });

  test('is answered in order, each operation for itself', async () => {
    const { status, body } = await send([{ query: '{ title }' }, { query: '{ nothing }' }, { query: '{ a: title }' }]);
    expect(body).toEqual([{ data: { title: '边城' } }, { errors: [expect.anything()] }, { data: { a: '边城' } }]);
    expect(body[1].errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: expect.any(String) });
    expect(status).toBe(400);
  });

  test('of too many operations is refused as a whole', async () => {
    expectRefusal(await send(Array(11).fill({ query: '{ title }' })), 'batch', 10);
    expect(gateway.calls).toEqual([]);
  });

  test.each([
    ['selections', 1000, `{ books { ${'...F '.repeat(110)} } } fragment F on Book { id }`],
    ['aliases', 100, `{ books { ${times(11, (i) => `a${i}: id`)} } }`],
    ['rootFields', 50, '{ title title title title title title }'],
    ['mutations', 5, 'mutation { addBook(title: "x") }'],
    ['tokens', 5000, `{ books { ${'id '.repeat(60)} } title(pages: [${'1 '.repeat(500)}]) }`],
    ['bytes', 131_072, `{ title # ${'x'.repeat(14_000)}\n }`],
    ['cost', 30_000, '{ books(first: 100) { author { books(first: 40) { id } } } }'],
  ])('asks for no more together than one operation may: %s', async (limit, allowed, query) => {
    expect((await send([{ query }])).body[0].errors).toBeUndefined();
    gateway.calls.length = 0;
    expectRefusal(await send(Array(10).fill({ query })), limit, allowed);
    expect(gateway.calls).toEqual([]);
  });

  test.each([
    ['of nothing', '[]'],
    ['of what are no operations', '[null, 1, "a", []]'],
  ])('%s is refused', async (_, payload) => {
    const { status, body } = await gateway.send({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect([status, body.errors[0].extensions]).toMatchObject([400, { code: 'BAD_USER_INPUT', requestId: expect.any(String) }]);
  });
});

describe('the schema in production', () => {
  const query = '{ ...F } fragment F on Query { __schema { types { name } } }';
  let production: LibraryGateway;

  beforeAll(async () => {
    production = await start({ NODE_ENV: 'production' });
  });

  test.each(['POST', 'GET'] as const)('is for who may read it: %s', async (method) => {
    const ask = (to: LibraryGateway, headers: Record<string, string> = {}) =>
      method === 'POST'
        ? to.ask(query, { headers })
        : to.send({ method, url: `/graphql?${new URLSearchParams({ query })}`, headers: { 'apollo-require-preflight': '1', ...headers } });
    const refused = await ask(production, { authorization: 'Bearer clerk' });
    expect([refused.status, refused.body.errors[0].extensions]).toMatchObject([
      400,
      { code: 'FORBIDDEN', reason: 'SCOPE_MISSING', scope: 'schema:read' },
    ]);
    expect((await ask(production)).body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect((await ask(production, { authorization: 'Bearer reader' })).body.data).toHaveProperty('__schema');
    expect((await ask(gateway)).body.data).toHaveProperty('__schema');
  });

  test('type names are everybody’s', async () => {
    expect((await production.ask('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
  });

  test('is asked for in no member of a batch either', async () => {
    const { body } = await production.send({ method: 'POST', url: '/graphql', payload: [{ query: '{ title }' }, { query }] });
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
  });
});
