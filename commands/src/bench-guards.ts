import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSubgraphs } from './open-subgraphs';

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

const WARM_UP = 200;
const BLOCKS = 10;
const BLOCK = 40;
/** Each with processes of its own: two of one kind can differ by a fifth for as long as they live. */
const ROUNDS = 5;

const SIDES: readonly (readonly string[])[] = [[], ...GUARDS.map((guard) => [guard]), GUARDS];

/** By read, the p50 of each side in each round. */
type Measured = ReadonlyMap<string, number[][]>;

/** What signing, scope, audit and guard cost a read: the same graph with and without them, side by side. */
export async function benchGuards(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  const measured: Measured = new Map(Object.keys(READS).map((name) => [name, SIDES.map(() => [])]));
  try {
    const opened = await openSubgraphs({ databaseUrl: (name) => `sqlite:${path.join(directory, `${name}.db`)}` });
    await opened.close();
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
  const stacks: Stack[] = [];
  try {
    // Who is started first, and asked first, changes, so that none always meets the warmer machine.
    for (const side of turned(SIDES, round)) stacks.push(await Stack.start(side, directory));
    for (const [name, read] of Object.entries(READS)) {
      const times = await timesOf(read, stacks);
      for (const [stack, each] of times) measured.get(name)![SIDES.indexOf(stack.taken)]!.push(median(each));
    }
  } finally {
    for (const stack of stacks) stack.stop();
  }
}

async function timesOf(read: Read, stacks: readonly Stack[]): Promise<ReadonlyMap<Stack, number[]>> {
  const times = new Map<Stack, number[]>(stacks.map((stack) => [stack, []]));
  for (const stack of stacks) {
    await stack.tell(read.purpose ?? null);
    for (let count = 0; count < WARM_UP; count += 1) await stack.ask(read);
  }
  for (let block = 0; block < BLOCKS; block += 1)
    for (const stack of turned(stacks, block))
      for (let count = 0; count < BLOCK; count += 1) {
        const started = performance.now();
        await stack.ask(read);
        times.get(stack)!.push(performance.now() - started);
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

/** A gateway and its subgraphs, called over HTTP, in a process of their own. */
class Stack {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    readonly taken: readonly string[],
    private readonly process: ChildProcess,
    private readonly url: URL,
  ) {}

  static start(taken: readonly string[], directory: string): Promise<Stack> {
    const child = fork(path.join(__dirname, 'bench-guards-stack.js'), [taken.join(','), directory], {
      env: { ...process.env, LOG_LEVEL: 'silent' },
    });
    return new Promise((resolve, reject) => {
      child.once('message', (url) => resolve(new Stack(taken, child, new URL('/graphql', String(url)))));
      child.once('exit', (code) => reject(new Error(`the graph without ${taken.join(', ') || 'nothing'} ended with ${code}`)));
    });
  }

  /** The purpose of the next requests. */
  tell(purpose: string | null): Promise<void> {
    return new Promise((resolve) => {
      this.process.once('message', () => resolve());
      this.process.send({ purpose: purpose && decodeURIComponent(purpose) });
    });
  }

  ask({ query, purpose }: Read): Promise<void> {
    const headers = { 'content-type': 'application/json', ...(purpose && { 'x-purpose': purpose }) };
    return new Promise((resolve, reject) => {
      const sent = request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
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
