import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port';

const MARIADBD = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd', '/usr/local/bin/mariadbd'].find(existsSync);

export const mariadbInstalled = MARIADBD !== undefined;

export interface MariaDbInstance {
  /** `mariadb://root@127.0.0.1:PORT`, without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A server that can go down and come back, on the same port and with the same data. */
export interface RestartableMariaDb {
  readonly url: string;
  /** Resolves when it answers. */
  up(): Promise<void>;
  /** Ends it, as an administrator does or as a power cut does. */
  down(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** Starts a private instance on a temporary directory; it and its data are gone after `stop`. */
export async function startMariaDb(): Promise<MariaDbInstance> {
  const server = await prepareMariaDb();
  await server.up();
  return { url: server.url, stop: server.remove };
}

/** A private instance that is not up yet. */
export async function prepareMariaDb(): Promise<RestartableMariaDb> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-mariadb-'));
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', '--user=root', `--datadir=${directory}/data`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  let server: ChildProcess | null = null;
  const down = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    await ended(server, signal);
    server = null;
  };
  return {
    url: `mariadb://root@127.0.0.1:${port}`,
    async up() {
      server = spawn(MARIADBD!, options(directory, port), { stdio: 'ignore' });
      await answering(port, server);
    },
    down,
    async remove() {
      await down();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function options(directory: string, port: number): string[] {
  return [
    '--no-defaults',
    '--user=root',
    `--datadir=${directory}/data`,
    `--socket=${directory}/m.sock`,
    `--pid-file=${directory}/m.pid`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--skip-log-bin',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=8M',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-flush-method=nosync',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_520_ci',
    `--log-error=${directory}/err.log`,
  ];
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`mariadbd ended with ${server.exitCode}`);
    try {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      await connection.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('mariadbd did not answer within 30 s');
}

function ended(server: ChildProcess | null, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}
