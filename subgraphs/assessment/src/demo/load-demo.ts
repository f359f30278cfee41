import { LANKAO } from '@township-graph/shared/demo/divisions';
import { demoEnforcers } from '@township-graph/shared/demo/enforcement-staff';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { DEFAULT_SCALE } from '@township-graph/shared/demo/scale';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DemoSize } from '@township-graph/shared/subgraph-process';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { AppraisalCatalogue } from '../catalogue/catalogue.entity';
import { CatalogueItem } from '../catalogue/catalogue-item.entity';
import { VetoItem } from '../catalogue/veto-item.entity';
import { AppraisalResult } from '../result/result.entity';
import { AppraisalRound } from '../round/round.entity';
import { RoundCalculation } from '../round/round-calculation.entity';
import { RoundParticipant } from '../round/round-participant.entity';
import { RoundRater } from '../round/round-rater.entity';
import { RoundSubject } from '../round/round-subject.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { Scorecard } from '../scorecard/scorecard.entity';
import { InspectionPlan } from '../supervision/inspection-plan.entity';
import { InspectionVisit } from '../supervision/inspection-visit.entity';
import { demoCatalogue, demoItems, demoPlan, demoVetoes, demoVisits } from './demo-lists';
import { type DemoPart, DemoRound } from './demo-round';

/** Departments that rate townships and are rated by them. */
const DEPARTMENTS = ['公安', '民政', '自然资源', '市场监管', '住建', '城管'];

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads 兰考's list of a year and three rounds that are over, once: of townships, of departments, and of staff, these at a scale. */
export async function loadDemo(
  database: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
  { scale = DEFAULT_SCALE }: DemoSize = {},
): Promise<void> {
  const catalogue = demoCatalogue();
  if (await database.manager.existsBy(AppraisalCatalogue, { id: catalogue.id })) return;
  const rounds = demoRounds(scale);
  const tables: Table[] = [
    [AppraisalCatalogue, [catalogue]],
    [CatalogueItem, demoItems()],
    [VetoItem, demoVetoes()],
    [InspectionPlan, [demoPlan()]],
    [InspectionVisit, demoVisits()],
    [AppraisalScheme, rounds.map(({ scheme }) => scheme)],
    [AppraisalRound, rounds.map(({ round }) => round)],
    [RoundParticipant, rounds.flatMap(({ participants }) => participants)],
    [RoundSubject, rounds.flatMap(({ subjects }) => subjects)],
    [RoundRater, rounds.flatMap(({ raters }) => raters)],
    [Scorecard, rounds.flatMap(({ cards }) => cards)],
    [RoundCalculation, rounds.map(({ calculation }) => calculation)],
    [AppraisalResult, rounds.flatMap(({ results }) => results)],
  ];
  const total = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  await database.manager.transaction(async (tx) => {
    for (const [entity, rows] of tables)
      await insertAll(tx, entity, rows, (count) => {
        done += count;
        onProgress(done, total);
      });
  });
}

function demoRounds(scale: number): DemoRound[] {
  const townships = governedTownshipsOf(LANKAO);
  const divisions = townships.map((code): DemoPart => ({ divisionCode: code, key: code }));
  const governments = townships.map((code): DemoPart => ({ divisionCode: code, key: townshipGovernmentOf(code).creditCode! }));
  const departments = DEPARTMENTS.map((subject): DemoPart => ({ divisionCode: LANKAO, key: departmentOf(LANKAO, subject).creditCode! }));
  const staff = demoEnforcers()
    .filter(({ duty, divisionCode }) => duty === 'CERTIFIED' && divisionCode.startsWith(LANKAO))
    .map(({ staffMemberId, divisionCode, organ }): DemoPart => ({ divisionCode, key: staffMemberId, organizationCode: organ.creditCode }));
  return [
    new DemoRound('TOWNSHIP', divisions, departments),
    new DemoRound('MUTUAL_DEPARTMENTS', departments, governments),
    ...(scale > 0 ? [new DemoRound('ANNUAL_STAFF', staff.slice(0, Math.ceil(staff.length * scale)), governments)] : []),
  ];
}
