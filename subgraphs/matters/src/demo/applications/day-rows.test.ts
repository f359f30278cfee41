import { createHash } from 'node:crypto';
import { parseAcceptanceNumber } from '@township-graph/shared/acceptance-number';
import { isWorkday } from '@township-graph/shared/calendar';
import { isCitizenId } from '@township-graph/shared/citizen-id';
import { dayOf } from '@township-graph/shared/clock';
import { isCreditCode } from '@township-graph/shared/credit-code';
import { DeadlineState } from '@township-graph/shared/deadline';
import { DeadlineLight } from '@township-graph/shared/deadlines/deadline.enums';
import { standingAt } from '@township-graph/shared/deadlines/deadline-standing';
import { NOTICE, PROMISED, STATUTORY } from '../../application/application.deadlines';
import { ApplicationChannel, ApplicationState, HandlerTier } from '../../application/application.enums';
import { APPLICATION_MACHINE, type ApplicationAction, NOTHING_DUE, OPEN_STATES } from '../../application/application.moves';
import { nextTier, tierOfPlace } from '../../application/intake.rules';
import { HandlingKind, VillageRole } from '../../matter/matter.enums';
import { TimeUnit } from '../../matter/time-limit';
import { BAD_FROM, RatingState } from '../../rating/rating.enums';
import { fillCounties } from '../demo-counties';
import { DemoDelegations } from '../demo-delegations';
import { DemoRows } from '../demo-rows';
import { applicationDays } from './application-days';
import { DayMaker, type DayRows } from './day-rows';
import type { ApplicationRow } from './demo-course';
import { lankaoTownships, type Township } from './offers';

const NOW = new Date('2026-11-26T02:00:00Z');
const SCALE = 0.02;

let townships: readonly Township[];
let sites: ReadonlySet<string>;
let made: DayRows;
const entriesOf = new Map<string, DayRows['entries'][number][]>();
const deadlinesOf = new Map<string, DayRows['deadlines'][number][]>();

function make(scale: number): DayRows {
  const maker = new DayMaker(townships, NOW);
  const days = applicationDays(scale, dayOf(NOW)).map((day) => maker.rowsOf(day));
  const all = <K extends keyof DayRows>(key: K) => days.flatMap((day) => day[key] as object[]);
  return Object.fromEntries(Object.keys(days[0]!).map((key) => [key, all(key as keyof DayRows)])) as unknown as DayRows;
}

beforeAll(() => {
  const book = { rows: new DemoRows(), delegations: new DemoDelegations() };
  fillCounties(book);
  townships = lankaoTownships(book.rows, book.delegations);
  sites = new Set(
    (book.rows.sites as { matterId: string; divisionCode?: string }[]).map((site) => `${site.matterId} ${site.divisionCode}`),
  );
  made = make(SCALE);
  for (const entry of made.entries) entriesOf.set(entry.subjectId, [...(entriesOf.get(entry.subjectId) ?? []), entry]);
  for (const deadline of made.deadlines) deadlinesOf.set(deadline.subjectId, [...(deadlinesOf.get(deadline.subjectId) ?? []), deadline]);
});

const hashOf = (rows: DayRows) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
const isImmediate = ({ handlingKind }: ApplicationRow) => handlingKind === HandlingKind.IMMEDIATE;
const isRecent = ({ openedOn }: ApplicationRow) => openedOn > '2021';

/** The rows for which it does not hold; there should be none. */
const offending = (holds: (application: ApplicationRow) => boolean) => made.applications.filter((each) => !holds(each));

test('the same seed makes the same rows; a day alone is the same as a day among others', () => {
  expect(hashOf(make(0.003))).toBe(hashOf(make(0.003)));
  const days = applicationDays(0.003, dayOf(NOW));
  const alone = new DayMaker(townships, NOW).rowsOf(days[100]!);
  const among = new DayMaker(townships, NOW);
  expect(hashOf(days.slice(0, 101).map((day) => among.rowsOf(day))[100]!)).toBe(hashOf(alone));
});

