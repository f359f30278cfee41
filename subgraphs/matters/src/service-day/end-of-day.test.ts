import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { OutboxReach } from '@township-graph/shared/command/outbox-reach.entity';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { insertAll } from '@township-graph/shared/insert-all';
import { ScheduledJob } from '@township-graph/shared/scheduler/scheduled-job.entity';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import type { Viewer } from '@township-graph/shared/viewer';
import { Appointment } from '../appointment/appointment.entity';
import { MATTERS_SCHEMA } from '../database';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { hallAt } from '../service-point/testing/hall';
import { ServiceWindow } from '../service-window/service-window.entity';
import { createMattersSubgraph } from '../subgraph';
import { EndOfDay } from './end-of-day';

const OURS = '410225201';
const CLERK: Viewer = { ...viewerOf([OURS], ['matters:read', 'matters:handle']), subject: 'clerk' };
const COUNTY = viewerOf(['410225'], ['matters:read']);
const NEIGHBOUR = viewerOf(['410225206'], ['matters:read']);
/** Monday in Asia/Shanghai, to its last instant. */
const DAY = '2026-09-28';
const MORNING = new Date('2026-09-28T01:00:00.000Z');
const LAST_INSTANT = new Date('2026-09-28T15:59:59.999Z');
const MIDNIGHT = new Date('2026-09-28T16:00:00.000Z');

const ticket = (id: string, state: string, more: object = {}) => ({
  id,
  servicePointId: 'hall',
  divisionCode: OURS,
  day: DAY,
  category: 'A',
  number: 'A000',
  priority: 0,
  callCount: 0,
  takenAt: MORNING,
  version: 1,
  state,
  ...more,
});
const appointment = (id: string, state: string, more: object = {}) => ({
  id,
  servicePointId: 'hall',
  divisionCode: OURS,
  day: DAY,
  slot: '09:00',
  startsAt: MORNING,
  endsAt: new Date('2026-09-28T02:00:00.000Z'),
  state,
  visitorName: '示例甲',
  visitorPhone: '13800000000',
  bookedAt: MORNING,
  version: 1,
  ...more,
});

const YESTERDAY_EVENING = new Date('2026-09-28T10:00:00.000Z');
const window = (id: string, number: number, state: string, openedAt: Date | null = YESTERDAY_EVENING) => ({
  id,
  servicePointId: 'hall',
  divisionCode: OURS,
  number,
  name: '综合窗口',
  state,
  clerk: openedAt && 'clerk',
  kinds: [],
  openedAt,
  version: 1,
});

