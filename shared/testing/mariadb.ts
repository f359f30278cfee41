import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

const MARIADBD = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd', '/usr/local/bin/mariadbd'].find(existsSync);

export const mariadbInstalled = MARIADBD !== undefined;

export interface MariaDbInstance {
  /** `mariadb://root@127.0.0.1:PORT`, without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a private instance on a temporary directory; it and its data are gone after `stop`. */
export async function startMariaDb(): Promise<MariaDbInstance> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-mariadb-'));
  const data = path.join(directory, 'data');
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', '--user=root', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const server = spawn(
    MARIADBD!,
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
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
    ],
    { stdio: 'ignore' },
  );
  const url = `mariadb://root@127.0.0.1:${port}`;
  await answering(port, server);
  return { url, stop: () => stopped(server, directory) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
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

function stopped(server: ChildProcess, directory: string): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => {
      rmSync(directory, { recursive: true, force: true });
      resolve();
    });
    server.kill('SIGTERM');
  });
}
