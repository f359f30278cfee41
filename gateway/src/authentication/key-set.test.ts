import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@township-graph/shared/log';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { DEVELOPMENT_KEY_PREFIX, type KeySet, keySetFromFile } from './key-set';

const path = join(mkdtempSync(join(tmpdir(), 'key-set-')), 'jwks.json');
let lines: string[] = [];
const log = createLog({ name: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } });

beforeEach(() => {
  lines = [];
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function publicKey(kid: string): Promise<JWK> {
  const { publicKey: key } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(key)), kid };
}

async function has({ find }: KeySet, kid: string): Promise<boolean> {
  try {
    return Boolean(await find({ alg: 'ES256', kid }, { payload: '', signature: '' }));
  } catch {
    return false;
  }
}

const write = (...keys: JWK[]) => writeFileSync(path, JSON.stringify({ keys }));

test('the keys of a file are taken up when it changes, and those that have gone are dropped', async () => {
  const [old, next] = [await publicKey('old'), await publicKey('next')];
  write(old);
  const keys = await keySetFromFile({ path, pollMs: 5, production: true, log });
  const before = keys.version;
  expect(await has(keys, 'old')).toBe(true);
  write(old, next);
  await until(() => has(keys, 'next'));
  expect(await has(keys, 'old')).toBe(true);
  write(next);
  await until(async () => !(await has(keys, 'old')));
  expect(await has(keys, 'next')).toBe(true);
  expect(keys.version).not.toBe(before);
});

test.each([
  ['breaks off', '{ "keys": ['],
  ['holds something else', '{ "kids": [] }'],
  ['is empty of keys', '{ "keys": [] }'],
  ['holds development keys only', JSON.stringify({ keys: [{ kty: 'OKP', kid: `${DEVELOPMENT_KEY_PREFIX}-1` }] })],
])('a file that %s changes nothing, and is logged', async (_, text) => {
  write(await publicKey('old'));
  const keys = await keySetFromFile({ path, pollMs: 5, production: true, log });
  const { version } = keys;
  writeFileSync(path, text);
  await until(() => lines.some((line) => line.includes('stay in use')));
  expect(await has(keys, 'old')).toBe(true);
  expect(keys.version).toBe(version);
});

test.each(['{ "keys": [] }', 'null', 'not JSON'])('a gateway does not start with %s for a key set', async (text) => {
  writeFileSync(path, text);
  await expect(keySetFromFile({ path, pollMs: 5, production: false, log })).rejects.toThrow();
});
