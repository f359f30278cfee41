import { addDays, addWorkdays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';

type SaidBy = (owner: Owner) => Speech;

const TODAY = dayOf(new Date());
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

const hallOf = (say: Speech) => say.text('service_point.id', 'hall');
const windowOf = (say: Speech, row: string) => say.text('service_window.id', row);
const ticketOf = (say: Speech, row: string) => say.text('queue_ticket.id', row);
const appointmentOf = (say: Speech, row: string) => say.text('appointment.id', row);
/** Rows that are not public stand at the hall of a township that publishes one. */
const hallFor = (owner: Owner, say: Speech, saidBy: SaidBy) => hallOf(owner.isPublic ? say : saidBy(PUBLISHERS.townshipB));

/** Windows of a hall, one for each command that moves one: who is at them, B's clerk among those who ask. */
const WINDOWS = [
  { row: 'desk', state: 'OPEN' },
  { row: 'other', state: 'OPEN', kinds: ['LICENSING'] },
  { row: 'occupied', state: 'OPEN' },
  { row: 'to open', state: 'CLOSED' },
  { row: 'to pause', state: 'OPEN' },
  { row: 'to close', state: 'OPEN' },
] as const;

/** Numbers of an owner, one for each command that moves one. They are of days long past: how many wait today is public. */
const TICKETS = [
  { row: 'waiting', state: 'WAITING', windowId: null },
  { row: 'called', state: 'CALLED' },
  { row: 'to start', state: 'CALLED' },
  { row: 'to transfer', state: 'CALLED' },
  { row: 'missed', state: 'CALLED' },
  { row: 'served', state: 'SERVING' },
] as const;

function ticketRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  const person = (column: string, row: string) => saidBy(PERSONS).text(`queue_ticket.${column}`, `${owner.mark} ${row}`);
  const ticket = (row: string, more: object) => ({
    id: ticketOf(say, row),
    servicePointId: hallFor(owner, say, saidBy),
    divisionCode: owner.division,
    day: say.day('queue_ticket.day', row),
    category: 'A',
    number: say.text('queue_ticket.number', row),
    kind: 'LICENSING',
    windowId: windowOf(saidBy(PUBLISHERS.townshipB), 'desk'),
    callCount: 3,
    visitorName: person('visitorName', row),
    visitorPhone: person('visitorPhone', row),
    appointmentId: null,
    ...more,
  });
  const past = TICKETS.map(({ row, ...more }) => ticket(row, more));
  const ofAppointment = ticket('of appointment', { state: 'SERVED', appointmentId: appointmentOf(say, 'checked in') });
  return [...past, ofAppointment, ...(owner === PUBLISHERS.townshipB ? today(ticket, say) : [])];
}

/** Somebody to call, and somebody at a window: also if midnight passes while all this is asked. */
function today(ticket: (row: string, more: object) => GivenRow, say: Speech): GivenRow[] {
  return [-1, 0, 1].flatMap((days) => [
    ticket(`today ${days}`, { day: addDays(TODAY, days), state: 'WAITING', windowId: null }),
    ticket(`at window ${days}`, { day: addDays(TODAY, days), sequence: 2, state: 'SERVING', windowId: windowOf(say, 'occupied') }),
  ]);
}

function appointmentRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  const person = (column: string, row: string) => saidBy(PERSONS).text(`appointment.${column}`, `${owner.mark} ${row}`);
  return [
    { row: 'booked', state: 'BOOKED' },
    { row: 'coming', state: 'BOOKED', endsAt: new Date('2999-01-01T00:00:00Z') },
    { row: 'missed', state: 'BOOKED' },
    { row: 'checked in', state: 'SERVED' },
  ].map(({ row, ...more }) => ({
    id: appointmentOf(say, row),
    servicePointId: hallFor(owner, say, saidBy),
    divisionCode: owner.division,
    day: say.day('appointment.day', row),
    slot: '09:00',
    startsAt: LONG_AGO,
    endsAt: LONG_AGO,
    matterId: say.text('matter.id', 'item'),
    visitorName: person('visitorName', row),
    visitorPhone: person('visitorPhone', row),
    ...more,
  }));
}

