import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { request } from 'undici';

const MAIN = path.resolve(__dirname, '../dist/main.js');

/** `npm run gateway`, as built, in a process of its own; ready when `ready` resolves. */
export class GatewayProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it said on its standard error, once it has ended. */
  readonly complaint: Promise<string>;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;

  constructor(port: number, env: NodeJS.ProcessEnv) {
    this.url = `http://127.0.0.1:${port}`;
    this.child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'info', PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdout!.resume();
    this.complaint = text(this.child.stderr!);
  }

  /** Resolves when it says that it listens: then all of its workers do. */
  async ready(): Promise<void> {
    const listens = new Promise<true>((resolve) => {
      this.child.stdout!.on('data', (lines: Buffer) => lines.includes('gateway listens') && resolve(true));
    });
    const code = await Promise.race([listens, this.ended]);
    if (code !== true) throw new Error(`the gateway ended with ${code}: ${await this.complaint}`);
  }

  async get(route: string): Promise<{ status: number; text: string }> {
    const { statusCode, body } = await request(`${this.url}${route}`, { headers: FRESH });
    return { status: statusCode, text: await body.text() };
  }

  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of what was asked
  async ask(payload: object): Promise<any> {
    const headers = { 'content-type': 'application/json', ...FRESH };
    const { body } = await request(`${this.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(payload) });
    return body.json();
  }

  /** Ends it as an operator does; its exit code. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Each request over a connection of its own: workers take turns by connections. */
const FRESH = { connection: 'close' };
