import { systemClock } from '../src/clock';
import { openDatabase } from '../src/database';
import { createLog } from '../src/log';
import { Scheduler } from '../src/scheduler/scheduler';
import { startSubgraphServer } from '../src/server';
import type { SigningKey } from '../src/signing-key';
import type { SubgraphExecutor } from '../src/subgraph-call';
import { type Death, dyingAt } from './death';
import { createLedgerSubgraph, LEDGER_SCHEMA } from './ledger';
import { entriesWanted, MadeUpFeed } from './made-up-feed';

/** What a process that waits is told when it is its turn to serve. */
export interface LedgerOrders {
  readonly databaseUrl: string;
  readonly auditHeads: string;
  readonly keys: readonly SigningKey[];
  /** Where it is to die by its own hand, a statement or an {@link ANSWER}; left out, it serves until somebody kills it. */
  readonly death?: Death;
  /** An instant at which its clock stands: it runs its jobs there once, instead of serving. */
  readonly jobsAt?: string;
  /** How many entries another subgraph's feed asks of the ledger `l-1`. */
  readonly wanted?: number;
}

/** When a change is committed, and its caller has not heard of it. */
export const ANSWER = 'ANSWER';

/** What it says as soon as it serves, or has run its jobs: those have no address. */
export interface LedgerServes {
  readonly url: string;
}

/** A ledger subgraph in a process of its own, which has loaded everything before it gets its orders. */
async function serve({ databaseUrl, auditHeads, keys, death, jobsAt, wanted }: LedgerOrders): Promise<LedgerServes> {
  const log = createLog({ name: 'ledger', level: 'error', destination: process.stderr });
  const reached = dyingAt(death);
  const database = await openDatabase({ ...LEDGER_SCHEMA, url: databaseUrl, onStatement: reached });
  const clock = jobsAt === undefined ? systemClock : () => new Date(jobsAt);
  const graph = wanted === undefined ? undefined : new MadeUpFeed(entriesWanted(wanted));
  const { execute, jobs } = await createLedgerSubgraph({ database, log, auditHeads, clock, graph });
  if (jobsAt !== undefined) {
    await new Scheduler({ database, jobs, clock, everyMs: 1000, log }).runDue();
    return { url: '' };
  }
  const executor: SubgraphExecutor = async (call) => {
    const result = await execute(call);
    if (!result.errors) reached(ANSWER);
    return result;
  };
  return startSubgraphServer({ executor, keys, host: '127.0.0.1', port: 0, clock: systemClock, log });
}

process.once('message', async (orders: LedgerOrders) => {
  try {
    const { url } = await serve(orders);
    process.send!({ url } satisfies LedgerServes);
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  }
});
process.once('disconnect', () => process.exit());
