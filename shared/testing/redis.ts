import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';

const REDIS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(existsSync);

/** Where it is not installed its tests are skipped, and say so; in CI they may not be. */
export function isRedisInstalled(): boolean {
  if (REDIS) return true;
  if (process.env.CI)
    throw new Error('redis-server is not installed, and in CI its tests may not be skipped (Debian package redis-server)');
  process.stderr.write('\nSKIPPED: tests on Redis, for redis-server is not installed (Debian package redis-server)\n\n');
  return false;
}

export interface RedisInstance {
  readonly url: string;
  /** Takes connections and answers nothing, until it is resumed. */
  suspend(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** Starts a private instance that keeps nothing; on a port it had before, when it is to come back. */
export async function startRedis(port?: number): Promise<RedisInstance> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-redis-'));
  const chosen = port ?? (await freePort());
  const words = ['--port', String(chosen), '--bind', '127.0.0.1', '--dir', directory, '--save', '', '--appendonly', 'no'];
  const server = spawn(REDIS!, words, { stdio: 'ignore' });
  await answering(chosen, server);
  return {
    url: `redis://127.0.0.1:${chosen}`,
    suspend: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
    stop: () => stopped(server, directory),
  };
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    if (await answersPing(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('redis-server did not answer within 10 s');
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

function stopped(server: ChildProcess, directory: string): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => {
      rmSync(directory, { recursive: true, force: true });
      resolve();
    });
    server.kill('SIGCONT');
    server.kill('SIGTERM');
  });
}
