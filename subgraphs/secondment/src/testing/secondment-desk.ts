import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { commanding } from '@township-graph/shared/testing/commanding';
import { type ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { SECONDMENT_SCHEMA } from '../database';
import { createSecondmentSubgraph } from '../subgraph';

export const COUNTY = '410225';
export const OURS = '410225201';
export const NEIGHBOUR = '410225206';

const ALL = ['personnel:read', 'personnel:manage'] as const;

export const COUNTY_DESK = viewerOf([COUNTY], ALL);
export const TOWNSHIP_DESK = viewerOf([OURS], ALL);
export const NEIGHBOUR_DESK = viewerOf([NEIGHBOUR], ALL);

/** A database of its own, a clock that a test sets, and commands by their name. */
export async function secondmentDesk(engine: (typeof ENGINES)[number]) {
  const time = { now: '2026-11-26T02:00:00Z' };
  const opened = await freshDatabase(engine, SECONDMENT_SCHEMA);
  const clock = () => new Date(time.now);
  const { execute, jobs } = await createSecondmentSubgraph({ database: opened.database, clock });
  const ask = asking(execute);
  const { run, done, refused } = commanding(ask);
  const answered = async (query: string, viewer: Viewer) => {
    const { data, errors } = await ask(query, viewer);
    expect(errors).toBeUndefined();
    return data;
  };
  return { opened, time, clock, jobs, ask, run, done, refused, answered };
}

export type SecondmentDesk = Awaited<ReturnType<typeof secondmentDesk>>;
