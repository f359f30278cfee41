import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSubgraphs } from './open-subgraphs';

/** What is asked, again and again. */
const READS: Readonly<Record<string, { readonly query: string; readonly purpose?: string }>> = {
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
    for (const kind of ['guarded', 'bare'] as const) stacks.push(await Stack.start(kind, directory));
    const [guarded, bare] = stacks as [Stack, Stack];
    process.stdout.write(`one request at a time, ${BLOCKS * BLOCK} of each, in turns; p50 in ms\n`);
    for (const [name, read] of Object.entries(READS)) await compare(name, read, guarded, bare);
  } finally {
    for (const stack of stacks) stack.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compare(name: string, read: (typeof READS)[string], guarded: Stack, bare: Stack): Promise<void> {
  for (const stack of [guarded, bare]) for (let count = 0; count < WARM_UP; count += 1) await stack.ask(read);
  const times = new Map<Stack, number[]>([
    [guarded, []],
    [bare, []],
  ]);
  for (let block = 0; block < BLOCKS; block += 1) {
    // Who goes first changes, so that neither always meets the warmer machine.
    for (const stack of block % 2 === 0 ? [guarded, bare] : [bare, guarded])
      for (let count = 0; count < BLOCK; count += 1) {
        const started = performance.now();
        await stack.ask(read);
        times.get(stack)!.push(performance.now() - started);
      }
  }
  const [a, b] = [median(times.get(guarded)!), median(times.get(bare)!)];
  process.stdout.write(`${name}: guarded ${a.toFixed(2)}, bare ${b.toFixed(2)}, ratio ${(a / b).toFixed(3)}\n`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** A gateway and its subgraphs, called over HTTP, in a process of their own. */
class Stack {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly process: ChildProcess,
    private readonly url: URL,
  ) {}

  static start(kind: 'guarded' | 'bare', directory: string): Promise<Stack> {
    const child = fork(path.join(__dirname, 'bench-guards-stack.js'), [kind, directory], { env: { ...process.env, LOG_LEVEL: 'silent' } });
    return new Promise((resolve, reject) => {
      child.once('message', (url) => resolve(new Stack(child, new URL('/graphql', String(url)))));
      child.once('exit', (code) => reject(new Error(`the ${kind} stack ended with ${code}`)));
    });
  }

  ask({ query, purpose }: (typeof READS)[string]): Promise<void> {
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
