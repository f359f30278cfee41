import { type Clock, dayOf, startOfDay, systemClock } from '@township-graph/shared/clock';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { ALL, beginDemoLoad, endDemoLoad, findDemoLoad } from '@township-graph/shared/demo/demo-load';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DemoSize } from '@township-graph/shared/subgraph-process';
import { type DataSource, type EntityManager, type EntityTarget, IsNull, Not, type ObjectLiteral } from 'typeorm';
import { EnforcementCase } from '../case/case.entity';
import { Officer } from '../officer/officer.entity';
import { OfficerCertificate } from '../officer/officer-certificate.entity';
import { periodsFrom } from '../periods';
import { EnforcementPower } from '../power/power.entity';
import { GrantedPower } from '../power-grant/granted-power.entity';
import { PowerGrant } from '../power-grant/power-grant.entity';
import { EVALUATION } from '../power-grant/power-grant-course';
import { EnforcementTeam } from '../team/team.entity';
import { TeamCoverage } from '../team/team-coverage.entity';
import { plannedCases } from './cases/case-plan';
import { stepsTaken } from './cases/case-steps';
import { loadCases } from './cases/load-cases';
import { workplaces } from './cases/workplace';
import { DemoGrants } from './demo-grants';
import { DemoOfficers } from './demo-officers';
import { demoPowers } from './demo-powers';
import { DemoTeams } from './demo-teams';
import { loadDesks } from './desks/load-desks';

const CASES = 'demo-cases';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads the catalogue of powers, who holds them, teams and officers, once; and the cases of 兰考, at a scale. */
export async function loadDemo(
  database: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
  { scale, clock = systemClock }: DemoSize = {},
): Promise<void> {
  const { manager } = database;
  const isLoaded = await manager.existsBy(EnforcementPower, { id: demoPowers()[0]!.id });
  const begun = await findDemoLoad(manager, CASES, scale);
  if (isLoaded && begun?.done === ALL) return;
  const tables = isLoaded ? [] : tablesOf(dayOf(clock()));
  const rows = tables.reduce((sum, [, each]) => sum + each.length, 0);
  let done = 0;
  const load = await manager.transaction(async (tx) => {
    for (const [entity, each] of tables)
      await insertAll(tx, entity, each, (count) => {
        done += count;
        onProgress(done, rows);
      });
    if (!isLoaded) await startEvaluations(tx, clock);
    return begun ?? beginDemoLoad(tx, CASES, { beside: EnforcementCase, scale, now: clock() });
  });
  const places = await workplaces(manager, load.now);
  const steps = stepsTaken(plannedCases(load.scale, dayOf(load.now)), places, load.now);
  await loadCases(database, load, steps, (taken) => {
    done += taken;
    onProgress(done, rows + steps.length - load.done);
  });
  await manager.transaction(async (tx) => {
    if (load.scale > 0) await loadDesks(tx, load.now, places);
    await endDemoLoad(tx, load);
  });
}

/** In one transaction, so that one row tells of all. */
function tablesOf(today: string): Table[] {
  const { grants, items } = new DemoGrants(Number(today.slice(0, 4)));
  const { teams, coverage } = new DemoTeams();
  const { officers, certificates } = new DemoOfficers(today);
  return [
    [EnforcementPower, demoPowers()],
    [PowerGrant, grants],
    [GrantedPower, items],
    [EnforcementTeam, teams],
    [TeamCoverage, coverage],
    [Officer, officers],
    [OfficerCertificate, certificates],
  ];
}

async function startEvaluations(tx: EntityManager, clock: Clock): Promise<void> {
  const deadlines = new Deadlines(clock);
  const { evaluation } = periodsFrom();
  for (const { id, divisionCode, evaluatedOn } of await tx.findBy(PowerGrant, { evaluatedOn: Not(IsNull()) }))
    await deadlines.start(tx, { type: 'PowerGrant', id, divisionCode }, EVALUATION, evaluation, startOfDay(evaluatedOn!));
}
