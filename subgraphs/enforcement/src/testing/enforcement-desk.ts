import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { type ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { EnforcementCase } from '../case/case.entity';
import { CaseState } from '../case/case.enums';
import { ENFORCEMENT_SCHEMA } from '../database';
import { NEW_CASE } from '../filing/new-case';
import { createEnforcementSubgraph } from '../subgraph';

export const COUNTY = '410225';
export const OURS = '410225201';
export const NEIGHBOUR = '410225206';

const ALL = ['enforcement:read', 'enforcement:handle', 'enforcement:review', 'enforcement:manage'] as const;

export const COUNTY_DESK = viewerOf([COUNTY], ALL);
export const TOWNSHIP_DESK = viewerOf([OURS], ALL);
export const NEIGHBOUR_DESK = viewerOf([NEIGHBOUR], ALL);

export const organ = ({ creditCode, name }: { creditCode: string | null; name: string }) => ({ creditCode: creditCode!, name });

/** A database of its own, a clock that a test sets, and commands by their name. */
export async function enforcementDesk(engine: (typeof ENGINES)[number]) {
  const time = { now: '2026-11-26T02:00:00Z' };
  const opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
  const { execute } = await createEnforcementSubgraph({ database: opened.database, clock: () => new Date(time.now) });
  const ask = asking(execute);
  let serial = 0;

  /** `shown`: what is asked of the payload, such as `complaint { id state }`. */
  const run = (name: string, input: object, shown: string, viewer: Viewer) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, viewer, { input });
  };
  const done = async (name: string, input: object, shown: string, viewer: Viewer) => {
    const { data, errors } = await run(name, input, shown, viewer);
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    return Object.values(data[name])[0] as any;
  };
  const refused = async (name: string, input: object, viewer: Viewer) =>
    (await run(name, input, '__typename', viewer)).errors?.[0]?.extensions;

  const team = (divisionCode: string) =>
    done(
      'registerEnforcementTeam',
      {
        kind: 'TOWNSHIP',
        name: '示例综合行政执法队',
        divisionCode,
        organization: organ(townshipGovernmentOf(divisionCode)),
        establishedOn: '2020-01-01',
      },
      'enforcementTeam { id }',
      COUNTY_DESK,
    );
  const officer = async (teamId: string, divisionCode: string): Promise<string> => {
    serial += 1;
    const certificate = { number: `示例${serial}`, issuedBy: '示例省司法厅', validFrom: '2025-01-01', validTo: '2027-12-31' };
    const organization = organ(townshipGovernmentOf(divisionCode));
    const input = {
      staffMemberId: `staff-${serial}`,
      name: '示例甲乙',
      kind: 'CERTIFIED',
      divisionCode,
      organization,
      teamId,
      certificate,
    };
    return (await done('registerOfficer', input, 'officer { id }', COUNTY_DESK)).id;
  };
  /** A case that was filed there, or of which there is a clue alone. */
  const enforcementCase = async (divisionCode: string, source: string, filedAt: Date | null = new Date(time.now)): Promise<string> => {
    serial += 1;
    const known = { id: `case-${serial}`, divisionCode, source, facts: '示例事实', place: '示例地点', openedOn: '2026-11-26' };
    const row = { ...NEW_CASE, ...known, discoveredOn: '2026-11-26', state: filedAt ? CaseState.FILED : CaseState.CLUE, filedAt };
    await insertAll(opened.database.manager, EnforcementCase, [row as never]);
    return known.id;
  };
  return { opened, time, ask, run, done, refused, team, officer, enforcementCase };
}

export type EnforcementDesk = Awaited<ReturnType<typeof enforcementDesk>>;
