import { demoId } from '@township-graph/shared/demo/demo-id';
import { DEMO_COUNTIES, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { demoOrganization, departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { AdmissionKind } from '../admission/admission.enums';
import type { Matter } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { limitText } from '../matter/time-limit';
import { ChangeGround, MatterChangeKind, MatterChangeState, MatterChangeSubject } from '../matter-change/matter-change.enums';
import type { Periods } from '../periods';
import { ResponsibilityListKind } from '../responsibility/responsibility.enums';
import type { ResponsibilityList } from '../responsibility/responsibility-list.entity';
import { DutyRefusalState } from '../unapproved-duty/duty-refusal.enums';
import { DECISION_TIME } from '../unapproved-duty/duty-refusal.service';
import { DemoCourses } from './demo-courses';

const { PROPOSED, REVIEWED, PUBLICISED, PUBLISHED } = MatterChangeState;

/** The way of a change, in days before it took effect. */
const WAY = [
  ['proposeMatterChange', null, PROPOSED, 35, 'GOVERNMENT_SERVICE'],
  ['approveMatterChange', PROPOSED, REVIEWED, 28, 'ESTABLISHMENT'],
  ['publiciseMatterChange', REVIEWED, PUBLICISED, 21, 'ESTABLISHMENT'],
  ['publishMatterChange', PUBLICISED, PUBLISHED, 7, 'ESTABLISHMENT'],
] as const;
const STEPS: Partial<Record<MatterChangeState, number>> = { PROPOSED: 1, PUBLICISED: 3, PUBLISHED: 4 };

interface ChangePlan {
  readonly subject: Pick<Matter, 'id' | 'name' | 'divisionCode'> & { readonly type: MatterChangeSubject };
  readonly kind: MatterChangeKind;
  readonly state: MatterChangeState;
  readonly baseRevision: number;
  readonly proposal: object;
  readonly details: readonly object[];
  readonly ground: object;
  readonly reason: string;
  /** The day it took, or is to take, effect. */
  readonly effectiveFrom: string;
  readonly takenOver?: { readonly creditCode: string | null; readonly name: string };
}

/** Each second revision of the demonstration with the change that made it, one on notice and one just proposed. */
export function demoChanges(courses: DemoCourses, matters: readonly object[], lists: readonly object[]): object[] {
  const rows = matters as readonly Matter[];
  const before = new Map(rows.filter(({ revision }) => revision === 1).map((matter) => [matter.id, matter]));
  const made = rows.filter(({ revision }) => revision === 2).map((matter) => revisionPlan(before.get(matter.id)!, matter));
  const territorial = (lists as readonly ResponsibilityList[]).find(
    ({ kind, divisionCode }) => kind === ResponsibilityListKind.TERRITORIAL && divisionCode === RUIAN,
  )!;
  const proposed = rows.find(
    ({ divisionCode, state, parentId }) => divisionCode === LANKAO && state === MatterState.PUBLISHED && parentId !== null,
  )!;
  return [...made, noticePlan(territorial), proposedPlan(proposed)].map((plan) => changeRow(courses, plan));
}

function revisionPlan(before: Matter, after: Matter): ChangePlan {
  const isReclaimed = after.state === MatterState.ABOLISHED;
  const said = (matter: Matter) => limitText({ value: matter.promisedValue, unit: matter.promisedUnit });
  return {
    subject: { ...after, type: MatterChangeSubject.MATTER },
    kind: isReclaimed ? MatterChangeKind.RECLAIM : MatterChangeKind.REVISE,
    state: PUBLISHED,
    baseRevision: 1,
    proposal: { matter: {} },
    details: isReclaimed
      ? [{ what: '事项状态', before: '在用', after: '取消' }]
      : [{ what: '承诺办结时限', before: said(before), after: said(after) }],
    ground: isReclaimed
      ? { kind: ChangeGround.REFORM, document: '乡镇（街道）履职事项清单编制（示例）', article: null }
      : { kind: ChangeGround.EVALUATION, document: '办件时限评估报告（示例）', article: null },
    reason: isReclaimed ? '由上级部门收回（示例）' : '实际办理时限已缩短（示例）',
    effectiveFrom: after.validFrom,
    ...(isReclaimed && { takenOver: { creditCode: after.leadCreditCode, name: after.leadName! } }),
  };
}

function noticePlan({ id, title, divisionCode }: ResponsibilityList): ChangePlan {
  const name = '农村自建房安全：年度核查（示例）';
  const party = (party: { readonly name: string; readonly creditCode: string | null }, duty: string) => ({
    name: party.name,
    creditCode: party.creditCode,
    duty,
  });
  const content = {
    name,
    dutyClass: null,
    criteria: null,
    mergedInto: null,
    primaryParties: [party(departmentOf(RUIAN, '住建'), '组织核查')],
    supportingParties: [party({ name: '属地镇人民政府（街道办事处）', creditCode: null }, '入户登记')],
    basis: null,
    basicCode: null,
  };
  return {
    subject: { id, name: title, divisionCode, type: MatterChangeSubject.RESPONSIBILITY_LIST },
    kind: MatterChangeKind.REVISE,
    state: PUBLICISED,
    baseRevision: 1,
    proposal: { list: { items: [{ content }] } },
    details: [{ what: `事项：${name}`, before: null, after: name }],
    ground: { kind: ChangeGround.TOWNSHIP_REQUEST, document: '马屿镇请示（示例）', article: null },
    reason: '新增事项，明确主体责任和配合责任（示例）',
    effectiveFrom: '2026-12-15',
  };
}

function proposedPlan(matter: Matter): ChangePlan {
  return {
    subject: { ...matter, type: MatterChangeSubject.MATTER },
    kind: MatterChangeKind.SUSPEND,
    state: PROPOSED,
    baseRevision: 1,
    proposal: { matter: {} },
    details: [{ what: '事项状态', before: '在用', after: '暂停' }],
    ground: { kind: ChangeGround.REFORM, document: '机构改革方案（示例）', article: null },
    reason: '职能划转期间暂停（示例）',
    effectiveFrom: '2027-01-01',
  };
}

function changeRow(courses: DemoCourses, plan: ChangePlan): object {
  const { subject, kind, state, effectiveFrom, takenOver, ...said } = plan;
  const county = subject.divisionCode.slice(0, 6);
  const id = demoId(`matter-change:${subject.id}:${effectiveFrom}`);
  const steps = WAY.slice(0, STEPS[state]);
  const dayOf = (before: number) => DemoCourses.day(effectiveFrom, -before / 7);
  for (const [action, from, to, days, role] of steps)
    courses.add(
      { type: 'MatterChange', id, divisionCode: county },
      { action, from, to, day: dayOf(days), by: demoOrganization(county, role) },
    );
  const proposer = demoOrganization(county, 'GOVERNMENT_SERVICE');
  const isPublished = state === PUBLISHED;
  return {
    ...said,
    id,
    divisionCode: county,
    subjectDivision: subject.divisionCode,
    subjectType: subject.type,
    subjectId: subject.id,
    subjectName: subject.name,
    kind,
    proposedByCreditCode: proposer.creditCode!,
    proposedByName: proposer.name,
    proposer: 'demonstration',
    proposedAt: DemoCourses.at(dayOf(35)),
    takenOverByCreditCode: takenOver?.creditCode ?? null,
    takenOverByName: takenOver?.name ?? null,
    state,
    version: steps.length,
    noticeFrom: state === PROPOSED ? null : dayOf(21),
    noticeUntil: state === PROPOSED ? null : dayOf(14),
    documentNumber: isPublished ? `示例编〔${effectiveFrom.slice(0, 4)}〕1号` : null,
    effectiveFrom: isPublished ? effectiveFrom : null,
    publishedRevision: isPublished ? 2 : null,
    publishedBy: isPublished ? demoOrganization(county, 'ESTABLISHMENT').creditCode : null,
    isDemonstration: true,
  };
}

/** In each county one refused duty that the county upheld, and one to be decided. */
export function demoRefusals(courses: DemoCourses, periods: Periods): object[] {
  return DEMO_COUNTIES.flatMap((county) =>
    governedTownshipsOf(county)
      .slice(0, 2)
      .map((divisionCode, index) =>
        refusalRow(courses, periods, county, divisionCode, index === 0 ? DutyRefusalState.UPHELD : DutyRefusalState.RAISED),
      ),
  );
}

function refusalRow(courses: DemoCourses, periods: Periods, county: string, divisionCode: string, state: DutyRefusalState): object {
  const department = departmentOf(county, '住建');
  const [township, government] = [townshipGovernmentOf(divisionCode), demoOrganization(county, 'GOVERNMENT')];
  const id = demoId(`duty-refusal:${divisionCode}`);
  const subject = { type: 'DutyRefusal', id, divisionCode };
  const isUpheld = state === DutyRefusalState.UPHELD;
  const assignedOn = isUpheld ? '2026-08-03' : '2026-11-18';
  const [raisedAt, decidedAt] = [1, 2].map((weeks) => DemoCourses.at(DemoCourses.day(assignedOn, weeks))) as [Date, Date];
  const clocks = courses.clocksOf(subject);
  clocks.start(DECISION_TIME, periods.dutyRefusal, raisedAt);
  if (isUpheld) clocks.meet(DECISION_TIME, decidedAt);
  courses.add(subject, { action: 'refuseUnapprovedDuty', from: null, to: 'RAISED', day: DemoCourses.day(assignedOn, 1), by: township });
  if (isUpheld)
    courses.add(subject, {
      action: 'upholdDutyRefusal',
      from: 'RAISED',
      to: 'UPHELD',
      day: DemoCourses.day(assignedOn, 2),
      by: government,
    });
  return {
    id,
    divisionCode,
    kind: AdmissionKind.ASSIGNED_TASK,
    dutyName: isUpheld ? '在建工地扬尘台账每日填报（示例）' : '沿街店招安全逐户拍照建档（示例）',
    basicCode: null,
    assignedByCreditCode: department.creditCode!,
    assignedByName: department.name,
    assignedOn,
    assignment: '工作群通知（示例）',
    reason: '未经准入，未配套人员和经费（示例）',
    raisedBy: township.creditCode,
    raisedAt,
    state,
    version: isUpheld ? 2 : 1,
    decision: isUpheld ? '未履行准入程序，支持不予执行（示例）' : null,
    decisionBasis: null,
    decidedBy: isUpheld ? government.creditCode : null,
    admissionId: null,
    isDemonstration: true,
  };
}
