import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { polledText } from './polled-text';

const path = join(mkdtempSync(join(tmpdir(), 'polled-text-')), 'text');
const options = { pollMs: 5, maxBytes: 1000, accept: '*/*' };

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a file that is too large is not read, at the start and later', async () => {
  writeFileSync(path, 'x'.repeat(1001));
  await expect(polledText({ from: path, ...options }).load()).rejects.toThrow(/larger than 1000/);
  writeFileSync(path, 'small');
  const text = polledText({ from: path, ...options });
  await text.load();
  const failures: string[] = [];
  const seen: string[] = [];
  const stop = text.watch(
    (changed) => seen.push(changed),
    ({ message }) => failures.push(message),
  );
  writeFileSync(path, 'x'.repeat(1001));
  await until(() => failures.length > 0);
  writeFileSync(path, 'small again');
  await until(() => seen.length > 0);
  expect(seen).toEqual(['small again']);
  stop();
});

test('an answer that does not end is given up when it is too large', async () => {
  let written = 0;
  const endless: RequestListener = (_request, response) => {
    const more = () => {
      while (!response.destroyed) {
        written += 65_536;
        if (!response.write('x'.repeat(65_536))) return void response.once('drain', more);
      }
    };
    more();
  };
  const server = createServer(endless).listen(0);
  const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await expect(polledText({ from, ...options }).load()).rejects.toThrow(/larger than 1000/);
  expect(written).toBeLessThan(50_000_000);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a failure that lasts is told once, and again when it comes back', async () => {
  writeFileSync(path, 'good');
  const text = polledText({ from: path, ...options });
  await text.load();
  const told: string[] = [];
  let looks = 0;
  const stop = text.watch(
    (changed) => {
      looks += 1;
      if (changed.startsWith('bad')) throw new Error('unusable');
    },
    ({ message }) => told.push(message),
  );
  for (const next of ['bad 1', 'good 2', 'bad 3']) {
    const before = looks;
    writeFileSync(path, next);
    await until(() => looks > before);
  }
  expect(told).toEqual(['unusable', 'unusable']);
  stop();
});
