import { readConfig, usage } from './config';

const SECRET = 'a secret that is long enough to sign with';

test('an empty environment gives a development gateway on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    host: '127.0.0.1',
    port: 4000,
    requestTimeoutMs: 15_000,
    maxConcurrentRequests: 256,
    maxQueuedRequests: 512,
    subgraphTimeoutMs: 10_000,
    subgraphMaxResponseBytes: 10_485_760,
    subgraphKeys: {},
    corsOrigins: [],
  });
});

test('keys, origins and labels are lists; a secret may hold colons', () => {
  const config = readConfig({
    SUBGRAPH_KEYS: `a:k1:${SECRET}, b:k2:${SECRET}:x`,
    CORS_ORIGINS: 'https://a.example, http://localhost:5173',
    OVERRIDE_LABELS: 'new-catalogue, mine',
  });
  expect(config.subgraphKeys).toEqual({
    a: { id: 'k1', secret: SECRET, algorithm: 'sha256' },
    b: { id: 'k2', secret: `${SECRET}:x`, algorithm: 'sha256' },
  });
  expect([...config.overrideLabels]).toEqual(['new-catalogue', 'mine']);
  expect(config.corsOrigins).toEqual(['https://a.example', 'http://localhost:5173']);
});

test.each([
  ['OVERRIDE_LABELS', { OVERRIDE_LABELS: 'new-catalogue, percent(5)' }],
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['SUBGRAPH_TIMEOUT_MS', { SUBGRAPH_TIMEOUT_MS: '0' }],
  ['SUBGRAPH_TIMEOUT_MS', { SUBGRAPH_TIMEOUT_MS: '-5' }],
  ['REQUEST_TIMEOUT_MS', { REQUEST_TIMEOUT_MS: '10' }],
  ['MAX_CONCURRENT_REQUESTS', { MAX_CONCURRENT_REQUESTS: '0' }],
  ['SUBGRAPH_BREAKER_FAILURES', { SUBGRAPH_BREAKER_FAILURES: 'never' }],
  ['SUBGRAPH_MAX_RESPONSE_BYTES', { SUBGRAPH_MAX_RESPONSE_BYTES: '1e6' }],
  ['JWKS_URL', { JWKS_URL: 'ftp://a.example', TOKEN_ISSUER: 'i' }],
  ['JWKS_URL', { JWKS_URL: 'http://a.example/jwks', TOKEN_ISSUER: 'i', NODE_ENV: 'production' }],
  ['JWKS_FILE', { JWKS_URL: 'https://a.example', JWKS_FILE: 'b', TOKEN_ISSUER: 'i' }],
  ['TOKEN_ISSUER', { JWKS_FILE: 'keys.json' }],
  ['SUBGRAPH_KEYS', { SUBGRAPH_KEYS: 'a:k1' }],
  ['SUBGRAPH_KEYS', { SUBGRAPH_KEYS: `a:k1:${SECRET},a:k2:${SECRET}` }],
  ['SUBGRAPH_KEYS', { SUBGRAPH_KEYS: `a:k1:${SECRET},b:k2:${SECRET}` }],
  ['TOKEN_DENY_LIST', { TOKEN_DENY_LIST: 'http://a.example/denied', NODE_ENV: 'production' }],
  ['TOKEN_POLL_MS', { TOKEN_POLL_MS: 'often' }],
  ['CORS_ORIGINS', { CORS_ORIGINS: '*' }],
  ['CORS_ORIGINS', { CORS_ORIGINS: 'https://a.example/app' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' }],
])('a bad %s is refused by name', (name, env) => {
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name}: `));
});

test.each([
  [null, {}],
  ['http://collector:4318/v1/traces', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }],
  ['https://a.example/otlp/v1/traces', { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a.example/otlp/' }],
  [
    'http://b.example/mine',
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a.example', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://b.example/mine' },
  ],
  [null, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'true' }],
])('traces go to %s', (url, env) => {
  expect(readConfig(env).tracesUrl?.href ?? null).toBe(url);
});

test('a subgraph never has more time than the request it is asked for', () => {
  expect(readConfig({ REQUEST_TIMEOUT_MS: '3000' }).subgraphTimeoutMs).toBe(3000);
  expect(readConfig({ REQUEST_TIMEOUT_MS: '3000', SUBGRAPH_TIMEOUT_MS: '2000' }).subgraphTimeoutMs).toBe(2000);
});

test('a key may sign by SM3', () => {
  expect(readConfig({ SUBGRAPH_KEYS: `a:k1:sm3:${SECRET}` }).subgraphKeys).toEqual({ a: { id: 'k1', secret: SECRET, algorithm: 'sm3' } });
});

test('a refusal never repeats a secret', () => {
  expect(() => readConfig({ SUBGRAPH_KEYS: 'a:k1:hunter2' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});

test('the usage lists what can be set', () => {
  expect(usage()).toMatch(/SUPERGRAPH .*\n(.*\n)*.*CORS_ORIGINS/);
});
