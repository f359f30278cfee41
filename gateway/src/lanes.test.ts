import { createHash } from 'node:crypto';
import { type Answer, type LibraryGateway, startLibraryGateway } from '../testing/library-gateway';

/** The same gateway twice: with the short lane, and with Apollo Server for everything. */
let short: LibraryGateway;
let long: LibraryGateway;

beforeAll(async () => {
  const env = { RATE_LIMIT_ANONYMOUS_POINTS: '0', RATE_LIMIT_POINTS: '0' };
  [short, long] = await Promise.all([startLibraryGateway(env), startLibraryGateway({ ...env, SHORT_LANE: 'false' })]);
});

afterAll(() => Promise.all([short.stop(), long.stop()]));

/** What differs from one request to the next, whatever lane it takes. */
function comparable({ status, headers, body }: Answer): unknown {
  const { date, 'server-timing': times, ...rest } = headers;
  const stages = times && String(times).replace(/\d+\.\d+/g, 'some');
  return { status, headers: rest, stages, body };
}

const id = 'request-of-both-lanes';
const json = (payload: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST' as const,
  url: '/graphql',
  headers: { 'content-type': 'application/json', 'x-request-id': id, ...headers },
  payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
});

const byHash = (query: string, more: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') }, ...more },
});

const REQUESTS = {
  'a field': json({ query: '{ title }' }),
  'the root’s type': json({ query: '{ __typename }' }),
  'a list, an alias and a fragment': json({ query: '{ shelf: books(first: 2) { ...F } } fragment F on Book { id title }' }),
  'a variable': json({ query: 'query ($id: ID) { title(id: $id) }', variables: { id: '1' } }),
  'a condition that holds': json({ query: 'query ($is: Boolean!) { title @include(if: $is) __typename }', variables: { is: true } }),
  'a condition that does not': json({ query: 'query ($is: Boolean!) { title @include(if: $is) __typename }', variables: { is: false } }),
  'one operation of two': json({ query: 'query A { title } query B { other: title }', operationName: 'B' }),
  'neither of two': json({ query: 'query A { title } query B { other: title }' }),
  'a mutation': json({ query: 'mutation { addBook(title: "活着") }' }),
  'a long answer': json({ query: 'mutation ($title: String) { addBook(title: $title) }', variables: { title: '边城 "é"\n'.repeat(1000) } }),
  'a field that fails': json({ query: '{ title broken }' }),
  'a field that fails, in English': json({ query: '{ title broken }' }, { 'accept-language': 'en' }),
  'a field that must not fail': json({ query: '{ strict { id mustNotFail } title }' }),
  'null parameters': json({ query: '{ title }', variables: null, operationName: null, extensions: null }),
  'an empty map of extensions': json({ query: '{ title }', extensions: {} }),
  'a text that is registered by its hash': json({ query: '{ title }', ...byHash('{ title }') }),
  'its hash alone': json(byHash('{ title }')),
  'its hash, and something else beside it': json(byHash('{ title }', { client: 'kiosk' })),
  'its hash, where the usual media types do not do': json(byHash('{ title }'), { accept: 'application/json;q=0.5' }),
  'its hash, and variables of the wrong form': json({ ...byHash('{ title }'), variables: [] }),
  'a hash that nobody knows': json(byHash('{ unknown: title }')),
  nothing: json({}),
  'an empty text': json({ query: '' }),
  'a list': json([{ query: '{ title }' }, { query: '{ a: title }' }]),
  'text for variables': json({ query: '{ title }', variables: '{}' }),
  'a variable of the wrong type': json({ query: 'query ($pages: [Int!]) { title(pages: $pages) }', variables: { pages: ['a'] } }),
  'a variable that is missing': json({ query: 'query ($id: ID!) { title(id: $id) }' }),
  'a syntax error': json({ query: '{ title' }),
  'an unknown field': json({ query: '{ nothing }' }),
  'no operation': json({ query: 'fragment F on Query { title }' }),
  'the schema': json({ query: '{ __schema { queryType { name } } title }' }),
  'another media type': json({ query: '{ title }' }, { accept: 'application/graphql-response+json' }),
  'several media types': json({ query: '{ title }' }, { accept: 'application/graphql-response+json, application/json' }),
  'any media type': json({ query: '{ title }' }, { accept: '*/*' }),
  'a media type that is not served': json({ query: '{ title }' }, { accept: 'text/html' }),
  'media types with weights': json({ query: '{ title }' }, { accept: 'application/json;q=0.5, application/graphql-response+json' }),
  'an id that is the name of a header': json({ query: '{ title }' }, { 'x-request-id': 'cache-control' }),
  'a token that does not hold': json({ query: '{ title }' }, { authorization: 'Bearer bad' }),
  'a token that may be told times': json({ query: '{ nothing }' }, { authorization: 'Bearer reader' }),
  'another origin': json({ query: '{ title }' }, { origin: 'https://desk.example' }),
  'no JSON': json('{'),
  'no body': {
    method: 'POST' as const,
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'content-length': '0', 'x-request-id': id },
  },
  'a body that is too large': json({ query: `{ title } #${'x'.repeat(1024 * 1024)}` }),
  'too many values': json({ query: '{ title }', variables: { list: Array(20_000).fill(0) } }),
  'a poisoned object': json('{"query":"{ title }","__proto__":{"variables":{}}}'),
  'a timeout that is none': json({ query: '{ title }' }, { 'x-request-timeout': 'soon' }),
  'divisions that are none': json({ query: '{ title }' }, { 'x-divisions': 'nowhere' }),
  'another form of the type': json({ query: '{ title }' }, { 'content-type': 'application/json; charset=UTF-8' }),
  'another type': json({ query: '{ title }' }, { 'content-type': 'text/plain' }),
  'parameters in the address': { ...json({ query: '{ title }' }), url: '/graphql?query=%7Bother%7D' },
  'another method': { ...json({ query: '{ title }' }), method: 'PUT' as const },
  'a token': json({ query: '{ title }' }, { authorization: 'Bearer somebody' }),
  'a name that is no property': json({ query: '{ __proto__: title constructor: title }' }),
} as const;

/** Twice: the first time an operation is read, planned and compiled, the second time it is known. */
describe.each(['the first time', 'again'])('%s, both lanes answer alike', (_) => {
  test.each(Object.entries(REQUESTS))('%s', async (__, request) => {
    const [one, other] = [await short.send(request), await long.send(request)];
    expect(comparable(one)).toEqual(comparable(other));
  });
});

test('both count the same operations, outcomes, stages, calls and errors', async () => {
  const counts = async (gateway: LibraryGateway) => {
    const { body } = await gateway.send({ method: 'GET', url: '/metrics' });
    return String(body)
      .split('\n')
      .filter((line) => /^graphql_((operation|stage|subgraph_call)_duration_seconds_count|errors_total)/.test(line))
      .sort();
  };
  expect(await counts(short)).toEqual(await counts(long));
  expect((await counts(short)).join()).toMatch(/outcome="partial"/);
});
