import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { commanding } from '@township-graph/shared/testing/commanding';
import { type ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import { ENFORCEMENT_SCHEMA } from '../database';
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
  const { run, done, refused } = commanding(ask);

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
  return { opened, time, ask, run, done, refused, team, officer };
}

export type EnforcementDesk = Awaited<ReturnType<typeof enforcementDesk>>;
