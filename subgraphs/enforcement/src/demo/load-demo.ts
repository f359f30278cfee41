import { dayOf, startOfDay, systemClock } from '@township-graph/shared/clock';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DemoSize } from '@township-graph/shared/subgraph-process';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { Officer } from '../officer/officer.entity';
import { OfficerCertificate } from '../officer/officer-certificate.entity';
import { periodsFrom } from '../periods';
import { EnforcementPower } from '../power/power.entity';
import { GrantedPower } from '../power-grant/granted-power.entity';
import { PowerGrant } from '../power-grant/power-grant.entity';
import { EVALUATION } from '../power-grant/power-grant-course';
import { EnforcementTeam } from '../team/team.entity';
import { TeamCoverage } from '../team/team-coverage.entity';
import { DemoGrants } from './demo-grants';
import { DemoOfficers } from './demo-officers';
import { demoPowers } from './demo-powers';
import { DemoTeams } from './demo-teams';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads the catalogue of powers, who holds them, teams and officers, once; in one transaction, so that one row tells of all. */
export async function loadDemo(
  database: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
  { clock = systemClock }: DemoSize = {},
): Promise<void> {
  const powers = demoPowers();
  if (await database.manager.existsBy(EnforcementPower, { id: powers[0]!.id })) return;
  const today = dayOf(clock());
  const { grants, items } = new DemoGrants(Number(today.slice(0, 4)));
  const { teams, coverage } = new DemoTeams();
  const { officers, certificates } = new DemoOfficers(today);
  const tables: Table[] = [
    [EnforcementPower, powers],
    [PowerGrant, grants],
    [GrantedPower, items],
    [EnforcementTeam, teams],
    [TeamCoverage, coverage],
    [Officer, officers],
    [OfficerCertificate, certificates],
  ];
  const total = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  const deadlines = new Deadlines(clock);
  const { evaluation } = periodsFrom();
  await database.manager.transaction(async (tx) => {
    for (const [entity, rows] of tables)
      await insertAll(tx, entity, rows, (count) => {
        done += count;
        onProgress(done, total);
      });
    for (const { id, divisionCode, evaluatedOn } of grants)
      if (evaluatedOn !== null)
        await deadlines.start(tx, { type: 'PowerGrant', id, divisionCode }, EVALUATION, evaluation, startOfDay(evaluatedOn));
  });
}
