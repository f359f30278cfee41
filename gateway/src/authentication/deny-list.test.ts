import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@township-graph/shared/log';
import { followDenyList, parseDenyList } from './deny-list';

const path = join(mkdtempSync(join(tmpdir(), 'deny-list-')), 'denied.json');
let lines: string[] = [];
const log = createLog({ name: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } });

beforeEach(() => {
  lines = [];
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const seconds = (instant: string) => Date.parse(instant) / 1000;

test('single tokens are named by their jti, alone or with their keeper’s own words', () => {
  const { denies } = parseDenyList('["t-1", { "jti": "t-2", "expiresAt": "2026-12-01T00:00:00Z", "why": "lost" }]');
  expect(['t-1', 't-2', 't-3'].map((jti) => denies({ jti, sub: 'u-1' }))).toEqual([true, true, false]);
});

test('a person’s tokens end that were issued before an instant, and those that do not say when', () => {
  const { denies } = parseDenyList('[{ "sub": "u-1", "before": "2026-11-22T16:00:00+08:00" }]');
  const iat = seconds('2026-11-22T08:00:00Z');
  expect(denies({ sub: 'u-1', jti: 'a', iat: iat - 1 })).toBe(true);
  expect(denies({ sub: 'u-1', jti: 'a', iat })).toBe(false);
  expect(denies({ sub: 'u-1', jti: 'a' })).toBe(true);
  expect(denies({ sub: 'u-2', jti: 'a', iat: iat - 1 })).toBe(false);
});

test('of two instants for one person the later counts', () => {
  const { denies } = parseDenyList('[{ "sub": "u", "before": "2026-11-22T08:00:00Z" }, { "sub": "u", "before": "2026-11-21T08:00:00Z" }]');
  expect(denies({ sub: 'u', iat: seconds('2026-11-22T07:00:00Z') })).toBe(true);
});

test.each([
  ['no JSON', '["t-1"'],
  ['an object', '{ "t-1": true }'],
  ['a number among the tokens', '["t-1", 5]'],
  ['an empty token', '[""]'],
  ['null', '[null]'],
  ['a person without an instant', '[{ "sub": "u-1" }]'],
  ['an instant that is none', '[{ "sub": "u-1", "before": "yesterday" }]'],
  ['an entry for a token and a person', '[{ "jti": "t", "sub": "u", "before": "2026-11-22T08:00:00Z" }]'],
])('a list with %s is refused as a whole: an entry that were skipped would be a token that still opens', (_, text) => {
  expect(() => parseDenyList(text)).toThrow();
});

test('a gateway does not start without the list it was told to follow', async () => {
  await expect(followDenyList({ from: join(path, 'none'), pollMs: 5, log })).rejects.toThrow(/ENO/);
  writeFileSync(path, 'not a list');
  await expect(followDenyList({ from: path, pollMs: 5, log })).rejects.toThrow();
});

test('a file is followed while it changes; one that breaks or goes away leaves the last list in force and is logged', async () => {
  writeFileSync(path, '["t-1"]');
  const { denies } = await followDenyList({ from: path, pollMs: 5, log });
  const denied = (jti: string) => denies({ jti });
  expect([denied('t-1'), denied('t-2')]).toEqual([true, false]);
  writeFileSync(path, '["t-1", "t-2"]');
  await until(() => denied('t-2'));
  writeFileSync(path, '["t-1", "t-');
  await until(() => lines.some((line) => line.includes('stays in force')));
  expect([denied('t-1'), denied('t-2')]).toEqual([true, true]);
  rmSync(path);
  await until(() => lines.some((line) => line.includes('ENOENT')));
  expect([denied('t-1'), denied('t-2')]).toEqual([true, true]);
  writeFileSync(path, '[]');
  await until(() => !denied('t-1'));
});

test('a URL is followed too, through its outage', async () => {
  let [status, text] = [200, '["t-1"]'];
  const server = createServer((_request, response) => response.writeHead(status).end(text)).listen(0);
  const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/denied`;
  const { denies } = await followDenyList({ from, pollMs: 5, log });
  expect(denies({ jti: 't-1' })).toBe(true);
  status = 503;
  await until(() => lines.some((line) => line.includes('503')));
  expect(denies({ jti: 't-1' })).toBe(true);
  [status, text] = [200, '["t-2"]'];
  await until(() => denies({ jti: 't-2' }));
  expect(denies({ jti: 't-1' })).toBe(false);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