describe.each(ENGINES)('the end of a service day on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;
  const clock = () => now;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock })).execute);
  });
  afterAll(() => opened.close());

  beforeEach(async () => {
    const { manager } = opened.database;
    for (const entity of [ServicePoint, QueueTicket, Appointment, ServiceWindow, TimelineEntry, OutboxEvent, OutboxReach, ScheduledJob])
      await manager.clear(entity);
    await insertAll(manager, ServicePoint, [hallAt(OURS, 'hall'), hallAt(OURS, 'other')]);
    const tickets = [
      ticket('waiting', 'WAITING'),
      ticket('called', 'CALLED', { callCount: 1, windowId: 'desk' }),
      ticket('transferred', 'TRANSFERRED', { windowId: 'desk' }),
      ticket('serving', 'SERVING', { windowId: 'desk' }),
      ticket('served', 'SERVED'),
      ticket('arrived', 'WAITING', { category: 'Y', priority: 1, appointmentId: 'arrived' }),
      ticket('elsewhere', 'WAITING', { servicePointId: 'other' }),
      ticket('tomorrow', 'WAITING', { day: '2026-09-29' }),
    ];
    await insertAll(
      manager,
      QueueTicket,
      tickets.map((each, place) => ({ ...each, place: place + 1, sequence: place + 1 })),
    );
    await insertAll(manager, Appointment, [
      appointment('booked', 'BOOKED'),
      appointment('arrived', 'CHECKED_IN'),
      appointment('cancelled', 'CANCELLED'),
      appointment('later', 'BOOKED', { day: '2026-09-29' }),
    ]);
  });

  const job = () =>
    new EndOfDay({
      database: opened.database,
      clock,
      commands: writesOf('matters', { database: opened.database, clock }).commands,
      windowIdleMinutes: 60,
    });
  const endDays = () => new Scheduler({ database: opened.database, jobs: [job()], clock, everyMs: 1 }).runDue();
  const states = async () => {
    const [tickets, appointments] = await Promise.all([
      opened.database.manager.find(QueueTicket),
      opened.database.manager.find(Appointment),
    ]);
    const of = (rows: readonly { id: string; state: string }[]) => Object.fromEntries(rows.map(({ id, state }) => [id, state]));
    return { tickets: of(tickets), appointments: of(appointments) };
  };
  const told = async (viewer = CLERK) =>
    (await ask('{ mattersFeed(first: 100) { nodes { type subjectId } } }', viewer)).data.mattersFeed.nodes.map(
      ({ type, subjectId }: { type: string; subjectId: string }) => `${type} ${subjectId}`,
    );

  const ENDED = {
    tickets: {
      waiting: 'EXPIRED',
      called: 'EXPIRED',
      transferred: 'EXPIRED',
      serving: 'SERVING',
      served: 'SERVED',
      arrived: 'EXPIRED',
      elsewhere: 'EXPIRED',
      tomorrow: 'WAITING',
    },
    appointments: { booked: 'NO_SHOW', arrived: 'EXPIRED', cancelled: 'CANCELLED', later: 'BOOKED' },
  };
  const EVENTS = [
    'NUMBER_EXPIRED waiting',
    'NUMBER_EXPIRED called',
    'NUMBER_EXPIRED transferred',
    'NUMBER_EXPIRED arrived',
    'APPOINTMENT_EXPIRED arrived',
    'APPOINTMENT_NO_SHOW booked',
    'NUMBER_EXPIRED elsewhere',
  ].sort();

  test('nothing happens to its last instant; at midnight what nobody served expires, and who did not come stayed away', async () => {
    now = LAST_INSTANT;
    const before = await states();
    await endDays();
    expect(await states()).toEqual(before);
    now = MIDNIGHT;
    await endDays();
    expect(await states()).toEqual(ENDED);
    expect((await told()).sort()).toEqual(EVENTS);
    expect((await told(COUNTY)).sort()).toEqual(EVENTS);
    expect(await told(NEIGHBOUR)).toEqual([]);
    const { data } = await ask(
      '{ queueTicket(id: "waiting") { deadlines { kind dueAt state light } version endedAt timeline { action from to actor organization } } appointment(id: "booked") { deadlines { kind dueAt state } timeline { action to } availableActions } }',
      CLERK,
    );
    expect(data.queueTicket).toMatchObject({ version: 2, endedAt: MIDNIGHT.toISOString() });
    expect(data.queueTicket.timeline).toEqual([{ action: 'EXPIRE', from: 'WAITING', to: 'EXPIRED', actor: null, organization: null }]);
    expect(data.queueTicket.deadlines).toEqual([{ kind: 'SERVICE', dueAt: LAST_INSTANT.toISOString(), state: 'OVERDUE', light: 'RED' }]);
    expect(data.appointment.deadlines).toMatchObject([{ kind: 'ARRIVAL', dueAt: '2026-09-28T02:00:00.000Z', state: 'OVERDUE' }]);
    expect(data.appointment).toMatchObject({ timeline: [{ action: 'MARK_NO_SHOW', to: 'NO_SHOW' }], availableActions: [] });
  });

  test('a window left open is closed and told of, at midnight and once; not one that was opened since, or at which somebody is', async () => {
    const { manager } = opened.database;
    await insertAll(manager, ServiceWindow, [
      window('left', 1, 'OPEN'),
      window('paused', 2, 'PAUSED'),
      window('closed', 3, 'CLOSED', null),
      window('since', 4, 'OPEN', new Date('2026-09-28T16:00:00.000Z')),
      window('busy', 5, 'OPEN'),
      { ...window('far', 1, 'OPEN'), servicePointId: 'other' },
    ]);
    const at = (id: string, state: string, windowId: string) => ({ ...ticket(id, state, { day: '2026-09-29', windowId }), place: 90 });
    await insertAll(manager, QueueTicket, [
      { ...at('at busy', 'SERVING', 'busy'), sequence: 90 },
      { ...at('sent', 'TRANSFERRED', 'left'), sequence: 91 },
    ]);
    const windows = async () =>
      Object.fromEntries((await manager.find(ServiceWindow)).map(({ id, state, clerk, version }) => [id, [state, clerk, version]]));
    now = LAST_INSTANT;
    const before = await windows();
    await endDays();
    expect(await windows()).toEqual(before);
    now = MIDNIGHT;
    const turn = { goesOn: async () => true };
    await Promise.all([job().run(turn), job().run(turn), job().run(turn)]);
    const closed = ['CLOSED', null, 2];
    const open = ['OPEN', 'clerk', 1];
    expect(await windows()).toEqual({ left: closed, paused: closed, closed: ['CLOSED', null, 1], since: open, busy: open, far: closed });
    expect((await states()).tickets).toMatchObject({ sent: 'WAITING', 'at busy': 'SERVING', serving: 'SERVING' });
    const ofWindows = async (viewer = CLERK) =>
      (await told(viewer)).filter((each: string) => /^(WINDOW|NUMBER_RELEASED)/.test(each)).sort();
    const events = ['NUMBER_RELEASED sent', 'WINDOW_CLOSE far', 'WINDOW_CLOSE left', 'WINDOW_CLOSE paused'];
    expect(await ofWindows()).toEqual(events);
    expect(await ofWindows(NEIGHBOUR)).toEqual([]);
    const { data } = await ask('{ servicePoint(id: "hall") { serviceWindows { state timeline { action from to actor } } } }', CLERK);
    expect(data.servicePoint.serviceWindows[1].timeline).toEqual([{ action: 'CLOSE', from: 'PAUSED', to: 'CLOSED', actor: null }]);
    await manager.update(QueueTicket, { id: 'at busy' }, { state: 'SERVED' as never });
    await job().run(turn);
    expect(await windows()).toMatchObject({ busy: closed, since: open });
  });

  test('clerks who serve past midnight keep their windows: for an hour after somebody was served, and while the hall’s hours run', async () => {
    const { manager } = opened.database;
    await insertAll(manager, ServicePoint, [
      hallAt(OURS, 'night', {
        openingHours: [
          { weekdays: [1, 2], opens: '00:00', closes: '24:00' },
          { weekdays: [3], opens: '00:00', closes: '02:00' },
        ],
      }),
    ]);
    await insertAll(manager, ServiceWindow, [
      window('serving', 1, 'OPEN'),
      window('served', 2, 'OPEN'),
      window('missed', 3, 'OPEN'),
      { ...window('night', 1, 'OPEN'), servicePointId: 'night' },
    ]);
    const at = (id: string, state: string, windowId: string, servingAt: string | null, endedAt: string | null, sequence: number) => ({
      ...ticket(id, state, { windowId, servingAt: servingAt && new Date(servingAt), endedAt: endedAt && new Date(endedAt) }),
      place: sequence,
      sequence,
    });
    await insertAll(manager, QueueTicket, [
      at('long', 'SERVING', 'serving', '2026-09-28T15:20:00.000Z', null, 90),
      at('just', 'SERVED', 'served', '2026-09-28T14:00:00.000Z', '2026-09-28T15:40:00.000Z', 91),
      at('away', 'NO_SHOW', 'missed', null, '2026-09-28T15:50:00.000Z', 92),
    ]);
    const openAt = async (instant: string) => {
      now = new Date(instant);
      await job().run({ goesOn: async () => true });
      return (await manager.findBy(ServiceWindow, { state: 'OPEN' as never })).map(({ id }) => id).sort();
    };
    expect(await openAt('2026-09-28T16:00:00.000Z')).toEqual(['night', 'served', 'serving']);
    // The clerk goes on at the window as it is.
    const { data, errors } = await ask(
      'mutation ($input: FinishServingInput!) { finishServing(input: $input) { ticket { state } } }',
      CLERK,
      {
        input: { ticketId: 'long', expectedVersion: 1 },
      },
    );
    expect(errors).toBeUndefined();
    expect(data.finishServing.ticket.state).toBe('SERVED');
    expect(await openAt('2026-09-28T16:40:00.000Z')).toEqual(['night', 'serving']);
    expect(await openAt('2026-09-28T17:00:00.000Z')).toEqual(['night']);
    // Wednesday’s hours end at two.
    expect(await openAt('2026-09-29T17:59:00.000Z')).toEqual(['night']);
    expect(await openAt('2026-09-29T18:00:00.000Z')).toEqual([]);
  });

  test('of many instances that are at it at once, each end is told once', async () => {
    now = MIDNIGHT;
    const turn = { goesOn: async () => true };
    await Promise.all(Array.from({ length: 4 }, () => job().run(turn)));
    expect(await states()).toEqual(ENDED);
    expect((await told()).sort()).toEqual(EVENTS);
    await job().run(turn);
    expect(await told()).toHaveLength(EVENTS.length);
  });

  test('one that breaks off between two service points goes on where it was, days later too', async () => {
    now = MIDNIGHT;
    let units = 0;
    await job().run({
      goesOn: async () => {
        units += 1;
        return units <= 1;
      },
    });
    expect((await states()).tickets).toMatchObject({ waiting: 'EXPIRED', elsewhere: 'WAITING' });
    now = new Date('2026-10-09T01:00:00.000Z');
    await endDays();
    expect((await states()).tickets).toMatchObject({ elsewhere: 'EXPIRED', tomorrow: 'EXPIRED' });
    expect((await told()).filter((each: string) => each === 'NUMBER_EXPIRED waiting')).toHaveLength(1);
  });

  test('a day that cannot be ended keeps no other from its end', async () => {
    now = MIDNIGHT;
    await opened.database.manager.update(Appointment, { id: 'arrived' }, { state: 'SERVED' as never });
    await expect(job().run({ goesOn: async () => true })).rejects.toThrow('1 service days');
    expect((await states()).tickets).toMatchObject({ waiting: 'WAITING', elsewhere: 'EXPIRED' });
  });
});
