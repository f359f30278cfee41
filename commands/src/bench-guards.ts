import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Told } from './bench-guards-stack';
import { prepareDatabases } from './open-subgraphs';

const GUARDS = ['signing', 'scope', 'audit', 'guard'] as const;

interface Read {
  readonly query: string;
  readonly purpose?: string;
}

/** What is asked, again and again. */
const READS: Readonly<Record<string, Read>> = {
  'a township’s card': {
    query: `{ division(code: "410225201") { name parent { name } children(first: 5) { totalCount nodes { name } }
      matters(first: 20) { totalCount nodes { name handlingKind implementingOrganization { name } } } } }`,
  },
  'drafts in scope': {
    query: `{ matters(filter: { state: [DRAFT, PUBLISHED], divisionCode: "410225" }, first: 20) { totalCount nodes { id name state validFrom } } }`,
  },
  'leaders, masked': { query: '{ division(code: "410225201") { functionalCenters { name lead deputies } } }' },
  'leaders in clear, each reading recorded': {
    query: '{ division(code: "410225201") { functionalCenters { name lead deputies } } }',
    purpose: encodeURIComponent('核对功能中心负责人'),
  },
};

const WARM_UP = 300;
const BLOCKS = 25;
const BLOCK = 20;
/** Each with a process of its own. */
const ROUNDS = 3;

const SIDES: readonly (readonly string[])[] = [[], ...GUARDS.map((guard) => [guard]), GUARDS];

/** By read, the p50 of each side in each round. */
type Measured = ReadonlyMap<string, number[][]>;

/** What signing, scope, audit and guard cost a read: the same graph with and without them, in turns. */
export async function benchGuards(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  const measured: Measured = new Map(Object.keys(READS).map((name) => [name, SIDES.map(() => [])]));
  try {
    await prepareDatabases({ scale: 0, databaseUrl: (name) => `sqlite:${path.join(directory, `${name}.db`)}` });
    for (let round = 0; round < ROUNDS; round += 1) await measure(round, directory, measured);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  process.stdout.write(
    `one request at a time, ${BLOCKS * BLOCK} on each side in each of ${ROUNDS} rounds, in turns; median p50 in ms, and what it is to all guards in place\n`,
  );
  for (const [name, sides] of measured) print(name, sides);
}

async function measure(round: number, directory: string, measured: Measured): Promise<void> {
  const stack = await Stack.start(directory);
  try {
    for (const [name, read] of Object.entries(READS))
      for (const [side, times] of (await timesOf(read, stack, round)).entries()) measured.get(name)![side]!.push(median(times));
  } finally {
    stack.stop();
  }
}

/** By side. They take turns, block by block, so that none always meets the warmer machine. */
async function timesOf(read: Read, stack: Stack, round: number): Promise<number[][]> {
  const times: number[][] = SIDES.map(() => []);
  for (const taken of SIDES) {
    const url = await stack.tell({ taken, purpose: read.purpose ?? null });
    for (let count = 0; count < WARM_UP; count += 1) await stack.ask(url, read);
  }
  for (let block = 0; block < BLOCKS; block += 1)
    for (const side of turned([...SIDES.keys()], round + block)) {
      const url = await stack.tell({ taken: SIDES[side]!, purpose: read.purpose ?? null });
      for (let count = 0; count < BLOCK; count += 1) {
        const started = performance.now();
        await stack.ask(url, read);
        times[side]!.push(performance.now() - started);
      }
    }
  return times;
}

function print(name: string, sides: readonly (readonly number[])[]): void {
  const whole = median(sides[0]!);
  process.stdout.write(`${name}: ${whole.toFixed(2)}\n`);
  for (const [index, taken] of SIDES.entries()) {
    if (taken.length === 0) continue;
    const p50 = median(sides[index]!);
    process.stdout.write(`  without ${taken.join(', ').padEnd(30)} ${p50.toFixed(2).padStart(6)}   ${(whole / p50).toFixed(3)}\n`);
  }
}

/** The same in the same order, beginning further on. */
function turned<T>(values: readonly T[], by: number): T[] {
  const from = by % values.length;
  return [...values.slice(from), ...values.slice(0, from)];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The graph over HTTP, in a process of its own. */
class Stack {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(private readonly process: ChildProcess) {}

  static start(directory: string): Promise<Stack> {
    const child = fork(path.join(__dirname, 'bench-guards-stack.js'), [directory], { env: { ...process.env, LOG_LEVEL: 'silent' } });
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve(new Stack(child)));
      child.once('exit', (code) => reject(new Error(`the graph to measure ended with ${code}`)));
    });
  }

  /** Takes guards out of it, and puts the others back; where to ask it from now on. */
  tell({ taken, purpose }: Told): Promise<URL> {
    return new Promise((resolve) => {
      this.process.once('message', (url) => resolve(new URL('/graphql', String(url))));
      this.process.send({ taken, purpose: purpose && decodeURIComponent(purpose) });
    });
  }

  ask(url: URL, { query, purpose }: Read): Promise<void> {
    const headers = { 'content-type': 'application/json', ...(purpose && { 'x-purpose': purpose }) };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent: this.agent, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          body += piece;
        });
        response.on('end', () => (body.includes('"errors"') ? reject(new Error(body)) : resolve()));
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ query }));
    });
  }

  stop(): void {
    this.agent.destroy();
    this.process.removeAllListeners('exit');
    this.process.kill('SIGTERM');
  }
}
