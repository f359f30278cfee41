import { JIANGBEI, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { AdmissionState } from '../admission/admission.enums';
import { missingConditions } from '../admission/admission.rules';
import type { AdmissionRecipient } from '../admission/admission-recipient.entity';
import type { AdmissionRequest } from '../admission/admission-request.entity';
import type { MatterChange } from '../matter-change/matter-change.entity';
import { MatterChangeKind } from '../matter-change/matter-change.enums';
import { demoAdmissions } from './demo-admissions';
import { demoChanges, demoRefusals } from './demo-changes';
import { fillCounties } from './demo-counties';
import { DemoCourses } from './demo-courses';
import { DemoDelegations } from './demo-delegations';
import { demoResponsibilities } from './demo-responsibilities';
import { DemoRows } from './demo-rows';

const courses = new DemoCourses();
const { requests, recipients } = demoAdmissions(courses) as { requests: AdmissionRequest[]; recipients: AdmissionRecipient[] };
const book = { rows: new DemoRows(), delegations: new DemoDelegations() };
fillCounties(book);
const changes = demoChanges(courses, book.rows.matters, demoResponsibilities().lists) as MatterChange[];
demoRefusals(courses);

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
