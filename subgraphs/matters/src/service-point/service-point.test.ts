import { demoId } from '@township-graph/shared/demo/demo-id';
import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { MATTERS_SCHEMA } from '../database';
import { catalogue } from '../demo/catalogue';
import { demoReceptionPlans, demoWindows } from '../demo/demo-reception';
import { DemoRows } from '../demo/demo-rows';
import { demoServicePoints } from '../demo/demo-service-points';
import { variantsOf } from '../demo/variants';
import { Matter } from '../matter/matter.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { ServiceWindow } from '../service-window/service-window.entity';
import { createMattersSubgraph } from '../subgraph';
import { ReceptionPlan } from './reception-plan.entity';
import { ServicePoint } from './service-point.entity';
import { ServicePointTier } from './service-point.enums';

const TOWNSHIP = '410225201';
const item = catalogue()[11]!;

describe.each(ENGINES)('service points of the demonstration on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const points = demoServicePoints();
    const rows = new DemoRows();
    const [kiosk] = points.filter(({ tier }) => tier === ServicePointTier.KIOSK);
    const [variant] = variantsOf(item, 1);
    const plan = {
      organ: townshipGovernmentOf(TOWNSHIP),
      level: ExerciseLevel.TOWNSHIP,
      handling: 'DIRECT_GRANT',
      validFrom: '2025-12-01',
    } as const;
    rows.add({ ...plan, leaf: { item, variant: variant! }, sites: [kiosk!.divisionCode] });
    const matters = rows.matters.map((matter) => ({ ...matter, selfService: true }));
    for (const [entity, each] of [
      [ServicePoint, points],
      [ReceptionPlan, demoReceptionPlans(points)],
      [ServiceWindow, demoWindows(points)],
      [Matter, matters],
      [MatterSite, rows.sites],
    ] as const)
      await insertAll(opened.database.manager, entity, each);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => now })).execute);
  });
  afterAll(() => opened.close());

  const point = async (selection: string, tier = 'TOWNSHIP_CENTER', divisionCode = TOWNSHIP) =>
    (await ask(`{ servicePoint(id: "${demoId(`service-point:${tier}:${divisionCode}`)}") { ${selection} } }`)).data.servicePoint;

  test.each([
    ['an ordinary Monday morning', '2026-09-28T01:00:00Z', true],
    ['noon', '2026-09-28T05:00:00Z', false],
    ['a Sunday', '2026-10-11T02:00:00Z', false],
    ['a holiday', '2026-10-01T02:00:00Z', false],
    ['a Saturday that is worked in lieu', '2026-10-10T02:00:00Z', true],
  ])('a township centre is open on %s: %s is %s', async (_, at, open) => {
    now = new Date(at);
    expect(await point(`openNow isOpen(at: "${at}")`)).toEqual({ openNow: open, isOpen: open });
  });

  test('hours of a day know holidays', async () => {
    const hours = [
      { opens: '08:30', closes: '12:00' },
      { opens: '14:30', closes: '17:30' },
    ];
    const asked = 'holiday: hoursOn(day: "2026-10-01") { opens closes } inLieu: hoursOn(day: "2026-10-10") { opens closes }';
    expect(await point(asked)).toEqual({ holiday: [], inLieu: hours });
  });

  test('a centre has the windows that it publishes, and takes appointments', async () => {
    now = new Date('2026-09-28T01:00:00Z');
    const { windows, serviceWindows, appointmentSlots, queue, selfServiceMatters } = await point(
      'windows serviceWindows { number name state kinds } appointmentSlots(day: "2026-09-29") { slot left isBookable } queue { waiting longestWaitMinutes } selfServiceMatters { totalCount }',
    );
    expect(serviceWindows).toHaveLength(windows);
    expect(serviceWindows[0]).toEqual({ number: 1, name: '综合窗口', state: 'CLOSED', kinds: [] });
    expect(serviceWindows.at(-1).kinds).toEqual(['CONFIRMATION', 'PUBLIC_SERVICE']);
    expect(appointmentSlots).toHaveLength(6);
    expect(appointmentSlots[0]).toEqual({ slot: '08:30', left: windows * 2, isBookable: true });
    expect(queue).toEqual({ waiting: 0, longestWaitMinutes: 0 });
    expect(selfServiceMatters).toBeNull();
  });

  test('a kiosk is open on holidays too, and lists what one handles at it', async () => {
    now = new Date('2026-10-01T18:00:00Z');
    const { data } = await ask(
      '{ servicePoints(first: 1, filter: { divisionCode: "410225", tier: KIOSK }) { nodes { openNow selfServiceMatters(first: 3) { totalCount nodes { selfService } } appointmentSlots(day: "2026-10-09") { slot } } } }',
    );
    const [kiosk] = data.servicePoints.nodes;
    expect(kiosk).toMatchObject({ openNow: true, appointmentSlots: [] });
    expect(kiosk.selfServiceMatters).toEqual({ totalCount: 1, nodes: [{ selfService: true }] });
  });
});
