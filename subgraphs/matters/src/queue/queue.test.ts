import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { ReceptionPlan } from '../service-point/reception-plan.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { hallAt } from '../service-point/testing/hall';
import { ServiceWindow } from '../service-window/service-window.entity';
import { createMattersSubgraph } from '../subgraph';
import { QueueTicket } from './queue-ticket.entity';

const OURS = '410225201';
const KEY = '0192f0c4-6f2e-7a31-9d7e-5f1f6b3c2a10';
const SCOPES = ['matters:read', 'matters:handle'] as const;

const clerk = (number: number): Viewer => ({ ...viewerOf([OURS], SCOPES), subject: `clerk-${number}` });
const DESK: Viewer = { ...viewerOf([OURS], SCOPES), subject: 'desk' };
const MANAGER: Viewer = { ...viewerOf([OURS], [...SCOPES, 'matters:manage']), subject: 'manager' };
const NEIGHBOUR: Viewer = { ...viewerOf(['410225206'], [...SCOPES, 'matters:manage']), subject: 'neighbour' };

const TAKE =
  'mutation ($input: TakeNumberInput!) { takeNumber(input: $input) { ticket { id number state version visitorName visitorPhone } } }';
const CALL = 'mutation ($input: CallNextNumberInput!) { callNextNumber(input: $input) { ticket { id number state version callCount } } }';
const moving = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ticket { id number state version callCount } } }`;

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
}

interface Page {
  readonly nodes: readonly Readonly<Record<string, string>>[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe.each(ENGINES)('queues on %s', (engine) => {
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

  /** A hall of its own for each test, at 09:00 of an ordinary Monday. */
  beforeEach(async () => {
    now = new Date('2026-09-28T01:00:00.000Z');
    halls += 1;
    hall = `hall-${halls}`;
    await addPoint(hall);
  });

  const addPoint = (id: string, name = '示例便民服务中心') => opened.database.manager.insert(ServicePoint, hallAt(OURS, id, { name }));
  const windowId = (number: number) => `${hall}-${number}`;
  const windowRow = (number: number, more: Partial<ServiceWindow> = {}) => ({
    id: windowId(number),
    servicePointId: hall,
    divisionCode: OURS,
    number,
    name: `${number}号窗口`,
    state: 'OPEN',
    clerk: `clerk-${number}`,
    kinds: [],
    openedAt: now,
    version: 1,
    ...more,
  });
  const addWindows = async (count: number, more: Partial<ServiceWindow> = {}) => {
    const rows = Array.from({ length: count }, (_, index) => windowRow(index + 1, more));
    await opened.database.manager.insert(ServiceWindow, rows as never);
  };
  const take = async (input: object = {}, viewer = DESK) => {
    const answer = await ask(TAKE, viewer, { input: { servicePointId: hall, ...input } });
    return answer.data?.takeNumber?.ticket as Ticket & { visitorName: string; visitorPhone: string };
  };
  const takeMany = async (count: number) => {
    const numbers: string[] = [];
    for (let index = 0; index < count; index += 1) numbers.push((await take()).number);
    return numbers;
  };
  const answerOf = async (query: string, viewer: Viewer, input: object) => {
    const { data, errors } = await ask(query, viewer, { input });
    const [field] = Object.values(data ?? {}) as ({ ticket: Ticket } | null)[];
    return field ? field.ticket : (`${errors![0]!.extensions!.code} ${errors![0]!.extensions!.reason}` as unknown as Ticket);
  };
  const call = (number: number, more: object = {}, viewer = clerk(number)) =>
    answerOf(CALL, viewer, { windowId: windowId(number), ...more });
  const move = (name: string, { id: ticketId, version: expectedVersion }: Ticket, viewer: Viewer, more: object = {}) =>
    answerOf(moving(name), viewer, { ticketId, expectedVersion, ...more });
  const rows = () => opened.database.manager.find(QueueTicket, { where: { servicePointId: hall }, order: { place: 'ASC' } });

  test('fifty who take a number at once get fifty numbers without a gap', async () => {
    const taken = await Promise.all(Array.from({ length: 50 }, () => take()));
    const expected = Array.from({ length: 50 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);
    expect(taken.map(({ number }) => number).sort()).toEqual(expected);
    expect((await rows()).map(({ number }) => number)).toEqual(expected);
  });

  test('two hundred clerks call from one queue of three hundred: each number to one window, in order, none lost', async () => {
    await addWindows(200);
    const waiting = await takeMany(300);
    const serve = async (number: number) => {
      const called: string[] = [];
      for (;;) {
        const ticket = await call(number);
        if (typeof ticket === 'string') return { called, end: ticket };
        called.push(ticket.number);
        const serving = await move('startServing', ticket, clerk(number));
        expect((await move('finishServing', serving, clerk(number))).state).toBe('SERVED');
      }
    };
    const done = await Promise.all(Array.from({ length: 200 }, (_, index) => serve(index + 1)));
    expect(new Set(done.map(({ end }) => end))).toEqual(new Set(['CONFLICT QUEUE_EMPTY']));
    expect(done.flatMap(({ called }) => called).sort()).toEqual(waiting);
    for (const { called } of done) expect(called).toEqual([...called].sort());
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['SERVED']));
    // Called in the order in which they came, whichever window it was.
    const calls: { payload: string }[] = await opened.database.manager.query(
      "SELECT payload FROM outbox_event WHERE type = 'NUMBER_CALLED' ORDER BY sequence",
    );
    const here = calls.map(({ payload }) => JSON.parse(payload)).filter(({ servicePointId }) => servicePointId === hall);
    expect(here.map(({ number }) => number)).toEqual(waiting);
  }, 240_000);

  test('one window has one number at a time, however often its clerk calls at once', async () => {
    await addWindows(1);
    await takeMany(5);
    const calls = await Promise.all(Array.from({ length: 8 }, () => call(1)));
    expect(calls.filter((each) => typeof each !== 'string')).toHaveLength(1);
    expect(calls.filter((each) => each === ('CONFLICT WINDOW_BUSY' as never))).toHaveLength(7);
  });

  test('a replayed key calls no second number', async () => {
    await addWindows(1);
    await takeMany(2);
    const first = await call(1, { idempotencyKey: `${KEY}-${hall}` });
    expect(await call(1, { idempotencyKey: `${KEY}-${hall}` })).toEqual(first);
    expect((await rows()).map(({ state }) => state)).toEqual(['CALLED', 'WAITING']);
    const [again, replay] = [await take({ idempotencyKey: `${KEY}-${hall}-2` }), await take({ idempotencyKey: `${KEY}-${hall}-2` })];
    expect(replay).toEqual(again);
    expect(await rows()).toHaveLength(3);
  });

  test('another township’s clerk takes, calls and moves nothing', async () => {
    await addWindows(1);
    await take();
    const called = await call(1);
    const before = await rows();
    expect(await call(1, {}, NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await answerOf(TAKE, NEIGHBOUR, { servicePointId: hall })).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    for (const name of ['callAgain', 'startServing', 'finishServing', 'markNoShow', 'cancelNumber']) {
      expect(await move(name, called, NEIGHBOUR)).toBe('NOT_FOUND NOT_FOUND');
      expect(await move(name, { ...called, id: 'nowhere' }, NEIGHBOUR)).toBe('NOT_FOUND NOT_FOUND');
    }
    expect(await rows()).toEqual(before);
  });

  test('without the scope nothing is done, and only the clerk at the window acts at it', async () => {
    await addWindows(2);
    await take();
    expect(await call(1, {}, viewerOf([OURS], ['matters:read']))).toBe('FORBIDDEN SCOPE_MISSING');
    expect(await call(1, {}, clerk(2))).toBe('FORBIDDEN NOT_AT_WINDOW');
    const called = await call(1);
    expect(await move('startServing', called, clerk(2))).toBe('FORBIDDEN NOT_AT_WINDOW');
    expect(await move('callAgain', { ...called, version: 1 }, clerk(1))).toBe('CONFLICT STALE_VERSION');
    expect(await move('finishServing', called, clerk(1))).toBe('CONFLICT MOVE_NOT_ALLOWED');
  });

  test('a number is a no-show after three calls, or as many as the service point says', async () => {
    await addWindows(1);
    await takeMany(2);
    let ticket = await call(1);
    expect(await move('markNoShow', ticket, clerk(1))).toBe('CONFLICT CALLED_TOO_FEW');
    for (const callCount of [2, 3]) {
      ticket = await move('callAgain', ticket, clerk(1));
      expect(ticket).toMatchObject({ state: 'CALLED', callCount });
    }
    expect(await move('markNoShow', ticket, clerk(1))).toMatchObject({ state: 'NO_SHOW' });
    const rules = { servicePointId: hall, callsBeforeNoShow: 1, expectedVersion: 0 };
    const SET =
      'mutation ($input: SetQueueRulesInput!) { setQueueRules(input: $input) { servicePoint { reception { callsBeforeNoShow version } } } }';
    const { data } = await ask(SET, MANAGER, { input: rules });
    expect(data.setQueueRules.servicePoint.reception).toEqual({ callsBeforeNoShow: 1, version: 1 });
    expect(await move('markNoShow', await call(1), clerk(1))).toMatchObject({ state: 'NO_SHOW' });
    expect((await ask(SET, MANAGER, { input: rules })).errors![0]!.extensions).toMatchObject({ reason: 'STALE_VERSION' });
    expect((await ask(SET, DESK, { input: rules })).errors![0]!.extensions).toMatchObject({ reason: 'SCOPE_MISSING' });
    expect((await ask(SET, MANAGER, { input: { ...rules, callsBeforeNoShow: 11 } })).errors![0]!.extensions).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
  });

  test('who is transferred keeps the place, and only the other window calls them', async () => {
    await addWindows(3);
    await takeMany(3);
    const first = await call(1);
    const serving = await move('startServing', first, clerk(1));
    expect(await move('transferNumber', serving, clerk(1), { toWindowId: windowId(1) })).toBe('CONFLICT TRANSFER_NOWHERE');
    expect(await move('transferNumber', serving, clerk(1), { toWindowId: windowId(2) })).toMatchObject({
      state: 'TRANSFERRED',
      callCount: 0,
    });
    expect(await call(3)).toMatchObject({ number: 'A002' });
    expect(await call(2)).toMatchObject({ number: 'A001', callCount: 1 });
  });

  test('when a window closes, who waits for it may be called by any other', async () => {
    await addWindows(2);
    await takeMany(2);
    const transferred = await move('transferNumber', await call(1), clerk(1), { toWindowId: windowId(2) });
    const CLOSE = 'mutation ($input: CloseWindowInput!) { closeWindow(input: $input) { window { state clerk } } }';
    const { data } = await ask(CLOSE, clerk(2), { input: { windowId: windowId(2), expectedVersion: 1 } });
    expect(data.closeWindow.window).toEqual({ state: 'CLOSED', clerk: null });
    expect(await call(1)).toMatchObject({ id: transferred.id, number: 'A001', state: 'CALLED' });
  });

  test('a paused window calls nobody, and nobody pauses with somebody at the window', async () => {
    await addWindows(1);
    await takeMany(2);
    const called = await call(1);
    const pause = async () => {
      const query = 'mutation ($input: PauseWindowInput!) { pauseWindow(input: $input) { window { state } } }';
      const { data, errors } = await ask(query, clerk(1), { input: { windowId: windowId(1), expectedVersion: 1 } });
      return data?.pauseWindow?.window.state ?? errors![0]!.extensions!.reason;
    };
    expect(await pause()).toBe('WINDOW_BUSY');
    await move('cancelNumber', called, DESK);
    expect(await pause()).toBe('PAUSED');
    expect(await call(1)).toBe('CONFLICT WINDOW_NOT_OPEN');
  });

  test('pages of numbers in each order leave none out and show none twice', async () => {
    const taken = await takeMany(5);
    for (const [orderBy, expected] of [
      ['CALLING', taken],
      ['NEWEST', null],
    ] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      for (let more = true; more; ) {
        const QUERY = `query ($id: ID!, $after: String) { servicePoint(id: $id) { queue {
          tickets(orderBy: ${orderBy}, first: 2, after: $after) { nodes { number } pageInfo { endCursor hasNextPage } } } } }`;
        const { nodes, pageInfo }: Page = (await ask(QUERY, DESK, { id: hall, after })).data.servicePoint.queue.tickets;
        seen.push(...nodes.map(({ number }) => number!));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(expected ? seen : [...seen].sort()).toEqual(taken);
    }
  });

  test('a window calls what it serves: its kinds, and whoever named none', async () => {
    await addWindows(1, { kinds: ['LICENSING'] as never });
    for (const kind of ['PAYMENT', 'LICENSING', null]) await take({ kind });
    expect((await rows()).map(({ number }) => number)).toEqual(['F001', 'B001', 'A001']);
    expect((await call(1)).number).toBe('B001');
    expect(await move('cancelNumber', (await rows())[1]!, DESK)).toMatchObject({ state: 'CANCELLED' });
    const last = await call(1);
    expect(last.number).toBe('A001');
    await move('finishServing', await move('startServing', last, clerk(1)), clerk(1));
    expect(await call(1)).toBe('CONFLICT QUEUE_EMPTY');
  });

  test('numbers begin anew each day, and yesterday’s keep nobody from calling', async () => {
    await addWindows(1);
    await takeMany(2);
    await call(1);
    now = new Date('2026-09-29T01:00:00.000Z');
    expect(await call(1)).toBe('CONFLICT QUEUE_EMPTY');
    expect((await take()).number).toBe('A001');
    expect(await call(1)).toMatchObject({ number: 'A001' });
  });

  test.each([
    ['after hours', '2026-09-28T09:30:00Z', 'CONFLICT POINT_CLOSED'],
    ['on a holiday', '2026-10-01T02:00:00Z', 'CONFLICT POINT_CLOSED'],
  ])('no number is taken %s', async (_, at, refusal) => {
    now = new Date(at);
    expect(await answerOf(TAKE, DESK, { servicePointId: hall })).toBe(refusal);
  });

  test.each([
    ['VISITOR_NAME', { visitorName: '甲'.repeat(51) }],
    ['VISITOR_PHONE', { visitorPhone: '12345' }],
  ])('no number is taken for whom one could not call: %s', async (reason, visitor) => {
    expect(await answerOf(TAKE, DESK, { servicePointId: hall, ...visitor })).toBe(`BAD_USER_INPUT ${reason}`);
    expect(await rows()).toEqual([]);
  });

  test('a weekend that is worked in lieu gives numbers, and so do the minutes before the doors open', async () => {
    now = new Date('2026-10-10T00:00:00Z');
    expect((await take()).number).toBe('A001');
  });

  test('how many wait is public; names, telephones and numbers are not', async () => {
    await addWindows(1);
    const { id } = await take({ visitorName: '欧阳示例', visitorPhone: '138 0000 0000' });
    await takeMany(2);
    await call(1);
    now = new Date('2026-09-28T01:07:30.000Z');
    const QUERY = `query ($id: ID!, $ticket: ID!) {
      servicePoint(id: $id) {
        serviceWindows { number state clerk availableActions currentTicket { number } }
        queue { waiting longestWaitMinutes tickets { totalCount nodes { visitorName visitorPhone availableActions timeline { action to } } } }
      }
      queueTicket(id: $ticket) { id }
      queueTickets(filter: { servicePointId: $id }) { totalCount }
    }`;
    const asked = async (viewer: Viewer) => (await ask(QUERY, viewer, { id: hall, ticket: id })).data;
    const hidden = { waiting: 2, longestWaitMinutes: 7, tickets: { totalCount: 0, nodes: [] } };
    for (const viewer of [ANONYMOUS, NEIGHBOUR, viewerOf([OURS], ['matters:handle'])]) {
      const { servicePoint, queueTicket, queueTickets } = await asked(viewer);
      expect(servicePoint.queue).toEqual(hidden);
      expect(servicePoint.serviceWindows).toMatchObject([{ number: 1, state: 'OPEN', clerk: null, currentTicket: null }]);
      expect([queueTicket, queueTickets.totalCount]).toEqual([null, 0]);
    }
    const { servicePoint, queueTicket, queueTickets } = await asked(clerk(1));
    expect([queueTicket.id, queueTickets.totalCount]).toEqual([id, 3]);
    expect(servicePoint.serviceWindows).toEqual([
      { number: 1, state: 'OPEN', clerk: 'clerk-1', availableActions: ['PAUSE', 'CLOSE'], currentTicket: { number: 'A001' } },
    ]);
    expect(servicePoint.queue.tickets.nodes[0]).toEqual({
      visitorName: '欧阳*',
      visitorPhone: '138****0000',
      availableActions: ['CALL_AGAIN', 'START', 'TRANSFER', 'CANCEL'],
      timeline: [
        { action: 'TAKE', to: 'WAITING' },
        { action: 'CALL', to: 'CALLED' },
      ],
    });
  });

  test('what many service points show of windows, queues and slots costs a statement a field, not one a point', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `point-${index}`);
    for (const id of ids) {
      await addPoint(id, '十二处之一');
      await opened.database.manager.insert(ReceptionPlan, { ...ReceptionPlan.standard(id, OURS), slotCapacity: 2 });
      await take({ servicePointId: id });
    }
    const asked = (count: number) =>
      opened.statementsOf(() =>
        ask(
          `{ servicePoints(first: ${count}, filter: { search: "十二" }) { nodes {
            serviceWindows { id currentTicket { id } } reception { slotCapacity } appointmentSlots(day: "2026-09-29") { left }
            queue { waiting longestWaitMinutes tickets { nodes { number timeline { to } window { id } appointment { id } availableActions } } }
            appointments { nodes { id ticket { id } } } } } }`,
          DESK,
        ),
      );
    const few = await asked(2);
    expect(await asked(12)).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(8);
  });
});
