import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, usage } from '../config';
import { DEFAULT_LIMITS } from './limits';

const README = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');

test('limits have defaults, and budgets that no demonstration exhausts', () => {
  const { limits, documents, rateLimit, trustedProxies } = readConfig({});
  expect(limits).toEqual(DEFAULT_LIMITS);
  expect(documents).toEqual({ from: null, pollMs: 5000, isSafelist: false });
  expect(rateLimit).toEqual({ points: 1_000_000, anonymousPoints: 500_000, seconds: 60, redisUrl: null });
  expect(trustedProxies).toEqual([]);
});

const NAMES = {
  body: 'BODY_MAX_BYTES',
  bytes: 'OPERATION_MAX_BYTES',
  tokens: 'OPERATION_MAX_TOKENS',
  depth: 'OPERATION_MAX_DEPTH',
  selections: 'OPERATION_MAX_SELECTIONS',
  aliases: 'OPERATION_MAX_ALIASES',
  overlaps: 'OPERATION_MAX_OVERLAPS',
  rootFields: 'OPERATION_MAX_ROOT_FIELDS',
  mutations: 'OPERATION_MAX_MUTATIONS',
  batch: 'OPERATION_MAX_BATCH',
  values: 'OPERATION_MAX_VALUES',
  cost: 'OPERATION_MAX_COST',
} as const;

test.each(Object.entries(NAMES))('%s is set by %s, and its default stands in the help and in the README', (limit, name) => {
  const fallback = DEFAULT_LIMITS[limit as keyof typeof NAMES];
  expect(readConfig({ [name]: String(2 * fallback) }).limits).toEqual({ ...DEFAULT_LIMITS, [limit]: 2 * fallback });
  expect(usage()).toMatch(new RegExp(`${name} .*\\(${fallback}\\)`));
  expect(README).toMatch(new RegExp(`\\| \`${limit}\` .*\`${name}\`.* ${fallback.toLocaleString('en')} `));
});

test.each([
  ['OPERATION_MAX_TOKENS', { OPERATION_MAX_TOKENS: 'many' }],
  ['OPERATION_MAX_DEPTH', { OPERATION_MAX_DEPTH: '0' }],
  ['OPERATION_MAX_DEPTH', { OPERATION_MAX_DEPTH: '5000' }],
  ['OPERATION_MAX_COST', { OPERATION_MAX_COST: '-1' }],
  ['OPERATION_SAFELIST', { OPERATION_SAFELIST: 'yes', OPERATION_DOCUMENTS: 'a.json' }],
  ['OPERATION_DOCUMENTS', { OPERATION_SAFELIST: 'true' }],
  ['RATE_LIMIT_SECONDS', { RATE_LIMIT_SECONDS: '0' }],
  ['RATE_LIMIT_POINTS', { RATE_LIMIT_POINTS: '1.5' }],
  ['REDIS_URL', { REDIS_URL: 'http://redis:6379' }],
  ['REDIS_URL', { REDIS_URL: 'redis' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['TRUST_PROXY', { TRUST_PROXY: '*' }],
  ['TRUST_PROXY', { TRUST_PROXY: '1' }],
  ['TRUST_PROXY', { TRUST_PROXY: '0.0.0.0/0' }],
  ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
  ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.1, proxy.example' }],
])('a bad %s is refused by name', (name, env) => {
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name}: `));
});

test('a refusal does not repeat the password of a Redis', () => {
  expect(() => readConfig({ REDIS_URL: 'http://:hunter2@redis' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});

test.each(['10.0.0.1', '10.0.0.0/8,192.168.0.0/16', '::1, fd00::/8', 'loopback, uniquelocal'])(
  'proxies are addresses and networks: %s',
  (value) => {
    expect(readConfig({ TRUST_PROXY: value }).trustedProxies).toEqual(value.split(/, ?/));
  },
);
