import { type Clock, dayOf, systemClock } from '@township-graph/shared/clock';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DemoSize } from '@township-graph/shared/subgraph-process';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { AppraisalCatalogue } from '../catalogue/catalogue.entity';
import { CatalogueItem } from '../catalogue/catalogue-item.entity';
import { VetoItem } from '../catalogue/veto-item.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { InspectionPlan } from '../supervision/inspection-plan.entity';
import { InspectionVisit } from '../supervision/inspection-visit.entity';
import { DemoDesk } from './demo-desk';
import { demoCatalogue, demoItems, demoPlan, demoSchemes, demoVetoes, demoVisits } from './demo-lists';
import { demoRounds } from './demo-rounds';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads 兰考's list of a year and holds its three rounds, once: in one transaction, which tells others what came of them. */
export async function loadDemo(
  database: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
  { clock = systemClock }: DemoSize = {},
): Promise<void> {
  if (await database.manager.existsBy(AppraisalCatalogue, { isDemonstration: true })) return;
  const year = yearThatIsOver(clock);
  const rounds = demoRounds();
  const { commands } = writesOf('assessment', { database, clock });
  await commands.runAsSystem('load-demo', async (tx) => {
    for (const [entity, rows] of tablesOf(year)) await insertAll(tx, entity, rows);
    const desk = new DemoDesk(tx, year);
    const events: OutboxEntry[] = [];
    const on = [];
    for (const [at, planned] of rounds.entries()) {
      const { id, divisionCode } = await desk.hold(planned, events);
      on.push({ type: 'AppraisalRound', id, divisionCode });
      onProgress(at + 1, rounds.length);
    }
    return { result: undefined, on, events };
  });
}

/** The last whose rounds are over: they take until February of the year after it. */
function yearThatIsOver(clock: Clock): number {
  const [year, month] = dayOf(clock()).split('-').map(Number);
  return month! > 2 ? year! - 1 : year! - 2;
}

function tablesOf(year: number): Table[] {
  return [
    [AppraisalCatalogue, [demoCatalogue(year)]],
    [CatalogueItem, demoItems(year)],
    [VetoItem, demoVetoes()],
    [InspectionPlan, [demoPlan(year)]],
    [InspectionVisit, demoVisits(year)],
    [AppraisalScheme, demoSchemes(year)],
  ];
}
