import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { MatterSite } from '../matter/matter-site.entity';
import { ReceptionPlan } from '../service-point/reception-plan.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { hallAt } from '../service-point/testing/hall';
import { ServiceWindow } from '../service-window/service-window.entity';
import { createMattersSubgraph } from '../subgraph';
import { Appointment } from './appointment.entity';
import { SlotBookings } from './slot-bookings.entity';

const OURS = '410225201';
const SCOPES = ['matters:read', 'matters:handle'] as const;
const DESK: Viewer = { ...viewerOf([OURS], SCOPES), subject: 'desk' };
const MANAGER: Viewer = { ...viewerOf([OURS], [...SCOPES, 'matters:manage']), subject: 'manager' };
const NEIGHBOUR: Viewer = { ...viewerOf(['410225206'], [...SCOPES, 'matters:manage']), subject: 'neighbour' };
const KEY = '0192f0c4-6f2e-7a31-9d7e-5f1f6b3c2a10';
/** 09:00 of an ordinary Monday; Thursday to Wednesday is a holiday, and Saturday after it is worked in lieu. */
const MONDAY = new Date('2026-09-28T01:00:00.000Z');

const ANSWER = 'appointment { id day slot state version visitorName visitorPhone availableActions }';

interface Booked {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

interface Page {
  readonly nodes: readonly Readonly<Record<string, string>>[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe.each(ENGINES)('appointments on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;
  let hall: string;
  let halls = 0;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => now })).execute);
  });
  afterAll(() => opened.close());

  /** A hall of its own for each test: 20 places an hour, but for what the test says. */
  beforeEach(async () => {
    now = MONDAY;
    halls += 1;
    hall = `hall-${halls}`;
    await opened.database.manager.insert(ServicePoint, hallAt(OURS, hall));
    const plan = { ...ReceptionPlan.standard(hall, OURS), slotCapacity: 20, version: 1 };
    await opened.database.manager.insert(ReceptionPlan, plan);
  });

  const answer = async (name: string, viewer: Viewer, input: object, selection = ANSWER) => {
    const query = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;
    const { data, errors } = await ask(query, viewer, { input });
    return data?.[name] ?? `${errors![0]!.extensions!.code} ${errors![0]!.extensions!.reason}`;
  };
  const visitor = (number: number) => ({ visitorName: `示例${number}`, visitorPhone: `1380000${String(number).padStart(4, '0')}` });
  const book = async (input: object = {}, viewer = DESK) => {
    const given = { servicePointId: hall, day: '2026-09-29', slot: '08:30', ...visitor(1), ...input };
    const done = await answer('bookAppointment', viewer, given);
    return (typeof done === 'string' ? done : done.appointment) as Booked;
  };
  const move = async (name: string, { id: appointmentId, version: expectedVersion }: Booked, viewer = DESK) => {
    const done = await answer(name, viewer, { appointmentId, expectedVersion });
    return (typeof done === 'string' ? done : done.appointment) as Booked;
  };
  const slots = async (day = '2026-09-29', viewer: Viewer = ANONYMOUS) =>
    (
      await ask(
        'query ($id: ID!, $day: Date!) { servicePoint(id: $id) { appointmentSlots(day: $day) { slot ends capacity left isBookable } } }',
        viewer,
        {
          id: hall,
          day,
        },
      )
    ).data.servicePoint.appointmentSlots as { slot: string; ends: string; capacity: number; left: number; isBookable: boolean }[];
  const countOf = (state?: string) =>
    opened.database.manager.countBy(Appointment, { servicePointId: hall, ...(state && { state: state as never }) });

  test('of forty who book the last five places at once, five have them, and thirty-five are told that it is full', async () => {
    for (let number = 1; number <= 15; number += 1) expect(await book(visitor(number))).toMatchObject({ state: 'BOOKED' });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => book(visitor(100 + index))));
    expect(answers.filter((each) => typeof each !== 'string')).toHaveLength(5);
    expect(answers.filter((each) => each === ('CONFLICT SLOT_FULL' as never))).toHaveLength(35);
    expect(await countOf()).toBe(20);
    expect((await slots())[0]).toEqual({ slot: '08:30', ends: '09:30', capacity: 20, left: 0, isBookable: false });
  });

  test('of many who book a slot that nobody has booked yet, none gets an error for being first', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => book(visitor(index))));
    expect(answers.filter((each) => typeof each !== 'string')).toHaveLength(20);
    expect(answers.filter((each) => each === ('CONFLICT SLOT_FULL' as never))).toHaveLength(10);
  });

  test('one person has one place in a slot, however the number is written and however often at once', async () => {
    const written = ['13800000001', '138 0000 0001', '+86 138-0000-0001'];
    const answers = await Promise.all(written.map((visitorPhone) => book({ visitorPhone })));
    expect(answers.filter((each) => typeof each !== 'string')).toHaveLength(1);
    expect(answers.filter((each) => each === ('CONFLICT ALREADY_BOOKED' as never))).toHaveLength(2);
    expect((await slots())[0]!.left).toBe(19);
    expect(await book({ slot: '14:30' })).toMatchObject({ state: 'BOOKED' });
  });

  test('what is called off is free again, once, also for the same person', async () => {
    const booked = await book();
    const calls = await Promise.all(Array.from({ length: 5 }, () => move('cancelAppointment', booked)));
    expect(calls.filter((each) => typeof each !== 'string')).toHaveLength(1);
    expect((await slots())[0]!.left).toBe(20);
    expect(await book()).toMatchObject({ state: 'BOOKED' });
    expect(await opened.database.manager.findOneByOrFail(SlotBookings, { servicePointId: hall })).toMatchObject({ booked: 1 });
  });

  test('a replayed key books once, and gives the first answer', async () => {
    const first = await book({ idempotencyKey: KEY });
    expect(await book({ idempotencyKey: KEY })).toEqual(first);
    expect(await book({ idempotencyKey: KEY, slot: '09:30' })).toBe('CONFLICT IDEMPOTENCY_KEY_REUSED');
    expect(await countOf()).toBe(1);
  });

  test.each([
    ['on a holiday', '2026-10-01', '08:30', 'BAD_USER_INPUT CLOSED_THAT_DAY'],
    ['on an ordinary Sunday', '2026-10-11', '08:30', 'BAD_USER_INPUT CLOSED_THAT_DAY'],
    ['yesterday', '2026-09-24', '08:30', 'BAD_USER_INPUT SLOT_PASSED'],
    ['in a slot that has begun', '2026-09-28', '08:30', 'BAD_USER_INPUT SLOT_PASSED'],
    ['at noon', '2026-09-29', '12:30', 'BAD_USER_INPUT NO_SUCH_SLOT'],
    ['in half a slot at the end', '2026-09-29', '11:30', 'BAD_USER_INPUT NO_SUCH_SLOT'],
    ['between slots', '2026-09-29', '08:45', 'BAD_USER_INPUT NO_SUCH_SLOT'],
    ['too far ahead', '2026-10-13', '08:30', 'BAD_USER_INPUT BEYOND_HORIZON'],
    ['on what is no day', '2026-09-31', '08:30', 'BAD_USER_INPUT MALFORMED_DATE'],
  ])('nobody books %s', async (_, day, slot, refusal) => {
    expect(await book({ day, slot })).toBe(refusal);
    expect(await countOf()).toBe(0);
  });

  test.each([
    ['a Saturday that is worked in lieu', '2026-10-10', '08:30'],
    ['the last day of the horizon', '2026-10-12', '16:30'],
    ['later today', '2026-09-28', '09:30'],
  ])('one books on %s', async (_, day, slot) => expect(await book({ day, slot })).toMatchObject({ day, slot, state: 'BOOKED' }));

  test('slots are there on working days only, and those of the past are not bookable', async () => {
    expect(await slots('2026-10-01')).toEqual([]);
    expect((await slots('2026-10-10')).map(({ slot }) => slot)).toEqual(['08:30', '09:30', '10:30', '14:30', '15:30', '16:30']);
    expect((await slots('2026-09-28')).map(({ isBookable }) => isBookable)).toEqual([false, true, true, true, true, true]);
    expect((await slots('2026-10-13')).some(({ isBookable }) => isBookable)).toBe(false);
  });

  test('who checks in gets a number that is called before the others, and the appointment is served with it', async () => {
    const CALL = 'ticket { id number state version }';
    await opened.database.manager.insert(ServiceWindow, {
      id: `w-${hall}`,
      servicePointId: hall,
      divisionCode: OURS,
      number: 1,
      name: '一号',
      state: 'OPEN',
      clerk: 'desk',
      kinds: [],
      openedAt: now,
      version: 1,
    } as never);
    const booked = await book({ slot: '09:30', day: '2026-09-28' });
    now = new Date('2026-09-28T01:31:00Z');
    await answer('takeNumber', DESK, { servicePointId: hall }, CALL);
    const input = { appointmentId: booked.id, expectedVersion: booked.version, idempotencyKey: `${KEY}-${engine}` };
    const checkIn = () => answer('checkInAppointment', DESK, input, 'appointment { state version } ticket { number visitorName }');
    const checkedIn = await checkIn();
    expect(checkedIn).toEqual({ appointment: { state: 'CHECKED_IN', version: 2 }, ticket: { number: 'Y001', visitorName: '示*' } });
    expect(await checkIn()).toEqual(checkedIn);
    const { ticket } = await answer('callNextNumber', DESK, { windowId: `w-${hall}` }, CALL);
    expect(ticket.number).toBe('Y001');
    const on = (version: number) => ({ ticketId: ticket.id, expectedVersion: version });
    await answer('startServing', DESK, on(2), CALL);
    await answer('finishServing', DESK, on(3), CALL);
    const QUERY = `{ appointment(id: "${booked.id}") { state ticket { state } timeline { action to } } }`;
    expect((await ask(QUERY, DESK)).data.appointment).toEqual({
      state: 'SERVED',
      ticket: { state: 'SERVED' },
      timeline: [
        { action: 'BOOK', to: 'BOOKED' },
        { action: 'CHECK_IN', to: 'CHECKED_IN' },
        { action: 'SERVE', to: 'SERVED' },
      ],
    });
  });

  test('nobody checks in too early, too late or twice, and who did not come is marked when the slot is over', async () => {
    const booked = await book({ day: '2026-09-28', slot: '10:30' });
    expect(await move('checkInAppointment', booked)).toBe('CONFLICT CHECK_IN_TOO_EARLY');
    expect(await move('markAppointmentNoShow', booked)).toBe('CONFLICT SLOT_NOT_OVER');
    const other = await book({ ...visitor(2), day: '2026-09-28', slot: '10:30' });
    now = new Date('2026-09-28T02:45:00Z');
    const twice = await Promise.all([move('checkInAppointment', other), move('checkInAppointment', other)]);
    expect(twice.filter((each) => typeof each !== 'string')).toHaveLength(1);
    now = new Date('2026-09-28T03:30:00Z');
    expect(await move('checkInAppointment', booked)).toBe('CONFLICT CHECK_IN_TOO_LATE');
    expect(await move('markAppointmentNoShow', { ...booked, version: 7 })).toBe('CONFLICT STALE_VERSION');
    expect(await move('markAppointmentNoShow', booked)).toMatchObject({ state: 'NO_SHOW', availableActions: [] });
    expect(await countOf('CHECKED_IN')).toBe(1);
  });

  test('a number that is given back ends its appointment', async () => {
    const booked = await book({ day: '2026-09-28', slot: '09:30' });
    const input = { appointmentId: booked.id, expectedVersion: 1 };
    const { ticket } = await answer('checkInAppointment', DESK, input, 'ticket { id version }');
    await answer('cancelNumber', DESK, { ticketId: ticket.id, expectedVersion: ticket.version }, 'ticket { state }');
    expect(await countOf('CANCELLED')).toBe(1);
  });

  test('another township books, moves and sees nothing; names and telephones are masked', async () => {
    const booked = await book();
    expect(await book(visitor(2), NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await book(visitor(2), viewerOf([OURS], ['matters:read']))).toBe('FORBIDDEN SCOPE_MISSING');
    for (const name of ['cancelAppointment', 'checkInAppointment', 'markAppointmentNoShow'])
      for (const id of [booked.id, 'nowhere']) expect(await move(name, { ...booked, id }, NEIGHBOUR)).toBe('NOT_FOUND NOT_FOUND');
    const QUERY = `query ($id: ID!, $hall: ID!) {
      appointment(id: $id) { id }
      appointments(filter: { servicePointId: $hall }) { totalCount nodes { visitorName visitorPhone } }
      servicePoint(id: $hall) { appointments { totalCount nodes { id } } }
    }`;
    const asked = async (viewer: Viewer) => (await ask(QUERY, viewer, { id: booked.id, hall })).data;
    const nothing = {
      appointment: null,
      appointments: { totalCount: 0, nodes: [] },
      servicePoint: { appointments: { totalCount: 0, nodes: [] } },
    };
    for (const viewer of [ANONYMOUS, NEIGHBOUR, viewerOf([OURS], ['matters:handle'])]) expect(await asked(viewer)).toEqual(nothing);
    expect((await asked(DESK)).appointments).toEqual({ totalCount: 1, nodes: [{ visitorName: '示*', visitorPhone: '138****0001' }] });
  });

  test('capacity is the manager’s to set: for the service point, and for one slot no less than is booked', async () => {
    for (const number of [1, 2, 3]) await book(visitor(number));
    const set = (input: object, viewer = MANAGER) =>
      answer(
        'setAppointmentCapacity',
        viewer,
        { servicePointId: hall, capacity: 2, expectedVersion: 1, ...input },
        'servicePoint { reception { slotCapacity slotMinutes version } }',
      );
    const slot = (capacity: number | null, viewer = MANAGER) =>
      answer('setSlotCapacity', viewer, { servicePointId: hall, day: '2026-09-29', slot: '08:30', capacity }, 'servicePoint { id }');
    expect(await set({}, DESK)).toBe('FORBIDDEN SCOPE_MISSING');
    expect(await set({}, NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await set({ capacity: -1 })).toBe('BAD_USER_INPUT OUT_OF_RANGE');
    expect(await set({ slotMinutes: 30 })).toBe('CONFLICT SLOTS_BOOKED');
    expect(await set({})).toEqual({ servicePoint: { reception: { slotCapacity: 2, slotMinutes: 60, version: 2 } } });
    expect(await set({})).toBe('CONFLICT STALE_VERSION');
    expect((await slots())[0]).toMatchObject({ capacity: 2, left: 0 });
    expect(await book(visitor(4))).toBe('CONFLICT SLOT_FULL');
    expect(await slot(2)).toBe('CONFLICT CAPACITY_BELOW_BOOKED');
    expect(await slot(4, DESK)).toBe('FORBIDDEN SCOPE_MISSING');
    expect(await slot(4)).toEqual({ servicePoint: { id: hall } });
    expect(await book(visitor(4))).toMatchObject({ state: 'BOOKED' });
    expect(await book(visitor(5))).toBe('CONFLICT SLOT_FULL');
    expect(await slot(null)).toEqual({ servicePoint: { id: hall } });
    expect((await slots())[0]).toMatchObject({ capacity: 2, left: 0 });
  });

  test.each(['TIME', 'NEWEST'])('pages of appointments in the order %s leave none out and show none twice', async (orderBy) => {
    for (let number = 1; number <= 5; number += 1) await book({ ...visitor(number), slot: number % 2 ? '08:30' : '14:30' });
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const QUERY = `query ($hall: ID!, $after: String) {
        appointments(filter: { servicePointId: $hall }, orderBy: ${orderBy}, first: 2, after: $after) { nodes { id slot } pageInfo { endCursor hasNextPage } }
      }`;
      const { nodes, pageInfo }: Page = (await ask(QUERY, DESK, { hall, after })).data.appointments;
      seen.push(...nodes.map(({ id, slot }) => `${slot} ${id}`));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(new Set(seen).size).toBe(5);
    const inOrder = [...seen].sort();
    expect(seen).toEqual(orderBy === 'TIME' ? inOrder : inOrder.reverse());
  });

  test('where nobody set a capacity, no appointments are taken', async () => {
    await opened.database.manager.delete(ReceptionPlan, { servicePointId: hall });
    expect(await book()).toBe('CONFLICT NO_APPOINTMENTS');
    expect(await slots()).toEqual([]);
  });

  test('a matter that is not handled there, or is unknown, is refused', async () => {
    await insertAll(opened.database.manager, MatterSite, [
      { matterId: `draft-${hall}`, divisionCode: OURS, validFrom: '2020-01-01', validTo: null, villageRole: null },
    ]);
    for (const matterId of [`draft-${hall}`, 'unknown']) expect(await book({ matterId })).toBe('BAD_USER_INPUT MATTER_NOT_HERE');
  });
});
