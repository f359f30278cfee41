import 'reflect-metadata';
import { ASSESSMENT } from '@township-graph/assessment/module';
import { SECONDMENT } from '@township-graph/secondment/module';
import { openDatabase } from '@township-graph/shared/database';
import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { createLog } from '@township-graph/shared/log';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import type { Subgraph } from '@township-graph/shared/subgraph';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { type Death, dyingAt } from '@township-graph/shared/testing/death';

/** What a process is told when it is its turn to apply what the assessment has confirmed. */
export interface ConsequencesOrders {
  readonly assessmentUrl: string;
  readonly secondmentUrl: string;
  /** Where its clock stands. */
  readonly at: string;
  /** By its own hand, at a statement of secondment. */
  readonly death?: Death;
}

/** The assessment as its feed's only reader would find it by way of a gateway. */
const reading = ({ execute }: Subgraph): GraphClient => ({
  async ask<T>(query: string, variables: object = {}) {
    const context = { viewer: viewerOf(['410225'], ['assessment:read']), requestId: 'follow', locale: 'zh', purpose: null } as const;
    const { data, errors } = await execute({ query, variables: { ...variables }, context });
    if (errors) throw errors[0]!;
    return data as T;
  },
});

async function follow({ assessmentUrl, secondmentUrl, at, death }: ConsequencesOrders): Promise<void> {
  const clock = () => new Date(at);
  const log = createLog({ name: 'consequences', level: 'error', destination: process.stderr });
  const assessed = await openDatabase({ ...ASSESSMENT.schema, url: assessmentUrl });
  const graph = reading(await ASSESSMENT.create({ database: assessed, clock, log }));
  const database = await openDatabase({ ...SECONDMENT.schema, url: secondmentUrl, onStatement: dyingAt(death) });
  const { jobs } = await SECONDMENT.create({ database, clock, log, graph });
  const following = jobs.filter(({ name }) => name === 'follow-assessmentFeed');
  await new Scheduler({ database, jobs: following, clock, everyMs: 1000, log }).runDue();
}

process.once('message', async (orders: ConsequencesOrders) => {
  try {
    await follow(orders);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  }
});
process.once('disconnect', () => process.exit(1));
