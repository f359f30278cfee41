import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { FillServicePointNameInUse1795255361000 } from '../migrations/1795255361000-fill-service-point-name-in-use';
import { createMattersSubgraph } from '../subgraph';
import { ReceptionPlan } from './reception-plan.entity';
import { ServicePoint } from './service-point.entity';
import { hallAt } from './testing/hall';

const OURS = '410225201';
const CLERK: Viewer = { ...viewerOf([OURS], ['matters:read', 'matters:handle']), subject: 'clerk' };
const MANAGER: Viewer = { ...viewerOf([OURS], ['matters:read', 'matters:handle', 'matters:manage']), subject: 'manager' };
const NEIGHBOUR: Viewer = { ...MANAGER, divisions: [{ code: '410225206' }], subject: 'neighbour' };
const KEY = '0192f0c4-6f2e-7a31-9d7e-5f1f6b3c2a11';
const HOURS = [{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }];
/** 09:00 of an ordinary Monday. */
const now = new Date('2026-09-28T01:00:00.000Z');

const SHOWN =
  'servicePoint { id tier name address phone openingHours { weekdays opens closes } aroundTheClock windows staffing { total } state closedOn version openNow availableActions timeline { action from to note } }';

/** What a command answers; each test knows of what. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Answered = any;

describe.each(ENGINES)('service points registered, changed and closed on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let hall: string;
  let halls = 0;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => now })).execute);
  });
  afterAll(() => opened.close());

  /** A hall of its own for each test. */
  beforeEach(async () => {
    halls += 1;
    hall = `hall-${halls}`;
    await insertAll(opened.database.manager, ServicePoint, [hallAt(OURS, hall)]);
    await opened.database.manager.insert(ReceptionPlan, { ...ReceptionPlan.standard(hall, OURS), slotCapacity: 20, version: 1 });
  });

  const answer = async (name: string, viewer: Viewer, input: object, selection: string): Promise<Answered> => {
    const query = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;
    const { data, errors } = await ask(query, viewer, { input });
    return data?.[name] ?? `${errors![0]!.extensions!.code} ${errors![0]!.extensions!.reason}`;
  };
  const send = async (name: string, input: object, viewer = MANAGER): Promise<Answered> => {
    const done = await answer(name, viewer, input, SHOWN);
    return done.servicePoint ?? done;
  };
  const register = (input: object = {}, viewer = MANAGER) =>
    send(
      'registerServicePoint',
      { divisionCode: OURS, tier: 'TOWNSHIP_CENTER', name: '示例中心', address: '示例路', openingHours: HOURS, ...input },
      viewer,
    );
  const change = (input: object, viewer = MANAGER) =>
    send('changeServicePoint', { servicePointId: hall, expectedVersion: 1, ...input }, viewer);
  const close = (input: object = {}, viewer = MANAGER) =>
    send('closeServicePoint', { servicePointId: hall, expectedVersion: 1, reason: '并入新中心', ...input }, viewer);
  const take = async () => (await answer('takeNumber', CLERK, { servicePointId: hall }, 'ticket { id state version }')).ticket;
  const book = async (slot = '14:30') => {
    const visitor = { visitorName: `示例${slot}`, visitorPhone: '13800000000' };
    const input = { servicePointId: hall, day: '2026-09-29', slot, ...visitor };
    return (await answer('bookAppointment', CLERK, input, 'appointment { id }')).appointment;
  };
  const window = async () =>
    (await answer('addWindow', MANAGER, { servicePointId: hall, number: 1, name: '综合窗口' }, 'window { id version }')).window;
  const sit = ({ id, version }: Answered) =>
    answer('openWindow', CLERK, { windowId: id, expectedVersion: version }, 'window { state clerk }');

  test('one that is registered serves people at its hours, once under a key', async () => {
    const registered = await register({ idempotencyKey: KEY, windows: 4, directors: 1, staff: 3, phone: '0371-0000-0000' });
    expect(registered).toMatchObject({
      state: 'IN_SERVICE',
      version: 1,
      windows: 4,
      staffing: { total: 4 },
      openNow: true,
      closedOn: null,
    });
    expect(registered.availableActions).toEqual(['CHANGE', 'CLOSE']);
    expect(registered.timeline).toEqual([{ action: 'REGISTER', from: null, to: 'IN_SERVICE', note: null }]);
    expect(await register({ idempotencyKey: KEY, windows: 4, directors: 1, staff: 3, phone: '0371-0000-0000' })).toEqual(registered);
    expect(await register({ idempotencyKey: KEY })).toBe('CONFLICT IDEMPOTENCY_KEY_REUSED');
    const { data } = await ask(`{ servicePoint(id: "${registered.id}") { name availableActions timeline { action } } }`, ANONYMOUS);
    expect(data.servicePoint).toEqual({ name: '示例中心', availableActions: [], timeline: [] });
  });

  test.each([
    ['a village’s tier at a township', { tier: 'VILLAGE_POINT' }, 'TIER_DISAGREES'],
    ['a centre that never closes', { aroundTheClock: true, openingHours: null }, 'NOT_A_KIOSK'],
    ['no hours', { openingHours: [] }, 'HOURS_UNCLEAR'],
    ['hours of a kiosk that never closes', { tier: 'KIOSK', aroundTheClock: true }, 'HOURS_UNCLEAR'],
    ['an eighth day', { openingHours: [{ weekdays: [8], opens: '09:00', closes: '17:00' }] }, 'HOURS_MALFORMED'],
    ['a day said twice', { openingHours: [{ weekdays: [1, 1], opens: '09:00', closes: '17:00' }] }, 'HOURS_MALFORMED'],
    ['doors that close before they open', { openingHours: [{ weekdays: [1], opens: '17:00', closes: '09:00' }] }, 'HOURS_MALFORMED'],
    ['a time that is none', { openingHours: [{ weekdays: [1], opens: '9:00', closes: '24:30' }] }, 'HOURS_MALFORMED'],
    ['hours across each other', { openingHours: [...HOURS, { weekdays: [5], opens: '16:30', closes: '18:00' }] }, 'HOURS_OVERLAP'],
    ['a name of blanks', { name: '  ' }, 'TEXT_LENGTH'],
    ['fewer than no staff', { staff: -1 }, 'OUT_OF_RANGE'],
  ])('%s is refused', async (_, input, reason) => {
    expect(await register(input)).toBe(`BAD_USER_INPUT ${reason}`);
  });

  test('whoever has no duty there, or only handles, registers, changes and closes nothing', async () => {
    expect(await register({}, NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await change({ name: '改名' }, NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await close({}, NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    for (const refused of [await register({}, CLERK), await change({ name: '改名' }, CLERK), await close({}, CLERK)])
      expect(refused).toBe('FORBIDDEN SCOPE_MISSING');
    expect(await close({ servicePointId: 'nowhere' })).toBe('NOT_FOUND NOT_FOUND');
  });

  test('what is not said stays as it is, and a stale version is a conflict', async () => {
    const changed = await change({ name: '示例新名', phone: '0371-0000-0001', staff: 9 });
    expect(changed).toMatchObject({ name: '示例新名', address: '示例地址', phone: '0371-0000-0001', staffing: { total: 9 }, version: 2 });
    expect(changed.openingHours).toHaveLength(2);
    expect(await change({ name: '又一名' })).toBe('CONFLICT STALE_VERSION');
    expect(await change({ phone: '', expectedVersion: 2 })).toMatchObject({ phone: null, name: '示例新名', version: 3 });
    expect(await change({ tier: 'KIOSK', aroundTheClock: true, expectedVersion: 3 })).toMatchObject({ aroundTheClock: true, version: 4 });
    expect(await change({ aroundTheClock: false, expectedVersion: 4 })).toBe('BAD_USER_INPUT HOURS_UNCLEAR');
    expect(await change({ openingHours: HOURS, expectedVersion: 4 })).toBe('BAD_USER_INPUT HOURS_UNCLEAR');
    const again = await change({ aroundTheClock: false, openingHours: HOURS, expectedVersion: 4 });
    expect(again).toMatchObject({ aroundTheClock: false, openingHours: HOURS });
  });

  test('no two that serve in a division have one name, also when two come at once; a closed one gives its name back', async () => {
    const taken = 'CONFLICT SERVICE_POINT_NAME_TAKEN';
    const first = await register({ name: '同名 服务点A' });
    expect(await register({ name: '同名服务点ａ' })).toBe(taken);
    expect(await change({ name: '同名服务点a' })).toBe(taken);
    expect(await register({ divisionCode: '410225206', name: '同名服务点A' }, NEIGHBOUR)).toMatchObject({ state: 'IN_SERVICE' });
    const at = (point: Answered) => ({ servicePointId: point.id, expectedVersion: point.version });
    const kept = await change({ ...at(first), name: '同名服务点A', staff: 2 });
    expect(kept).toMatchObject({ name: '同名服务点A', staffing: { total: 2 } });
    const others = await Promise.all(Array.from({ length: 4 }, () => register({ name: '同时登记' })));
    expect(others.filter((each) => each === taken)).toHaveLength(3);
    await close(at(kept));
    expect(await change({ name: '同名服务点a' })).toMatchObject({ name: '同名服务点a' });
  });

  test('those that shared a name before names were told apart keep it, and nobody else gets it', async () => {
    const { database } = opened;
    await insertAll(database.manager, ServicePoint, [hallAt('410225207', 'older'), hallAt('410225207', 'younger')]);
    const runner = database.createQueryRunner();
    const fill = new FillServicePointNameInUse1795255361000();
    await fill.up(runner);
    await fill.up(runner);
    await runner.release();
    const names = await database.manager.findBy(ServicePoint, { divisionCode: '410225207' });
    expect(Object.fromEntries(names.map(({ id, nameInUse }) => [id, nameInUse]))).toEqual({ older: '示例便民服务中心', younger: null });
    const theirs: Viewer = { ...MANAGER, divisions: [{ code: '410225207' }] };
    expect(await change({ servicePointId: 'younger', phone: '0371-0000-0002' }, theirs)).toMatchObject({ version: 2 });
    await close({ servicePointId: 'older' }, theirs);
    expect(await register({ divisionCode: '410225207', name: '示例便民服务中心' }, theirs)).toBe('CONFLICT SERVICE_POINT_NAME_TAKEN');
  });

  test('hours do not change under those who have booked', async () => {
    await book('14:30');
    expect(await change({ openingHours: [{ weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '12:00' }] })).toBe(
      'CONFLICT BOOKED_OUTSIDE_HOURS',
    );
    expect(await change({ openingHours: [{ weekdays: [2], opens: '14:30', closes: '15:30' }] })).toMatchObject({ version: 2 });
  });

  test('one where somebody waits or has booked closes only when each of them is named, and they are told off with the reason', async () => {
    const [ticket, appointment] = [await take(), await book()];
    const opened = await sit(await window());
    expect(opened.window).toEqual({ state: 'OPEN', clerk: 'clerk' });
    expect(await close()).toBe('CONFLICT SERVICE_POINT_BUSY');
    expect(await close({ cancelNumbers: [ticket.id] })).toBe('CONFLICT SERVICE_POINT_BUSY');
    const closed = await close({ cancelNumbers: [ticket.id], cancelAppointments: [appointment.id], idempotencyKey: `${KEY}-${engine}` });
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2026-09-28', openNow: false, version: 2, availableActions: [] });
    const { data } = await ask(
      `{ queueTicket(id: "${ticket.id}") { state timeline { action note } } appointment(id: "${appointment.id}") { state timeline { action note } }
         servicePoint(id: "${hall}") { serviceWindows { state clerk timeline { action note } } hoursOn(day: "2026-09-28") { opens } } }`,
      MANAGER,
    );
    const told = { action: 'CANCEL', note: '并入新中心' };
    expect(data.queueTicket).toEqual({ state: 'CANCELLED', timeline: [{ action: 'TAKE', note: null }, told] });
    expect(data.appointment).toEqual({ state: 'CANCELLED', timeline: [{ action: 'BOOK', note: null }, told] });
    expect(data.servicePoint.serviceWindows).toMatchObject([{ state: 'CLOSED', clerk: null }]);
    expect(data.servicePoint.serviceWindows[0].timeline.map(({ action }: { action: string }) => action)).toEqual(['ADD', 'OPEN', 'CLOSE']);
    expect(data.servicePoint.hoursOn).toEqual([]);
    expect(await close({ expectedVersion: 2 })).toBe('CONFLICT MOVE_NOT_ALLOWED');
    expect(await close({ cancelNumbers: [ticket.id], cancelAppointments: [appointment.id], idempotencyKey: `${KEY}-${engine}` })).toEqual(
      closed,
    );
    const events = (await ask('{ mattersFeed(first: 100) { nodes { type subjectId } } }', MANAGER)).data.mattersFeed.nodes;
    const of = (id: string) => events.filter(({ subjectId }: Answered) => subjectId === id).map(({ type }: Answered) => type);
    expect(of(hall)).toEqual(['SERVICE_POINT_CLOSED']);
    expect(of(ticket.id)).toEqual(['NUMBER_TAKEN', 'NUMBER_CANCELLED']);
    expect(of(appointment.id)).toEqual(['APPOINTMENT_BOOKED', 'APPOINTMENT_CANCELLED']);
  });

  test('one does not close over somebody who is served', async () => {
    const seat = await window();
    await sit(seat);
    await take();
    const { ticket } = await answer('callNextNumber', CLERK, { windowId: seat.id }, 'ticket { id version }');
    await answer('startServing', CLERK, { ticketId: ticket.id, expectedVersion: ticket.version }, 'ticket { state }');
    expect(await close({ cancelNumbers: [ticket.id] })).toBe('CONFLICT WINDOW_BUSY');
  });

  test('nothing goes on at one that is closed, and lists leave it out unless they ask for it', async () => {
    const seat = await window();
    await close();
    const closed = 'CONFLICT SERVICE_POINT_CLOSED';
    expect(await answer('takeNumber', CLERK, { servicePointId: hall }, 'ticket { id }')).toBe(closed);
    expect(await answer('addWindow', MANAGER, { servicePointId: hall, number: 2, name: '窗口' }, 'window { id }')).toBe(closed);
    expect(await sit(seat)).toBe(closed);
    expect(
      await answer('setQueueRules', MANAGER, { servicePointId: hall, callsBeforeNoShow: 2, expectedVersion: 1 }, 'servicePoint { id }'),
    ).toBe(closed);
    const listed = async (filter: string) =>
      (await ask(`{ servicePoints(filter: { ${filter} }, first: 100) { nodes { id } } }`)).data.servicePoints.nodes.map(
        ({ id }: Answered) => id,
      );
    expect(await listed('tier: TOWNSHIP_CENTER')).not.toContain(hall);
    expect(await listed('state: [CLOSED]')).toContain(hall);
  });

  test('of numbers taken while it closes, none is left waiting behind closed doors', async () => {
    const [closed, ...taken] = await Promise.all([
      close(),
      ...Array.from({ length: 8 }, () => answer('takeNumber', CLERK, { servicePointId: hall }, 'ticket { id }')),
    ]);
    const got = taken.filter((each) => typeof each !== 'string');
    if (typeof closed === 'string') expect(got.length).toBeGreaterThan(0);
    else expect(got).toEqual([]);
  });
});