export const RECEPTION_RECIPES: Recipes = {
  service_point: {
    kept: 'PUBLIC',
    because: 'where one is served is published',
    unseen: { nameInUse: 'the name again, as it is told apart' },
    rows: ({ division }, say) => {
      const hours = [{ weekdays: [1, 2], opens: '09:00', closes: '17:00' }];
      const point = { divisionCode: division, openingHours: hours, aroundTheClock: true, state: 'IN_SERVICE', closedOn: null };
      return [
        { ...point, id: hallOf(say), tier: 'TOWNSHIP_CENTER' },
        { ...point, id: say.text('service_point.id', 'closed'), tier: 'KIOSK', state: 'CLOSED', closedOn: '2020-06-01' },
        ...['kiosk', 'to change', 'to close'].map((row) => ({ ...point, id: say.text('service_point.id', row), tier: 'KIOSK' })),
      ];
    },
  },
  reception_plan: {
    kept: 'PUBLIC',
    because: 'how many appointments are taken is published',
    rows: ({ division }, say) => [
      { servicePointId: hallOf(say), divisionCode: division, callsBeforeNoShow: 3, slotMinutes: 60, slotCapacity: 99, horizonDays: 30 },
    ],
  },
  service_window: {
    kept: 'PUBLIC',
    because: 'windows have signs; who sits at one is the policy’s to tell',
    rows: ({ division }, say) =>
      WINDOWS.map(({ row, ...more }, index) => ({
        id: windowOf(say, row),
        servicePointId: hallOf(say),
        divisionCode: division,
        number: index + 1,
        clerk: `walk:${division}`,
        kinds: [],
        ...more,
      })),
  },
  queue_hold: { kept: 'INTERNAL', because: 'a row to hold', rows: () => [] },
  queue_ticket: {
    kept: 'DIVISION',
    rows: ticketRows,
    plain: ['servicePointId', 'divisionCode', 'category', 'kind', 'state', 'windowId'],
  },
  appointment: {
    kept: 'DIVISION',
    rows: appointmentRows,
    plain: ['servicePointId', 'divisionCode', 'slot', 'state'],
    unseen: { holder: 'a digest of name and telephone' },
  },
  slot_bookings: {
    kept: 'PUBLIC',
    because: 'how many places are left is published',
    rows: (_, say) => [{ servicePointId: hallOf(say), day: '2020-06-01', slot: '09:00' }],
  },
};

const point = (saidBy: SaidBy) => ({ servicePointId: hallOf(saidBy(PUBLISHERS.townshipB)) });
const window = (saidBy: SaidBy, row: string) => ({ windowId: windowOf(saidBy(PUBLISHERS.townshipB), row), expectedVersion: 1 });
const ticket = (saidBy: SaidBy, row: string) => ({ ticketId: ticketOf(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const appointment = (saidBy: SaidBy, row: string) => ({
  appointmentId: appointmentOf(saidBy(HIDDEN.townshipB), row),
  expectedVersion: 1,
});

const kiosk = (saidBy: SaidBy, row: string) => ({
  servicePointId: saidBy(PUBLISHERS.townshipB).text('service_point.id', row),
  expectedVersion: 1,
});

export const RECEPTION_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  registerServicePoint: () => ({
    divisionCode: TOWNSHIP_B,
    tier: 'TOWNSHIP_CENTER',
    name: '示例便民服务中心',
    address: '示例地址',
    openingHours: [{ weekdays: [1], opens: '09:00', closes: '17:00' }],
  }),
  changeServicePoint: (saidBy) => ({ ...kiosk(saidBy, 'to change'), name: '示例政务一体机' }),
  closeServicePoint: (saidBy) => ({ ...kiosk(saidBy, 'to close'), reason: '示例理由' }),
  setAppointmentCapacity: (saidBy) => ({ ...point(saidBy), capacity: 50, expectedVersion: 1 }),
  // At the kiosk, which has no plan yet, so that it does not matter which of the two comes first.
  setQueueRules: (saidBy) => ({
    servicePointId: saidBy(PUBLISHERS.townshipB).text('service_point.id', 'kiosk'),
    callsBeforeNoShow: 2,
    expectedVersion: 0,
  }),
  setSlotCapacity: (saidBy) => ({ ...point(saidBy), day: addWorkdays(TODAY, 5), slot: '10:00', capacity: 9 }),
  addWindow: (saidBy) => ({ ...point(saidBy), number: 99, name: '示例窗口' }),
  changeWindow: (saidBy) => ({ ...window(saidBy, 'other'), name: '示例窗口' }),
  openWindow: (saidBy) => window(saidBy, 'to open'),
  pauseWindow: (saidBy) => window(saidBy, 'to pause'),
  closeWindow: (saidBy) => window(saidBy, 'to close'),
  takeNumber: point,
  callNextNumber: (saidBy) => ({ windowId: window(saidBy, 'desk').windowId }),
  callAgain: (saidBy) => ticket(saidBy, 'called'),
  startServing: (saidBy) => ticket(saidBy, 'to start'),
  finishServing: (saidBy) => ticket(saidBy, 'served'),
  transferNumber: (saidBy) => ({ ...ticket(saidBy, 'to transfer'), toWindowId: window(saidBy, 'other').windowId }),
  markNoShow: (saidBy) => ticket(saidBy, 'missed'),
  cancelNumber: (saidBy) => ticket(saidBy, 'waiting'),
  bookAppointment: (saidBy) => ({
    ...point(saidBy),
    day: addWorkdays(TODAY, 5),
    slot: '09:00',
    visitorName: '示例甲',
    visitorPhone: '13800000000',
  }),
  cancelAppointment: (saidBy) => appointment(saidBy, 'booked'),
  checkInAppointment: (saidBy) => appointment(saidBy, 'coming'),
  markAppointmentNoShow: (saidBy) => appointment(saidBy, 'missed'),
};
