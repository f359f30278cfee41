import { systemClock } from '@township-graph/shared/clock';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { beginDemoLoad, findDemoLoad } from '@township-graph/shared/demo/demo-load';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DemoSize } from '@township-graph/shared/subgraph-process';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { AdmissionRecipient } from '../admission/admission-recipient.entity';
import { AdmissionRequest } from '../admission/admission-request.entity';
import { Application } from '../application/application.entity';
import { ServiceBundle } from '../bundle/service-bundle.entity';
import { Delegation } from '../delegation/delegation.entity';
import { DelegationMatter, DelegationRecipient } from '../delegation/delegation-recipient.entity';
import { Matter } from '../matter/matter.entity';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { MatterChange } from '../matter-change/matter-change.entity';
import { periodsFrom } from '../periods';
import { ResponsibilityItem } from '../responsibility/responsibility-item.entity';
import { ResponsibilityList } from '../responsibility/responsibility-list.entity';
import { indexNames } from '../search/name-index';
import { ReceptionPlan } from '../service-point/reception-plan.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServiceWindow } from '../service-window/service-window.entity';
import { DutyRefusal } from '../unapproved-duty/duty-refusal.entity';
import { sizeOf } from './applications/application-days';
import { APPLICATION_LOAD, daysLeft, loadApplications } from './applications/load-applications';
import { lankaoTownships } from './applications/offers';
import { demoAdmissions } from './demo-admissions';
import { demoBundles } from './demo-bundles';
import { demoChanges, demoRefusals } from './demo-changes';
import { fillCounties } from './demo-counties';
import { DemoCourses } from './demo-courses';
import { DemoDelegations } from './demo-delegations';
import { demoReceptionPlans, demoWindows } from './demo-reception';
import { demoResponsibilities } from './demo-responsibilities';
import { DemoRows } from './demo-rows';
import { demoServicePoints } from './demo-service-points';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Whether the demonstration counties are in this database. They come in one transaction, so one row tells of all. */
export function isDemoLoaded({ manager }: DataSource): Promise<boolean> {
  return manager.existsBy(ServicePoint, { id: demoId(`service-point:COUNTY_CENTER:${LANKAO}`) });
}

/** Loads the matters, delegations, lists and service points of the three demonstration counties, once; and the applications of 兰考, at a scale. */
export async function loadDemo(
  database: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
  { scale, clock = systemClock }: DemoSize = {},
): Promise<void> {
  const isLoaded = await isDemoLoaded(database);
  const begun = await findDemoLoad(database.manager, APPLICATION_LOAD, scale);
  if (isLoaded && begun && daysLeft(begun).length === 0) return;
  const book = { rows: new DemoRows(), delegations: new DemoDelegations() };
  fillCounties(book);
  const tables = isLoaded ? [] : tablesOf(book.rows, book.delegations, clock());
  let done = 0;
  let total = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  const advance = (count: number) => {
    done += count;
    onProgress(done, total);
  };
  const load = await database.manager.transaction(async (tx) => {
    const ours = begun ?? (await beginDemoLoad(tx, APPLICATION_LOAD, { beside: Application, scale, now: clock() }));
    total += daysLeft(ours).reduce((sum, day) => sum + sizeOf(day), 0);
    if (!isLoaded) await indexNames(tx, [...book.rows.names]);
    for (const [entity, rows] of tables) await insertAll(tx, entity, rows, advance);
    return ours;
  });
  await loadApplications(database, load, lankaoTownships(book.rows, book.delegations), advance);
}

function tablesOf(rows: DemoRows, delegations: DemoDelegations, now: Date): Table[] {
  const periods = periodsFrom();
  const { lists, items } = demoResponsibilities();
  const courses = new DemoCourses();
  const { requests, recipients } = demoAdmissions(courses, periods);
  const points = demoServicePoints();
  return [
    [Matter, rows.matters],
    [MatterGuide, rows.guides],
    // In the order of the key, which is quicker by a quarter for a hundred thousand rows.
    [MatterSite, rows.sites.toSorted((a, b) => (a.matterId < b.matterId ? -1 : 1))],
    [Delegation, delegations.delegations],
    [DelegationRecipient, delegations.recipients],
    [DelegationMatter, delegations.links],
    [ResponsibilityList, lists],
    [ResponsibilityItem, items],
    [AdmissionRequest, requests],
    [AdmissionRecipient, recipients],
    [MatterChange, demoChanges(courses, rows.matters, lists)],
    [DutyRefusal, demoRefusals(courses, periods)],
    [TimelineEntry, courses.entries],
    [CaseDeadline, courses.deadlines(now)],
    [ServicePoint, points],
    [ReceptionPlan, demoReceptionPlans(points)],
    [ServiceWindow, demoWindows(points)],
    [ServiceBundle, demoBundles(rows)],
  ];
}
