import { type LibraryGateway, startLibraryGateway } from '../testing/library-gateway';

const LISTED = 'https://front.example';
let gateway: LibraryGateway;

beforeAll(async () => {
  gateway = await startLibraryGateway({ CORS_ORIGINS: `${LISTED},http://localhost:5173` });
});
afterAll(() => gateway.stop());

const QUERY = '{ title }';
const payload = JSON.stringify({ query: QUERY });
const url = `/graphql?${new URLSearchParams({ query: QUERY })}`;

describe('a request that another site’s page could make a browser send', () => {
  test.each([
    ['GET', { method: 'GET', url }],
    ['GET of a persisted document', { method: 'GET', url: '/graphql?documentId=a' }],
    ['a form', { method: 'POST', url: '/graphql', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload }],
    ['a form with files', { method: 'POST', url: '/graphql', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload }],
    ['plain text', { method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload }],
    [
      'plain text that looks like more',
      { method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain; application/json' }, payload },
    ],
  ] as const)('is not executed: %s', async (_, request) => {
    gateway.calls.length = 0;
    const { status, body, headers } = await gateway.send(request);
    expect([400, 415]).toContain(status);
    expect(body.data).toBeUndefined();
    expect(body.errors[0].extensions).toMatchObject({ requestId: headers['x-request-id'] });
    expect(gateway.calls).toEqual([]);
  });

  test.each(['apollo-require-preflight', 'x-apollo-operation-name'])(
    'is executed with %s, which takes the browser’s preflight',
    async (name) => {
      expect((await gateway.send({ method: 'GET', url, headers: { [name]: '1' } })).body).toEqual({ data: { title: '边城' } });
      expect((await gateway.send({ method: 'GET', url, headers: { [name]: '' } })).status).toBe(400);
    },
  );
});

describe('pages of other origins', () => {
  const ask = (origin: string) => gateway.ask(QUERY, { headers: { origin } });
  const preflight = (origin: string, at = gateway) =>
    at.send({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,authorization' },
    });

  test.each([LISTED, 'http://localhost:5173'])('on the list may ask and read: %s', async (origin) => {
    const { headers } = await ask(origin);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers.vary).toMatch(/origin/i);
    expect(headers['access-control-expose-headers']).toMatch(/x-request-id.*retry-after/);
    const { status, headers: allowed } = await preflight(origin);
    expect([status, allowed['access-control-allow-origin']]).toEqual([204, origin]);
    expect(allowed['access-control-allow-headers']).toMatch(/authorization/);
  });

  test.each([
    ['another', 'https://other.example'],
    ['none, as of files and sandboxes', 'null'],
    ['one that ends like a listed one', 'https://evil-front.example'],
    ['one that begins like a listed one', `${LISTED}.evil.example`],
    ['a listed one over another port', `${LISTED}:8443`],
    ['a listed one without encryption', 'http://front.example'],
    ['a listed one in other letters', 'https://FRONT.example'],
  ])('not on the list may not: %s', async (_, origin) => {
    for (const { headers } of [await ask(origin), await preflight(origin)]) expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('never bring cookies or other standing credentials', async () => {
    for (const { headers } of [await ask(LISTED), await preflight(LISTED)])
      expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('read refusals like answers', async () => {
    const refused = await gateway.ask(`{ ${'title '.repeat(60)} }`, { headers: { origin: LISTED } });
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([400, LISTED]);
  });

  test('may not where nobody is listed', async () => {
    const closed = await startLibraryGateway();
    const asked = await preflight(LISTED, closed);
    expect(asked.status).toBe(405);
    for (const { headers } of [await closed.ask(QUERY, { headers: { origin: LISTED } }), asked])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    await closed.stop();
  });
});

describe('other methods than GET and POST', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'] as const)('%s is not allowed, and what is stands in Allow', async (method) => {
    const { status, headers } = await gateway.send({ method, url: '/graphql' });
    expect([status, String(headers.allow)]).toEqual([405, expect.stringMatching(/GET, ?POST/)]);
  });

  test('the answer has the form of all others', async () => {
    const { body, headers } = await gateway.send({
      method: 'DELETE',
      url: '/graphql?x=1',
      headers: { accept: 'application/graphql-response+json' },
    });
    expect(body.errors[0].extensions).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'METHOD_NOT_ALLOWED',
      requestId: headers['x-request-id'],
    });
    expect(headers['content-type']).toContain('application/graphql-response+json');
  });
});

test.each(['a b', '[', '%zz', 'x:99999999', ''])('a Host header that is no host is no obstacle: %j', async (host) => {
  expect((await gateway.ask(QUERY, { headers: { host } })).body).toEqual({ data: { title: '边城' } });
});
