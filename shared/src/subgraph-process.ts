import type { DataSource } from 'typeorm';
import { type AdmissionLimits, TurnedAway } from './admission';
import { chainAlgorithm } from './audit/audit-chain';
import { type CallLimits, DEFAULT_CALL_LIMITS } from './call-limits';
import { type Clock, systemClock } from './clock';
import type { DatabaseOptions } from './database';
import { databaseAnswers, openWhenPossible } from './database-start';
import { GRAPH_SETTINGS_USAGE, graphClientFrom } from './graph-client/graph-settings';
import { learnHolidaysFrom } from './holiday-file';
import { createLog, type Logger } from './log';
import { Scheduler } from './scheduler/scheduler';
import { DEFAULT_INTERVAL_SECONDS, schedulerFrom } from './scheduler/scheduler-settings';
import { DEFAULT_LIMITS, type RunningServer, startSubgraphServer } from './server';
import { parseSigningKey, SIGNING_KEY_FORM, type SigningKey } from './signing-key';
import type { Subgraph, SubgraphOptions } from './subgraph';
import type { Scope } from './viewer';

/** A subgraph as the processes that run it know it. */
export interface SubgraphModule {
  readonly name: string;
  /** Port when it runs as a process of its own and `PORT` is not set. */
  readonly port: number;
  readonly schema: Pick<DatabaseOptions, 'entities' | 'migrations'>;
  create(options: SubgraphOptions): Promise<Subgraph>;
  /** What the identity that it asks the graph with has to hold; it asks nothing where absent. */
  readonly asksWith?: readonly Scope[];
  /** Fills an empty database with the demonstration counties; does nothing when they are there. */
  loadDemo(database: DataSource, onProgress?: (done: number, total: number) => void, size?: DemoSize): Promise<void>;
}

/** How much of the demonstration there is to be, and the day up to which it goes. */
export interface DemoSize {
  /** The share of what comes by the hundred thousand, 0 to 1; what is there already, or 1 in 100, when absent. */
  readonly scale?: number;
  readonly clock?: Clock;
}

const USAGE = (name: string, port: number) => `Serves the ${name} subgraph to signed calls of a gateway.

  DATABASE_URL   sqlite:PATH, mysql://… or mariadb://… (sqlite:.data/${name}.db)
  SUBGRAPH_KEYS  keys that calls may be signed with, separated by commas; needed. Each is ${SIGNING_KEY_FORM}: HMAC-SHA-256
                 unless SM3 is named, the secret 32 bytes or more. While keys are changed, the old and the new
  PORT           port to listen on (${port})
  HOST           address to listen on (127.0.0.1)
  MAX_CONCURRENT_CALLS, MAX_QUEUED_CALLS
                 calls that run at once (${DEFAULT_LIMITS.running}), and that wait besides (${DEFAULT_LIMITS.waiting}); more are answered 503
  SUBGRAPH_MAX_REPRESENTATIONS, SUBGRAPH_MAX_SELECTIONS, SUBGRAPH_MAX_TOKENS
                 entities that one call may look up (${DEFAULT_CALL_LIMITS.representations}), fields and fragments it may select (${DEFAULT_CALL_LIMITS.selections}), tokens of its text (${DEFAULT_CALL_LIMITS.tokens})
  AUDIT_HEADS    file outside the database that the newest audit record's hash is appended to after each write (none)
  AUDIT_ALGORITHM  sha256 or sm3, for the chain of audit records (sha256)
  SCHEDULER      false: this process does nothing by itself, deadlines among it; another must (true)
  SCHEDULER_INTERVAL
                 seconds between two runs of a job (${DEFAULT_INTERVAL_SECONDS}), on all processes together
  HOLIDAYS_FILE  JSON file with holidays that are newer than this release: { "holidays": { "2027-01-01": "元旦" }, "workdays": {} } (none)
${GRAPH_SETTINGS_USAGE}
  LOG_LEVEL      fatal, error, warn, info, debug, trace or silent (info)
`;

/** Runs one subgraph as a process: configuration, signed server, graceful stop. */
export async function runSubgraph(module: SubgraphModule, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const { name, port } = module;
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE(name, port));
    return;
  }
  const log = createLog({ name });
  const ended = (error: unknown) => {
    log.fatal({ err: error }, 'subgraph ended');
    process.exit(1);
  };
  const { stop, started } = await startSubgraph(module, env, log);
  // A second signal finds the default handler, and ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0), ended));
  await started.catch(ended);
}