test('no two identifiers are alike', () => {
  for (const rows of [made.applications, made.entries, made.deadlines, made.ratings])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('acceptance numbers run from one without gaps, for each matter and day, in the order in which applications came', () => {
  const last = new Map<string, number>();
  for (const { acceptanceNumber, implementationCode: code, openedOn } of made.applications) {
    const { implementationCode, day, serial } = parseAcceptanceNumber(acceptanceNumber!);
    expect([implementationCode, day]).toEqual([code, openedOn]);
    const key = `${code} ${day}`;
    expect(serial).toBe((last.get(key) ?? 0) + 1);
    last.set(key, serial);
  }
  expect(new Map(made.serials.map(({ implementationCode, day, lastSerial }) => [`${implementationCode} ${day}`, lastSerial]))).toEqual(
    last,
  );
});

test('each matter is handled where it was applied for, and the village may take it in', () => {
  expect(offending(({ matterId, divisionCode }) => sites.has(`${matterId} ${divisionCode}`))).toEqual([]);
  expect(offending(({ divisionCode, villageRole }) => (divisionCode.length === 12) === (villageRole !== null))).toEqual([]);
  expect(offending(({ villageRole }) => villageRole !== VillageRole.NOTICE)).toEqual([]);
  expect(new Set(made.applications.map(({ villageRole }) => villageRole)).size).toBeGreaterThan(4);
});

test('no promise is longer than the law, and what is done at once is decided on its day', () => {
  expect(
    offending(({ promisedValue, statutoryValue, statutoryUnit }) => {
      if (statutoryValue === null) return true;
      return promisedValue <= (statutoryUnit === TimeUnit.DAY ? (statutoryValue * 5) / 7 : statutoryValue);
    }),
  ).toEqual([]);
  expect(offending((each) => !isImmediate(each) || (each.decidedAt !== null && dayOf(each.decidedAt) === each.openedOn))).toEqual([]);
});

test('officials act on working days in opening hours; kiosks alone have no hours', () => {
  const inOffice = (at: Date) => {
    const minute = ((at.getTime() + 8 * 3_600_000) / 60_000) % 1440;
    return isWorkday(dayOf(at)) && ((minute >= 510 && minute <= 720) || (minute >= 870 && minute <= 1050));
  };
  expect(made.entries.filter(({ actor, at }) => actor !== null && !inOffice(at))).toEqual([]);
  const begun = made.entries.filter(({ from, subjectType }) => from === null && subjectType === 'Application');
  const atKiosk = new Set(made.applications.filter(({ channel }) => channel === ApplicationChannel.KIOSK).map(({ id }) => id));
  expect(begun.filter(({ at, subjectId }) => !atKiosk.has(subjectId) && !inOffice(at))).toEqual([]);
});

test('each course is one that the table of moves allows, and ends where the application stands', () => {
  for (const application of made.applications) {
    const entries = entriesOf.get(application.id) ?? [];
    if (entries.length === 0) continue;
    let state: string | null = null;
    let handlerTier = tierOfPlace(application.divisionCode);
    let [corrections, extensions] = [0, 0];
    for (const { from, to, action, at } of entries) {
      expect(from).toBe(state);
      const facts = { ...application, handlerTier, corrections, extensions, ...NOTHING_DUE };
      if (from !== null) expect(APPLICATION_MACHINE.next(from as ApplicationState, action as ApplicationAction, facts)).toBe(to);
      if (action === 'forward' || action === 'handOn') handlerTier = nextTier(handlerTier);
      if (action === 'requestCorrection') corrections += 1;
      if (action === 'extend') extensions += 1;
      expect(at.getTime()).toBeLessThanOrEqual(NOW.getTime());
      state = to;
    }
    expect(entries.map(({ at }) => at.getTime())).toEqual(entries.map(({ at }) => at.getTime()).sort((a, b) => a - b));
    expect(application).toMatchObject({ state, handlerTier, corrections, extensions, version: entries.length });
  }
});

test('steps and deadlines are kept but of what was done at once in 2020: there a clerk’s steps, and of a machine’s nothing', () => {
  for (const application of made.applications) {
    const brief = isImmediate(application) && !isRecent(application);
    expect(entriesOf.has(application.id)).toBe(!brief || application.channel !== ApplicationChannel.KIOSK);
    expect(deadlinesOf.has(application.id)).toBe(!brief);
  }
});

test('deadlines stand as the kernel computes them, and the application says the same', () => {
  for (const { state, light, dueAt, nextAt, basis, isProvisional, calendarUntil, ...given } of made.deadlines) {
    if (state === DeadlineState.LAPSED) continue;
    expect({ state, light, dueAt, nextAt, basis, isProvisional, calendarUntil }).toEqual(standingAt(NOW, given));
  }
  const late = made.deadlines.filter(({ state }) => state === DeadlineState.OVERDUE);
  expect(new Set(late.map(({ kind }) => kind))).toEqual(new Set([PROMISED]));
  for (const application of made.applications) {
    const promised = deadlinesOf.get(application.id)?.find(({ kind }) => kind === PROMISED);
    if (promised && application.dueAt)
      expect(application.dueAt).toEqual(promised.state === DeadlineState.SUSPENDED ? expect.any(Date) : promised.dueAt);
    if (application.decidedAt) expect(application.isOnTime).toBe(application.decidedAt <= application.dueAt!);
  }
  expect(made.deadlines.some(({ kind }) => kind === NOTICE) && made.deadlines.some(({ kind }) => kind === STATUTORY)).toBe(true);
});

test('the year has every turn, refusals with their reasons, and a few that broke their promise', () => {
  const year = made.applications.filter((each) => !isRecent(each));
  const actions = new Set(made.entries.map(({ action }) => action));
  for (const action of [
    'refuse',
    'return',
    'dismissAsNotRequired',
    'withdraw',
    'terminate',
    'requestCorrection',
    'supplement',
    'suspend',
    'resume',
    'extend',
  ])
    expect(actions).toContain(action);
  const late = year.filter(({ isOnTime }) => isOnTime === false).length;
  expect(late).toBeGreaterThan(0);
  expect(late / year.length).toBeLessThan(0.005);
  expect(year.filter(({ state }) => OPEN_STATES.includes(state))).toEqual([]);
  for (const { action, note } of made.entries)
    if (['refuse', 'return', 'dismissAsNotRequired', 'terminate', 'extend'].includes(action)) expect(note).toBeTruthy();
  expect(offending(({ outcome, reason }) => outcome !== 'DENIED' || reason !== null)).toEqual([]);
});

test('each township has each open state, something overdue, and what villages forwarded', () => {
  for (const { center } of townships) {
    const open = made.applications.filter(
      ({ divisionCode, state }) => divisionCode.startsWith(center.divisionCode) && OPEN_STATES.includes(state),
    );
    expect(new Set(open.map(({ state }) => state))).toEqual(new Set(OPEN_STATES));
    const isRed = ({ id }: ApplicationRow) =>
      deadlinesOf.get(id)?.some(({ kind, light }) => kind === PROMISED && light === DeadlineLight.RED);
    expect(open.some(isRed)).toBe(true);
    const fromVillages = open.filter(({ divisionCode }) => divisionCode.length === 12);
    expect(new Set(fromVillages.map(({ handlerTier }) => handlerTier))).toEqual(new Set([HandlerTier.VILLAGE, HandlerTier.TOWNSHIP]));
  }
});

test('bad ratings are called back about, and most who rate are content', () => {
  const bad = made.ratings.filter(({ grade }) => grade >= BAD_FROM);
  expect(bad.length).toBeGreaterThan(0);
  expect(bad.length / made.ratings.length).toBeLessThan(0.05);
  for (const { ratedAt, state } of bad)
    if (ratedAt.getTime() < Date.UTC(2026, 9, 1)) expect([RatingState.MENDED, RatingState.UNFOUNDED]).toContain(state);
  expect(offending(({ ratingGrade, deliveredAt }) => ratingGrade === null || deliveredAt !== null)).toEqual([]);
});

test('applicants are nobody', () => {
  expect(offending(({ applicantName, agentName }) => applicantName.startsWith('示例') && (agentName ?? '示例').startsWith('示例'))).toEqual(
    [],
  );
  expect(offending(({ applicantIdNumber }) => applicantIdNumber!.startsWith('99') && isCitizenId(applicantIdNumber!))).toEqual([]);
  expect(
    offending(({ applicantOrganization: name }) => name === null || (name.includes('DEM0') && isCreditCode(name.slice(5, 23)))),
  ).toEqual([]);
  expect(offending(({ trackingNumber }) => (trackingNumber ?? 'DEMO').startsWith('DEMO'))).toEqual([]);
  expect(offending(({ isDemonstration }) => isDemonstration)).toEqual([]);
});
