import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { demoOrganization, departmentOf } from '@township-graph/shared/demo/roster';
import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { type ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { SECONDMENT_SCHEMA } from '../database';
import { periodsFrom } from '../periods';
import { StaffMember } from '../staff-member/staff-member.entity';
import { StaffMemberRepository } from '../staff-member/staff-member.repository';
import { createSecondmentSubgraph } from '../subgraph';
import { staffRow } from './staff-row';

export const COUNTY = '410225';
export const OURS = '410225201';
export const NEIGHBOUR = '410225206';

const ALL = ['personnel:read', 'personnel:manage'] as const;

export const COUNTY_DESK = viewerOf([COUNTY], ALL);
export const TOWNSHIP_DESK = viewerOf([OURS], ALL);
export const NEIGHBOUR_DESK = viewerOf([NEIGHBOUR], ALL);

export const organ = ({ creditCode, name }: { creditCode: string | null; name: string }) => ({ creditCode: creditCode!, name });

/** An institution of a township, with whom people are placed. */
export const hostOf = (divisionCode: string) => organ(demoOrganization(divisionCode, 'CENTER_PUBLIC_SERVICE'));

export const HOME = organ(departmentOf(COUNTY, '农业农村'));

/** A database of its own, a clock that a test sets, and commands by their name. */
export async function secondmentDesk(engine: (typeof ENGINES)[number], at = '2026-03-02T02:00:00Z', graph?: GraphClient) {
  const time = { now: at };
  const clock = () => new Date(time.now);
  const opened = await freshDatabase(engine, SECONDMENT_SCHEMA);
  const { manager } = opened.database;
  const subgraph = await createSecondmentSubgraph({ database: opened.database, clock, graph });
  const ask = asking(subgraph.execute);
  let serial = 0;

  /** `shown`: what is asked of the payload, such as `placement { id state }`. */
  const run = (name: string, input: object, shown: string, viewer: Viewer) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, viewer, { input });
  };
  const done = async (name: string, input: object, shown: string, viewer: Viewer = COUNTY_DESK) => {
    const { data, errors } = await run(name, input, shown, viewer);
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    return Object.values(data[name])[0] as any;
  };
  const refused = async (name: string, input: object, viewer: Viewer = COUNTY_DESK) =>
    (await run(name, input, '__typename', viewer)).errors?.[0]?.extensions;
  const read = async (query: string, viewer: Viewer = COUNTY_DESK) => {
    const { data, errors } = await ask(query, viewer);
    expect(errors).toBeUndefined();
    return data;
  };
  /** Somebody of an institution of the county whom nobody pays wholly, but for what is said otherwise. */
  const staff = async (said: Partial<Parameters<typeof staffRow>[0]> = {}): Promise<string> => {
    serial += 1;
    const id = `staff-${serial}`;
    await insertAll(manager, StaffMember, [staffRow({ id, fundingKind: 'SELF', ...said })]);
    return id;
  };
  const { commands } = writesOf('secondment', { database: opened.database, clock });
  const staffMembers = new StaffMemberRepository(manager, clock);
  const system = { commands, staffMembers, deadlines: new Deadlines(clock), periods: periodsFrom({}), jobs: subgraph.jobs };
  return { opened, manager, time, clock, ...system, ask, run, done, refused, read, staff };
}

export type SecondmentDesk = Awaited<ReturnType<typeof secondmentDesk>>;