export interface RunningSubgraph extends RunningServer {
  /** Resolves when its database is open and calls are answered, or when it was stopped before that. */
  readonly started: Promise<void>;
}

/** Listens at once and serves as soon as the database is there; until then `/ready` and every call are answered 503. */
export async function startSubgraph(
  { name, port, schema, create, asksWith }: SubgraphModule,
  env: NodeJS.ProcessEnv,
  log: Logger,
): Promise<RunningSubgraph> {
  const auditAlgorithm = chainAlgorithm(env.AUDIT_ALGORITHM);
  const scheduling = schedulerFrom(env);
  learnHolidaysFrom(env);
  const graph = graphClientFrom(env) ?? undefined;
  if (asksWith && !graph) log.warn('GRAPH_URL is not set: this subgraph learns nothing of what happens in others');
  const stopping = new AbortController();
  let scheduler: Scheduler | null = null;
  let serving: { readonly subgraph: Subgraph; readonly answers: () => Promise<boolean> } | null = null;
  const server = await startSubgraphServer({
    executor: async (call) => {
      if (!serving) throw TurnedAway.STARTING;
      return serving.subgraph.execute(call);
    },
    isReady: async () => serving?.answers() ?? false,
    keys: keysFrom(env.SUBGRAPH_KEYS),
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? port),
    limits: limitsFrom(env),
    callLimits: callLimitsFrom(env),
    clock: systemClock,
    log,
  });
  const url = env.DATABASE_URL ?? `sqlite:.data/${name}.db`;
  const opened = openWhenPossible({ ...schema, url }, { log, signal: stopping.signal });
  const started = opened.then(async (database) => {
    const subgraph = await create({ database, log, auditAlgorithm, auditHeads: env.AUDIT_HEADS, graph });
    serving = { subgraph, answers: databaseAnswers(database) };
    log.info('subgraph serves');
    if (!scheduling || stopping.signal.aborted) return;
    scheduler = new Scheduler({ ...scheduling, database, jobs: subgraph.jobs, clock: systemClock, log });
    scheduler.start();
  });
  return {
    url: server.url,
    started: started.catch((error) => {
      if (!stopping.signal.aborted) throw error;
    }),
    async stop() {
      stopping.abort();
      await Promise.all([server.stop(), scheduler?.stop()]);
      await opened.then(
        (database) => database.destroy(),
        () => {},
      );
    },
  };
}

function limitsFrom({ MAX_CONCURRENT_CALLS, MAX_QUEUED_CALLS }: NodeJS.ProcessEnv): AdmissionLimits {
  return {
    running: wholeNumber('MAX_CONCURRENT_CALLS', MAX_CONCURRENT_CALLS, DEFAULT_LIMITS.running, 1),
    waiting: wholeNumber('MAX_QUEUED_CALLS', MAX_QUEUED_CALLS, DEFAULT_LIMITS.waiting, 0),
  };
}

function callLimitsFrom({ SUBGRAPH_MAX_REPRESENTATIONS, SUBGRAPH_MAX_SELECTIONS, SUBGRAPH_MAX_TOKENS }: NodeJS.ProcessEnv): CallLimits {
  const { representations, selections, tokens } = DEFAULT_CALL_LIMITS;
  return {
    ...DEFAULT_CALL_LIMITS,
    representations: wholeNumber('SUBGRAPH_MAX_REPRESENTATIONS', SUBGRAPH_MAX_REPRESENTATIONS, representations, 1),
    selections: wholeNumber('SUBGRAPH_MAX_SELECTIONS', SUBGRAPH_MAX_SELECTIONS, selections, 1),
    tokens: wholeNumber('SUBGRAPH_MAX_TOKENS', SUBGRAPH_MAX_TOKENS, tokens, 1),
  };
}

function wholeNumber(name: string, given: string | undefined, fallback: number, least: number): number {
  if (!given?.trim()) return fallback;
  const value = /^\d{1,9}$/.test(given.trim()) ? Number(given) : Number.NaN;
  if (!(value >= least)) throw new Error(`${name}: must be a whole number of ${least} or more`);
  return value;
}

function keysFrom(list = ''): SigningKey[] {
  const keys = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(parseSigningKey);
  if (keys.length === 0) throw new Error(`SUBGRAPH_KEYS is needed: a subgraph answers signed calls only (${SIGNING_KEY_FORM},…)`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('SUBGRAPH_KEYS: two keys have the same id');
  return keys;
}
