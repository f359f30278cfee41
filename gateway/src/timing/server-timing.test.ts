import { type Answer, type LibraryGateway, startLibraryGateway } from '../../testing/library-gateway';
import { serverTiming } from './server-timing';
import { Timing } from './timing';

const READER = { authorization: 'Bearer reader' };
const STAGES_OF_AN_ANSWER = ['admission', 'authentication', 'receive', 'guard', 'plan', 'execution', 'subgraph-library', 'merge'];

const namesIn = ({ headers }: Answer) =>
  String(headers['server-timing'])
    .split(', ')
    .map((each) => each.split(';')[0]);

/** What the grammar of W3C Server Timing allows, and nothing else. */
const METRIC = /^[\w.-]+;dur=\d+\.\d\d(;count=\d+)?$/;

describe.each([
  ['the short lane', 'true'],
  ['Apollo Server', 'false'],
])('through %s', (_, SHORT_LANE) => {
  let gateway: LibraryGateway;

  beforeAll(async () => {
    gateway = await startLibraryGateway({ SHORT_LANE });
  });
  afterAll(() => gateway.stop());

  test.each([
    ['an anonymous reader', {}],
    ['a viewer without schema:read', { authorization: 'Bearer somebody' }],
    ['a token that does not hold', { authorization: 'Bearer bad' }],
    ['a client that names the header', { 'server-timing': 'plan', 'x-purpose': 'schema:read' }],
  ])('%s is told nothing, whatever comes out', async (__, headers) => {
    const answers = [
      await gateway.ask('{ title }', { headers }),
      await gateway.ask('{ title broken }', { headers }),
      await gateway.ask('{ nothing }', { headers }),
      await gateway.ask('{', { headers }),
      await gateway.ask('{ title }', { headers, rest: { operationName: 'Missing' } }),
      await gateway.ask(`{ ${'title '.repeat(6000)} }`, { headers }),
      await gateway.send({ method: 'GET', url: '/graphql?query={title}', headers }),
      await gateway.send({ method: 'DELETE', url: '/graphql', headers }),
      await gateway.send({ method: 'GET', url: '/health', headers }),
    ];
    for (const { headers: received } of answers) expect(received).not.toHaveProperty('server-timing');
  });

  test('a viewer with schema:read is told each stage, and each subgraph with its calls', async () => {
    for (const query of ['{ title }', '{ title broken }', 'mutation { addBook }']) {
      const answer = await gateway.ask(query, { headers: READER });
      expect(namesIn(answer)).toEqual(STAGES_OF_AN_ANSWER);
      for (const metric of String(answer.headers['server-timing']).split(', ')) expect(metric).toMatch(METRIC);
      expect(answer.headers['server-timing']).toMatch(/subgraph-library;dur=[\d.]+;count=1,/);
    }
  });

  test('what was not executed names the stages that it came to', async () => {
    expect(namesIn(await gateway.ask('{ nothing }', { headers: READER }))).toEqual([
      'admission',
      'authentication',
      'receive',
      'guard',
      'plan',
    ]);
    expect(namesIn(await gateway.ask(`{ ${'title '.repeat(6000)} }`, { headers: READER }))).toEqual([
      'admission',
      'authentication',
      'receive',
      'guard',
    ]);
  });

  test('a batch is one request', async () => {
    const batch = await gateway.send({
      method: 'POST',
      url: '/graphql',
      headers: READER,
      payload: [{ query: '{ title }' }, { query: '{ nothing }' }, { query: '{ a: title }' }],
    });
    expect(namesIn(batch)).toEqual(STAGES_OF_AN_ANSWER);
    expect(batch.headers['server-timing']).toMatch(/subgraph-library;dur=[\d.]+;count=2,/);
  });

  test('clients make no labels: stages are a closed set', async () => {
    await gateway.ask('query Made_up { title }', { rest: { operationName: 'Made_up' } });
    await gateway.ask('{ title }', { rest: { operationName: 'stage="made up"' } });
    await gateway.ask('{ made_up }', { headers: { 'x-request-id': 'made-up-id', 'server-timing': 'made_up' } });
    const { body } = await gateway.send({ method: 'GET', url: '/metrics' });
    const stages = new Set(
      [...String(body).matchAll(/graphql_stage_duration_seconds_\w+\{[^}]*stage="([^"]*)"/g)].map(([, stage]) => stage),
    );
    expect([...stages].sort()).toEqual(['admission', 'authentication', 'execution', 'guard', 'merge', 'plan', 'receive']);
    expect(body).not.toMatch(/made.up/i);
  });
});

test('a subgraph of any name stays one token of the header', () => {
  const timing = new Timing(performance.now(), null);
  timing.executes({ kind: 'query', name: undefined });
  for (const name of ['事项', 'a;dur=0, b', 'plan', 'line\r\nset-cookie: a=b', 'x'.repeat(1000)]) timing.called(name, 1);
  timing.executed();
  timing.end(200);
  const metrics = serverTiming(timing).split(', ');
  expect(metrics).toHaveLength(8);
  for (const metric of metrics) expect(metric).toMatch(METRIC);
  expect(metrics.join()).toContain('subgraph-plan;dur=1.00;count=1');
  expect(Math.max(...metrics.map(({ length }) => length))).toBeLessThan(100);
});

test('calls of one subgraph are counted, and their times added up', () => {
  const timing = new Timing(performance.now(), null);
  timing.executes({ kind: 'query', name: undefined });
  for (const ms of [1, 2.5]) timing.called('matters', ms);
  timing.executed();
  timing.end(200);
  expect(serverTiming(timing)).toContain('subgraph-matters;dur=3.50;count=2');
});
