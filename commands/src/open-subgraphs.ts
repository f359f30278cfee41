import { type Clock, systemClock } from '@township-graph/shared/clock';
import { openDatabase } from '@township-graph/shared/database';
import type { DigestAlgorithm } from '@township-graph/shared/digest-algorithm';
import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import type { Logger } from '@township-graph/shared/log';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import type { SchedulerSettings } from '@township-graph/shared/scheduler/scheduler-settings';
import type { Subgraph } from '@township-graph/shared/subgraph';
import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import type { DataSource } from 'typeorm';
import { SUBGRAPHS } from './graph';
import { withProgress } from './progress';

/** A database that is there and cannot be used; said in one sentence, for it is the operator's to mend. */
export class UnusableDatabase extends Error {
  constructor(subgraph: string, cause: Error) {
    super(`the database of ${subgraph} cannot be used (${cause.message})`, { cause });
    this.name = 'UnusableDatabase';
  }
}

export interface OpenSubgraph extends Subgraph {
  readonly database: DataSource;
}

export interface OpenSubgraphs {
  readonly subgraphs: readonly OpenSubgraph[];
  /** Waits for what is in hand. Before the gateway stops: jobs may be asking it. */
  stopJobs(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The address of a subgraph's database. */
  readonly databaseUrl: (subgraph: string) => string | Promise<string>;
  readonly clock?: Clock;
  readonly onStatement?: (subgraph: string, sql: string) => void;
  /** Whether the demonstration counties are loaded; they are unless said otherwise. */
  readonly withDemo?: boolean;
  /** The share of what comes by the hundred thousand; what is there already, or 1 in 100, unless said otherwise. */
  readonly scale?: number;
  /** Draws progress bars while the demonstration counties load. */
  readonly showProgress?: boolean;
}

export interface OpenOptions extends DatabaseOptions {
  readonly log?: Logger;
  /** The file that the heads of the audit trails are exported to; none when absent. */
  readonly auditHeads?: string;
  readonly auditAlgorithm?: DigestAlgorithm;
  /** Whether their jobs run here, and how often; they do not unless it is said. */
  readonly scheduling?: SchedulerSettings | null;
  /** What each asks the graph with; they ask nothing where absent. */
  readonly graphOf?: (subgraph: string) => GraphClient | undefined;
}

/** Migrates and fills every subgraph's database, for other processes to open. */
export async function prepareDatabases(options: DatabaseOptions): Promise<void> {
  for (const module of SUBGRAPHS) await (await openedDatabase(module, options)).destroy();
}

/** Opens, migrates and fills every subgraph's database, and builds the subgraphs in this process. */
export async function openSubgraphs(options: OpenOptions): Promise<OpenSubgraphs> {
  const { clock, log, auditHeads, auditAlgorithm, scheduling = null, graphOf = () => undefined } = options;
  const subgraphs: OpenSubgraph[] = [];
  const schedulers: Scheduler[] = [];
  for (const module of SUBGRAPHS) {
    const { name, create } = module;
    const database = await openedDatabase(module, options);
    const logOfSubgraph = log?.child({ subgraph: name });
    const subgraph = await create({ database, clock, auditHeads, auditAlgorithm, log: logOfSubgraph, graph: graphOf(name) });
    subgraphs.push({ ...subgraph, database });
    if (scheduling)
      schedulers.push(new Scheduler({ ...scheduling, database, jobs: subgraph.jobs, clock: clock ?? systemClock, log: logOfSubgraph }));
  }
  for (const scheduler of schedulers) scheduler.start();
  const stopJobs = async () => {
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
  };
  return {
    subgraphs,
    stopJobs,
    async close() {
      await stopJobs();
      await Promise.all(subgraphs.map(({ database }) => database.destroy()));
    },
  };
}

async function openedDatabase(
  { name, schema, loadDemo }: SubgraphModule,
  { databaseUrl, clock, onStatement, withDemo = true, scale, showProgress = false }: DatabaseOptions,
): Promise<DataSource> {
  const url = await databaseUrl(name);
  const database = await openDatabase({ ...schema, url, onStatement: onStatement && ((sql) => onStatement(name, sql)) }).catch(
    (error: Error) => {
      throw new UnusableDatabase(name, error);
    },
  );
  if (withDemo) await withProgress(name, showProgress, (onProgress) => loadDemo(database, onProgress, { scale, clock }));
  return database;
}
