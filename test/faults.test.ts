import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareDatabases } from '@township-graph/commands/open-subgraphs';

const ROOT = path.resolve(__dirname, '..');
const SUBGRAPHS = ['directory', 'matters', 'enforcement', 'secondment', 'assessment'];
const CARD = '{ division(code: "410225201") { name matters { totalCount } } }';
const WHOLE = { data: { division: { name: '三义寨乡', matters: { totalCount: 152 } } } };

interface Answer {
  readonly data: { readonly division: { readonly name: string; readonly matters: { readonly totalCount: number } | null } | null };
  readonly errors?: readonly { readonly path: unknown[]; readonly extensions: Record<string, unknown> }[];
}

/** One part of the graph as a process of its own. */
class Part {
  private process!: ChildProcess;
  private output = '';
  url = '';

  constructor(
    private readonly script: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Starts it, on the same port as the last time. */
  async start(): Promise<void> {
    this.output = '';
    const port = this.url ? new URL(this.url).port : '0';
    this.process = spawn(process.execPath, [path.join(ROOT, this.script)], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'info', PORT: port, ...this.env },
    });
    for (const stream of [this.process.stdout!, this.process.stderr!])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    await until(() => this.isOver || /"address":"[^"]+"/.test(this.output));
    if (this.isOver) throw new Error(this.output);
    this.url = /"address":"([^"]+)"/.exec(this.output)![1]!;
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Its exit code once it has ended. */
  async ended(): Promise<number | null> {
    await until(() => this.isOver);
    return this.process.exitCode;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (!this.isOver) this.signal(signal);
    return this.ended();
  }

  async get(name: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.url}/${name}`);
    return { status: response.status, text: await response.text() };
  }

  async ask(headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: CARD }),
    });
    return response.json() as Promise<Answer>;
  }

  private get isOver(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

let directory: string;
const subgraphs: Record<string, Part> = {};
let gateway: Part;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'township-graph-faults-'));
  const databaseUrl = (name: string) => `sqlite:${path.join(directory, `${name}.db`)}`;
  await prepareDatabases({ databaseUrl, scale: 0 });
  const urls: string[] = [];
  const keys: string[] = [];
  for (const name of SUBGRAPHS) {
    const secret = randomBytes(32).toString('hex');
    const part = new Part(`subgraphs/${name}/dist/main.js`, { DATABASE_URL: databaseUrl(name), SUBGRAPH_KEYS: `k:${secret}` });
    subgraphs[name] = part;
    await part.start();
    await until(async () => (await part.get('ready')).status === 200);
    urls.push(`${name}=${part.url}/graphql`);
    keys.push(`${name}:k:${secret}`);
  }
  gateway = new Part('gateway/dist/main.js', {
    SUPERGRAPH: path.join(ROOT, 'gateway/supergraph.graphql'),
    SUBGRAPH_URLS: urls.join(','),
    SUBGRAPH_KEYS: keys.join(','),
    SUBGRAPH_TIMEOUT_MS: '60000',
    REQUEST_TIMEOUT_MS: '60000',
    SUBGRAPH_BREAKER_OPEN_MS: '500',
  });
  await gateway.start();
});

afterAll(async () => {
  await Promise.all([gateway, ...Object.values(subgraphs)].map((part) => part?.end('SIGKILL')));
  rmSync(directory, { recursive: true, force: true });
});

/** The directory's part of the answer is there, the matters' is not and says no more than that. */
function expectWithoutMatters({ data, errors }: Answer): void {
  expect(data).toEqual({ division: { name: '三义寨乡', matters: null } });
  expect(errors).toMatchObject([{ path: ['division', 'matters'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|"stack/);
}

test('with every part up the answer is whole', async () => {
  expect(await gateway.ask()).toEqual(WHOLE);
  expect(JSON.parse((await gateway.get('ready')).text)).toMatchObject({
    subgraphs: { total: SUBGRAPHS.length, reachable: SUBGRAPHS.length },
  });
});

test('a subgraph that was killed costs its fields, and is served again when it is back', async () => {
  await subgraphs.matters!.end('SIGKILL');
  expectWithoutMatters(await gateway.ask());
  await subgraphs.matters!.start();
  await until(async () => !(await gateway.ask()).errors);
  expect(await gateway.ask()).toEqual(WHOLE);
});

test('a subgraph that is frozen costs its fields by the client’s deadline, and is served again when it goes on', async () => {
  subgraphs.matters!.signal('SIGSTOP');
  try {
    expectWithoutMatters(await gateway.ask({ 'x-request-timeout': '2500' }));
  } finally {
    subgraphs.matters!.signal('SIGCONT');
  }
  expect(await gateway.ask()).toEqual(WHOLE);
});

test('a subgraph that is told to stop ends well, and one whose database never came does, too', async () => {
  expect(await subgraphs.matters!.end('SIGTERM')).toBe(0);
  await subgraphs.matters!.start();
  const waiting = new Part('subgraphs/matters/dist/main.js', {
    DATABASE_URL: 'mariadb://nobody:secret@127.0.0.1:1/none',
    SUBGRAPH_KEYS: `k:${randomBytes(32).toString('hex')}`,
  });
  await waiting.start();
  expect([(await waiting.get('health')).status, (await waiting.get('ready')).status]).toEqual([200, 503]);
  expect(await waiting.end('SIGTERM')).toBe(0);
  await until(async () => !(await gateway.ask()).errors);
});

test('a gateway that is told to stop answers what it has begun, is not ready meanwhile, and ends well', async () => {
  subgraphs.matters!.signal('SIGSTOP');
  const begun = gateway.ask();
  try {
    await until(async () => (await gateway.get('metrics')).text.includes('graphql_requests_running 1'));
    gateway.signal('SIGTERM');
    await until(async () => (await gateway.get('ready')).status === 503);
  } finally {
    subgraphs.matters!.signal('SIGCONT');
  }
  expect(await begun).toEqual(WHOLE);
  expect(await gateway.ended()).toBe(0);
});
