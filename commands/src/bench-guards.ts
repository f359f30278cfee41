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

const WARM_UP = 150;
const BLOCKS = 20;
const BLOCK = 40;

/** What signing, scope, audit and guard cost a read: the same graph with and without them, side by side. */
export async function benchGuards(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  const stacks: Stack[] = [];
  try {
    const opened = await openSubgraphs({ databaseUrl: (name) => `sqlite:${path.join(directory, `${name}.db`)}` });
    await opened.close();
    const sides = [[], ...GUARDS.map((guard) => [guard]), GUARDS];
    for (const taken of sides) stacks.push(await Stack.start(taken, directory));
    process.stdout.write(
      `one request at a time, ${BLOCKS * BLOCK} on each side, in turns; p50 in ms, and the ratio to all guards in place\n`,
    );
    for (const [name, read] of Object.entries(READS)) await compare(name, read, stacks);
  } finally {
    for (const stack of stacks) stack.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compare(name: string, read: Read, stacks: readonly Stack[]): Promise<void> {
  const times = new Map<Stack, number[]>(stacks.map((stack) => [stack, []]));
  for (const stack of stacks) {
    await stack.tell(read.purpose ?? null);
    for (let count = 0; count < WARM_UP; count += 1) await stack.ask(read);
  }
  for (let block = 0; block < BLOCKS; block += 1) {
    // Who goes first changes, so that none always meets the warmer machine.
    const order = [...stacks.slice(block % stacks.length), ...stacks.slice(0, block % stacks.length)];
    for (const stack of order)
      for (let count = 0; count < BLOCK; count += 1) {
        const started = performance.now();
        await stack.ask(read);
        times.get(stack)!.push(performance.now() - started);
      }
  }
  const whole = median(times.get(stacks[0]!)!);
  process.stdout.write(`${name}: ${whole.toFixed(2)}\n`);
  for (const stack of stacks.slice(1)) {
    const p50 = median(times.get(stack)!);
    process.stdout.write(`  without ${stack.taken.join(', ').padEnd(30)} ${p50.toFixed(2).padStart(6)}   ${(whole / p50).toFixed(3)}\n`);
  }
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
