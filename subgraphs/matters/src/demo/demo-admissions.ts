import { addDays } from '@township-graph/shared/calendar';
import { computeDeadline } from '@township-graph/shared/deadline';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { demoOrganization, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import {
  AdmissionKind,
  AdmissionReviewKind,
  AdmissionState,
  EvaluationResult,
  OpenCasesRule,
  RecipientOpinion,
  StaffKind,
} from '../admission/admission.enums';
import { EVALUATION_TIME } from '../admission/admission-publication.service';
import { OPINION_TIME } from '../admission/admission-review.service';
import type { Periods } from '../periods';
import { type AdmissionPlan, admissionPlans } from './demo-admission-plans';
import { DemoCourses } from './demo-courses';

const S = AdmissionState;

/** The way of a request, state by state; each step with the role of who takes it. */
const WAY = [
  ['draftAdmission', null, S.DRAFT, 'DEPARTMENT'],
  ['submitAdmission', S.DRAFT, S.SUBMITTED, 'DEPARTMENT'],
  ['passAdmissionReview', S.SUBMITTED, S.UNDER_REVIEW, 'ESTABLISHMENT'],
  ['askTownships', S.UNDER_REVIEW, S.TOWN_OPINION, 'JUSTICE'],
  ['conveneAdmissionCouncil', S.TOWN_OPINION, S.JOINT_COUNCIL, 'GOVERNMENT'],
  ['passAdmissionCouncil', S.JOINT_COUNCIL, S.GOV_APPROVAL, 'GOVERNMENT'],
  ['publishAdmission', S.GOV_APPROVAL, S.PUBLISHED, 'GOVERNMENT'],
  ['evaluateAdmission', S.PUBLISHED, S.EVALUATED, 'ESTABLISHMENT'],
] as const;

/** How many of the steps lead to each state; what ends elsewhere branches off after so many. */
const STEPS: Readonly<Record<AdmissionState, number>> = {
  DRAFT: 1,
  SUBMITTED: 2,
  UNDER_REVIEW: 3,
  TOWN_OPINION: 4,
  JOINT_COUNCIL: 5,
  GOV_APPROVAL: 6,
  PARTIAL: 6,
  PUBLISHED: 7,
  EVALUATED: 8,
  ADJUSTED: 8,
  RECLAIMED: 7,
  ABOLISHED: 7,
  RETURNED: 2,
  REJECTED: 2,
  WITHDRAWN: 1,
};

/** The last step of what branched off. */
const BRANCHES: Partial<Record<AdmissionState, readonly [action: string, role: string]>> = {
  PARTIAL: ['publishAdmissionBatch', 'GOVERNMENT'],
  RECLAIMED: ['reclaimAdmission', 'GOVERNMENT'],
  RETURNED: ['returnAdmission', 'JUSTICE'],
  REJECTED: ['rejectAdmission', 'ESTABLISHMENT'],
};

/** Requests in every stage, with their recipients, courses and clocks. */
export function demoAdmissions(courses: DemoCourses, periods: Periods): { requests: object[]; recipients: object[] } {
  const plans = admissionPlans();
  for (const plan of plans) {
    addCourse(courses, plan);
    addClocks(courses, plan, periods);
  }
  return { requests: plans.map((plan) => requestRow(plan, periods)), recipients: plans.flatMap(recipientRows) };
}

export const demoAdmissionId = (county: string, key: string) => demoId(`admission-request:${county}:${key}`);

const bodyOf = ({ county, department }: AdmissionPlan, role: string) =>
  role === 'DEPARTMENT' ? department : demoOrganization(county, role);
const isAtLeast = ({ state }: AdmissionPlan, other: AdmissionState) => STEPS[state] >= STEPS[other];
const documentOf = ({ key, effectiveFrom }: AdmissionPlan) => `示例政〔${effectiveFrom!.slice(0, 4)}〕${(key.length % 9) + 1}号`;

function requestRow(plan: AdmissionPlan, periods: Periods): object {
  const { county, key, dutyName, basicCode = null, department, basis, state, from, endsOn = null } = plan;
  const { creditCode, name } = department;
  return {
    id: demoAdmissionId(county, key),
    divisionCode: county,
    kind: AdmissionKind.DUTY,
    dutyName,
    basicCode,
    departmentCreditCode: creditCode!,
    departmentName: name,
    draftedBy: 'demonstration',
    conditions: {
      legalBases: [basis],
      staff: [{ kind: StaffKind.PUBLIC_INSTITUTION, count: 1 }],
      fundsYuan: 20_000,
      trainingDays: 3,
      guidingName: name,
      guidingCreditCode: creditCode,
    },
    criteria: null,
    state,
    version: STEPS[state] + (BRANCHES[state] ? 1 : 0),
    edition: 1,
    predecessorId: null,
    successorId: null,
    round: state === S.DRAFT ? 0 : 1,
    passedReviews: isAtLeast(plan, S.UNDER_REVIEW) ? reviewsOf(plan) : [],
    heldEvaluations: state === S.EVALUATED ? [evaluationOf(plan)] : [],
    opinionsDueOn: isAtLeast(plan, S.TOWN_OPINION) ? opinionsDueOn(plan, periods) : null,
    endsOn,
    endDocument: endsOn === null ? null : '示例政〔2025〕15号',
    openCases: endsOn === null ? null : OpenCasesRule.FINISH,
    createdAt: DemoCourses.at(from),
    isDemonstration: true,
  };
}

function reviewsOf(plan: AdmissionPlan): object[] {
  const review = (kind: AdmissionReviewKind, role: string, week: number) => {
    const { name, creditCode } = bodyOf(plan, role);
    return {
      kind,
      round: 1,
      body: name,
      organization: creditCode,
      opinion: '同意',
      at: DemoCourses.at(DemoCourses.day(plan.from, week)).toISOString(),
    };
  };
  const first = review(AdmissionReviewKind.BIANBAN_REVIEW, 'ESTABLISHMENT', 2);
  return isAtLeast(plan, S.TOWN_OPINION) ? [first, review(AdmissionReviewKind.LEGAL_REVIEW, 'JUSTICE', 3)] : [first];
}

const askedAt = ({ from }: AdmissionPlan) => DemoCourses.at(DemoCourses.day(from, 3));

function opinionsDueOn(plan: AdmissionPlan, { townOpinion }: Periods): string {
  const start = askedAt(plan);
  return computeDeadline({ ...townOpinion, start, now: start }).dueOn;
}

function evaluationOf(plan: AdmissionPlan): object {
  const { creditCode } = bodyOf(plan, 'ESTABLISHMENT');
  return {
    on: plan.evaluatedOn,
    result: EvaluationResult.ADJUST,
    staffAdequate: false,
    fundsAdequate: true,
    findings: '承接人员不足，建议增配后调整（示例）',
    organization: creditCode,
  };
}

function recipientRows(plan: AdmissionPlan): object[] {
  const { county, key, state, townships, reached = townships.length, effectiveFrom = null, endsOn = null } = plan;
  const isPublished = state === S.PARTIAL || isAtLeast(plan, S.PUBLISHED);
  return townships.map((divisionCode, index) => {
    const isReached = index < reached;
    const hasAnswered = isAtLeast(plan, S.TOWN_OPINION) && (isReached || isPublished);
    const isAdmitted = isPublished && isReached;
    return {
      admissionId: demoAdmissionId(county, key),
      divisionCode,
      version: 1 + Number(hasAnswered),
      opinion: hasAnswered ? RecipientOpinion.AGREE : null,
      opinionReason: null,
      opinionBy: hasAnswered ? townshipGovernmentOf(divisionCode).creditCode : null,
      opinionAt: hasAnswered ? DemoCourses.at(DemoCourses.day(plan.from, 4)) : null,
      batch: isAdmitted ? 1 : null,
      documentNumber: isAdmitted ? documentOf(plan) : null,
      effectiveFrom: isAdmitted ? effectiveFrom : null,
      effectiveTo: isAdmitted ? endsOn : null,
    };
  });
}

function addCourse(courses: DemoCourses, plan: AdmissionPlan): void {
  const { state, from, endsOn } = plan;
  const steps = WAY.slice(0, STEPS[state]);
  for (const [week, [action, before, after, role]] of steps.entries())
    courses.add(subjectOf(plan), { action, from: before, to: after, day: stepDay(plan, week), by: bodyOf(plan, role) });
  const branch = BRANCHES[state];
  if (!branch) return;
  const [action, role] = branch;
  const day = endsOn === undefined ? DemoCourses.day(from, steps.length) : takenBackOn(endsOn);
  courses.add(subjectOf(plan), { action, from: steps.at(-1)![2], to: state, day, by: bodyOf(plan, role) });
}

/** As the commands start and stop them: opinions since the townships are asked, evaluations since it is published first. */
function addClocks(courses: DemoCourses, plan: AdmissionPlan, { townOpinion, evaluation }: Periods): void {
  const { state, from, evaluatedOn, endsOn } = plan;
  if (!isAtLeast(plan, S.TOWN_OPINION)) return;
  const clocks = courses.clocksOf(subjectOf(plan));
  clocks.start(OPINION_TIME, townOpinion, askedAt(plan));
  if (state !== S.TOWN_OPINION) clocks.meet(OPINION_TIME, DemoCourses.at(DemoCourses.day(from, 4)));
  if (state !== S.PARTIAL && !isAtLeast(plan, S.PUBLISHED)) return;
  clocks.start(EVALUATION_TIME, evaluation, DemoCourses.at(stepDay(plan, STEPS.PUBLISHED - 1)));
  if (evaluatedOn) {
    clocks.meet(EVALUATION_TIME, DemoCourses.at(evaluatedOn));
    clocks.start(EVALUATION_TIME, evaluation, DemoCourses.at(evaluatedOn));
  }
  if (endsOn) clocks.lapse(DemoCourses.at(takenBackOn(endsOn)));
}

const subjectOf = ({ county, key }: AdmissionPlan) => ({
  type: 'AdmissionRequest',
  id: demoAdmissionId(county, key),
  divisionCode: county,
});

/** The day of a step of the way. */
const stepDay = ({ from, evaluatedOn }: AdmissionPlan, week: number) =>
  week === STEPS.EVALUATED - 1 ? evaluatedOn! : DemoCourses.day(from, week);

/** It is decided a week before it ends. */
const takenBackOn = (endsOn: string) => addDays(endsOn, -7);
