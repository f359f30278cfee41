import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { SUBGRAPHS } from '@township-graph/commands/graph';

const ROOT = path.resolve(__dirname, '..');
const FOLLOWED = '{ recallGrounds(filter: { divisionCode: "410225" }) { totalCount } }';
const CARD = '{ division(code: "410225201") { name matters { totalCount } } viewer { name } }';

/** Starts a command and waits for words of its output; ends it, and what it started, afterwards. */
class Started {
  private readonly process: ChildProcess;
  private output = '';

  constructor(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.process = spawn(process.execPath, [path.join(ROOT, 'commands/run.cjs'), path.join(ROOT, 'commands/dist', script), ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn', ...env },
    });
    for (const stream of [this.process.stdout!, this.process.stderr!])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
  }

  get pid(): number {
    return this.process.pid!;
  }

  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const found = pattern.exec(this.output);
      if (found) return found;
      if (this.process.exitCode !== null) throw new Error(`ended with ${this.process.exitCode}: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never said ${pattern}: ${this.output}`);
  }

  times(pattern: RegExp): number {
    return this.output.match(pattern)?.length ?? 0;
  }

  async stop(): Promise<number | null> {
    if (this.process.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve));
      this.process.kill('SIGTERM');
      await ended;
    }
    return this.process.exitCode;
  }
}

async function ask(url: string, token?: string, query = CARD) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  return response.json() as Promise<{ data: any }>;
}

function workersOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
}

/** Resident memory of a process in MB, now and at its highest. */
function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]) / 1024);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** A first start loads three counties; on a busy machine that takes minutes. */
jest.setTimeout(240_000);

describe('the commands of the README', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'township-graph-start-'));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('start serves the demonstration, prints tokens and a line that works, and starts again on the same data', async () => {
    for (const round of ['first', 'second']) {
      const started = new Started('start.js', ['--port', '0', '--data', directory]);
      try {
        const [, url] = await started.says(/Graph\s+(http:\S+)\/graphql/);
        const [, township] = await started.says(/township\s+(\S+)/);
        const [line] = await started.says(/curl -s .*/);
        expect((await ask(url!)).data).toEqual({ division: { name: '三义寨乡', matters: { totalCount: 152 } }, viewer: { name: null } });
        expect((await ask(url!, township)).data.viewer.name).toBe('示例乡镇窗口');
        const { stdout } = await promisify(execFile)('bash', ['-c', line]);
        expect(JSON.parse(stdout)).toEqual({
          data: { division: { name: '三义寨乡', parent: { name: '兰考县' }, matters: { totalCount: 152 } } },
        });
        if (round === 'second') expect(memoryOf(started.pid).now).toBeLessThan(350);
      } finally {
        expect(await started.stop()).toBe(0);
      }
    }
  });

  test('start with several workers prepares once, speaks once and ends with 0, from its bundle and from what V8 made of that', async () => {
    const bundle = path.join(ROOT, 'commands/dist/start.bundle.js');
    const prepare = [path.join(ROOT, 'commands/prepare.mjs'), '--quiet', '--with-tools', '--bundle', 'commands/dist/start.js'];
    await promisify(execFile)(process.execPath, prepare, { cwd: ROOT });
    // It is read without decoding it.
    expect(readFileSync(bundle, 'utf8')).not.toMatch(/[^\0-\x7f]/);
    rmSync(`${bundle}.compiled`, { force: true });
    for (const _ of ['first', 'second']) {
      const started = new Started('start.js', ['--port', '0', '--scale', '0', '--data', path.join(directory, 'workers')], { WORKERS: '2' });
      try {
        const [, url] = await started.says(/Graph\s+(http:\S+)\/graphql/);
        const [, village] = await started.says(/village\s+(\S+)/);
        const answers = await Promise.all(Array.from({ length: 12 }, () => ask(url!, village)));
        expect(answers.map(({ data }) => data.viewer.name)).toEqual(answers.map(() => '示例村代办员'));
        expect(workersOf(started.pid)).toHaveLength(2);
        expect(started.times(/Graph\s+http/g)).toBe(1);
      } finally {
        expect(await started.stop()).toBe(0);
      }
      expect(existsSync(`${bundle}.compiled`)).toBe(true);
    }
  });

  const SERVERS = [
    ['embedded databases', undefined],
    ...(process.env.TEST_MARIADB_URL ? [['a MariaDB server', process.env.TEST_MARIADB_URL]] : []),
  ] as [string, string | undefined][];

  test.each(SERVERS)('start:distributed runs every part as a process of its own, on %s', async (_, server) => {
    const port = await freePorts(1 + SUBGRAPHS.length);
    const data = path.join(directory, server ? 'server' : 'embedded');
    const started = new Started(
      'start-distributed.js',
      ['--port', String(port), '--subgraph-port', String(port + 1), '--scale', '0', '--data', data, '--sign-by', server ? 'sm3' : 'sha256'],
      { SCHEDULER_INTERVAL: '1', ...(server && { DATABASE_URL: server }) },
    );
    try {
      const [, token] = await started.says(/development only\)\s+(\S+)/);
      const url = `http://127.0.0.1:${port}`;
      await answering(url);
      expect((await ask(url, token)).data).toEqual({
        division: { name: '三义寨乡', matters: { totalCount: 152 } },
        viewer: { name: '示例县管理员' },
      });
      const unsigned = await fetch(`http://127.0.0.1:${port + 1}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ _service { sdl } }"}',
      });
      expect(unsigned.status).toBe(401);
      // What the assessment confirmed has reached personnel, asked for with the token that its file holds.
      const tokens = path.join(data, 'machine-tokens');
      expect(readdirSync(tokens).toSorted()).toEqual(['assessment.token', 'enforcement.token', 'secondment.token']);
      expect(statSync(path.join(tokens, 'secondment.token')).mode & 0o777).toBe(0o600);
      await until(async () => (await ask(url, token, FOLLOWED)).data?.recallGrounds.totalCount > 0);
    } finally {
      await started.stop();
    }
  });

  test.each(['start.js', 'start-distributed.js', 'token.js', 'check.js', 'schema.js', 'import.js', 'bench.js'])(
    '%s --help explains itself',
    async (script) => {
      const { stdout } = await promisify(execFile)(process.execPath, [path.join(ROOT, 'commands/dist', script), '--help']);
      expect(stdout).toMatch(/Usage: npm (start|run \w)/);
      expect(stdout.split('\n').length).toBeGreaterThan(4);
    },
  );
});

const answering = (url: string) => until(async () => (await ask(url)).data?.division);

async function until(isSo: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never so: ${isSo}`);
}

/** The first of so many free ports in a row, for the gateway and its subgraphs. */
async function freePorts(count: number): Promise<number> {
  for (let first = 21_000; first < 32_000; first += count) {
    const row = Array.from({ length: count }, (_, index) => first + index);
    if ((await Promise.all(row.map(isFree))).every(Boolean)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
