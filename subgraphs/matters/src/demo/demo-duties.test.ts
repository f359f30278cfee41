import { isWorkday } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import { JIANGBEI, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { AdmissionState } from '../admission/admission.enums';
import { missingConditions } from '../admission/admission.rules';
import type { AdmissionRecipient } from '../admission/admission-recipient.entity';
import type { AdmissionRequest } from '../admission/admission-request.entity';
import type { MatterChange } from '../matter-change/matter-change.entity';
import { MatterChangeKind } from '../matter-change/matter-change.enums';
import { periodsFrom } from '../periods';
import type { DutyRefusal } from '../unapproved-duty/duty-refusal.entity';
import { demoAdmissions } from './demo-admissions';
import { demoChanges, demoRefusals } from './demo-changes';
import { fillCounties } from './demo-counties';
import { DemoCourses } from './demo-courses';
import { DemoDelegations } from './demo-delegations';
import { demoResponsibilities } from './demo-responsibilities';
import { DemoRows } from './demo-rows';

const periods = periodsFrom({});
const courses = new DemoCourses();
const { requests, recipients } = demoAdmissions(courses, periods) as { requests: AdmissionRequest[]; recipients: AdmissionRecipient[] };
const book = { rows: new DemoRows(), delegations: new DemoDelegations() };
fillCounties(book);
const changes = demoChanges(courses, book.rows.matters, demoResponsibilities().lists) as MatterChange[];
const refusals = demoRefusals(courses, periods) as DutyRefusal[];

test.each([LANKAO, RUIAN, JIANGBEI])('%s has requests in several states, each with whom it names', (county) => {
  const own = requests.filter(({ divisionCode }) => divisionCode === county);
  expect(new Set(own.map(({ state }) => state)).size).toBeGreaterThanOrEqual(6);
  for (const { id } of own) expect(recipients.some(({ admissionId }) => admissionId === id)).toBe(true);
  for (const { conditions } of own) expect(missingConditions(conditions)).toEqual([]);
});

test('what is published in part is so for some, what is reclaimed has ended', () => {
  const of = (state: AdmissionState) => {
    const ids = requests.filter((request) => request.state === state).map(({ id }) => id);
    return recipients.filter(({ admissionId }) => ids.includes(admissionId));
  };
  expect(new Set(of(AdmissionState.PARTIAL).map(({ batch }) => batch))).toEqual(new Set([1, null]));
  expect(of(AdmissionState.RECLAIMED).every(({ effectiveTo }) => effectiveTo !== null)).toBe(true);
  expect(of(AdmissionState.TOWN_OPINION).every(({ effectiveFrom }) => effectiveFrom === null)).toBe(true);
});

test('every second revision has the change that made it, and what was taken back names who does it', () => {
  const revised = (book.rows.matters as { id: string; revision: number }[]).filter(({ revision }) => revision === 2);
  const made = changes.filter(({ publishedRevision }) => publishedRevision === 2);
  expect(made.map(({ subjectId }) => subjectId).sort()).toEqual(revised.map(({ id }) => id).sort());
  const reclaimed = made.filter(({ kind }) => kind === MatterChangeKind.RECLAIM);
  expect(reclaimed).toHaveLength(3);
  expect(reclaimed.every(({ takenOverByCreditCode }) => takenOverByCreditCode !== null)).toBe(true);
});

test('no step is told twice', () => {
  const ids = (courses.entries as { id: string }[]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what townships are asked, what is to be evaluated and what the county is to decide have their clocks, as the commands set them', () => {
  const rows = courses.deadlines(new Date('2026-11-26T01:00:00.000Z'));
  const of = (id: string) => rows.filter(({ subjectId }) => subjectId === id).map(({ kind, state }) => `${kind} ${state}`);
  const inState = (state: AdmissionState) => requests.filter((request) => request.state === state);
  const clocks = (state: AdmissionState) => inState(state).map(({ id }) => of(id));
  expect(new Set(clocks(AdmissionState.UNDER_REVIEW).flat())).toEqual(new Set());
  for (const each of clocks(AdmissionState.TOWN_OPINION)) expect(each).toEqual(['TOWN_OPINION RUNNING']);
  for (const each of clocks(AdmissionState.PARTIAL)) expect(each).toEqual(['TOWN_OPINION MET', 'EVALUATION RUNNING']);
  for (const each of clocks(AdmissionState.PUBLISHED)) expect(each).toEqual(['TOWN_OPINION MET', 'EVALUATION RUNNING']);
  for (const each of clocks(AdmissionState.EVALUATED)) expect(each).toEqual(['TOWN_OPINION MET', 'EVALUATION MET', 'EVALUATION RUNNING']);
  for (const each of clocks(AdmissionState.RECLAIMED)) expect(each).toEqual(['TOWN_OPINION MET', 'EVALUATION LAPSED']);
  const asked = inState(AdmissionState.TOWN_OPINION)[0]!;
  expect(dayOf(rows.find(({ subjectId }) => subjectId === asked.id)!.dueAt)).toBe(asked.opinionsDueOn);
  for (const { id, state } of refusals) expect(of(id)).toEqual([state === 'UPHELD' ? 'DECISION MET' : 'DECISION RUNNING']);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('nobody decides on a day of rest', () => {
  const days = (courses.entries as { at: Date; subjectType: string }[])
    .filter(({ subjectType }) => subjectType !== 'MatterChange')
    .map(({ at }) => dayOf(at));
  expect(days.filter((day) => !isWorkday(day))).toEqual([]);
});
