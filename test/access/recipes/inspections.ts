import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { caseId, WHOLE } from './cases';

type SaidBy = (owner: Owner) => Speech;

const itemId = (say: Speech, row: string) => say.text('inspection_item.id', row);
export const inspectionPlanId = (say: Speech, row: string) => say.text('joint_inspection_plan.id', row);
export const inspectionId = (say: Speech, row: string) => say.text('joint_inspection.id', row);
const officerId = (say: Speech, row: string) => say.text('officer.id', row);

/** Who goes: nobody takes a step on them. */
export const VISITORS = ['visitor', 'companion'];

/** Plans, each for the step that is taken on it. */
const PLANS = { whole: 'FILED', fileInspectionPlan: 'PLANNED', publishInspectionPlan: 'FILED' };

/** Visits, each for the step that is taken on it. */
const VISITS: Readonly<Record<string, GivenRow>> = {
  whole: { state: 'RECORDED', partyKind: 'INDIVIDUAL', openProblems: 1 },
  joinInspection: { state: 'STARTED', partyKind: 'ORGANIZATION' },
  recordInspection: { state: 'STARTED', partyKind: 'ORGANIZATION' },
  followUpInspection: { state: 'RECORDED', partyKind: 'ORGANIZATION', openProblems: 1 },
  closeInspection: { state: 'RECORDED', partyKind: 'ORGANIZATION', openProblems: 0 },
  abandonInspection: { state: 'STARTED', partyKind: 'ORGANIZATION' },
};

export const INSPECTION_RECIPES: Recipes = {
  inspection_item: {
    kept: 'PUBLIC',
    because: 'the list of what may be inspected is published (国办发〔2024〕54号)',
    rows: (owner, say) =>
      ['whole', 'other', 'withdrawInspectionItem'].map((row) => ({
        id: itemId(say, row),
        divisionCode: owner.division,
        authorityCreditCode: say.creditCode('organization.creditCode', 'government'),
        publishedOn: say.day('inspection_item.publishedOn', row),
        state: 'LISTED',
        version: 1,
      })),
  },
  joint_inspection_plan: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      Object.entries(PLANS).map(([row, state]) => ({
        id: inspectionPlanId(say, row),
        divisionCode: owner.division,
        organCreditCode: say.creditCode('joint_inspection_plan.organCreditCode', row),
        itemIds: [itemId(saidBy(PUBLISHERS.townshipB), 'whole')],
        filedOn: say.day('joint_inspection_plan.filedOn', row),
        publishedOn: say.day('joint_inspection_plan.publishedOn', row),
        state: owner.isPublic ? 'PUBLISHED' : state,
        version: 1,
      })),
    plain: ['divisionCode', 'itemIds', 'state'],
  },
  joint_inspection: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : Object.entries(VISITS).map(([row, given]) => ({
            id: inspectionId(say, row),
            divisionCode: owner.division,
            planId: row === 'joinInspection' ? null : inspectionPlanId(saidBy(PUBLISHERS.townshipB), 'whole'),
            ground: 'COMPLAINT',
            ...(row === 'whole' ? { partyName: saidBy(PERSONS).text('joint_inspection.partyName', owner.mark) } : {}),
            partyAddress: saidBy(PERSONS).text('joint_inspection.partyAddress', `${owner.mark} ${row}`),
            partyCreditCode: say.creditCode('joint_inspection.partyCreditCode', row),
            officerIds: [officerId(say, 'whole')],
            version: 1,
            ...given,
          })),
    plain: ['divisionCode', 'planId', 'ground', 'partyKind', 'partyAddress', 'officerIds', 'state'],
    unseen: { partyKey: 'tells visits of one target apart' },
  },
  inspection_check: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : Object.keys(VISITS).map((row) => ({
            inspectionId: inspectionId(say, row),
            itemId: itemId(saidBy(PUBLISHERS.townshipB), 'whole'),
            authorityCreditCode: say.creditCode('inspection_check.authorityCreditCode', row),
            result: 'CORRECTION',
            caseId: caseId(say, WHOLE),
            followedUpOn: row === 'followUpInspection' ? null : say.day('inspection_check.followedUpOn', row),
          })),
    plain: ['itemId', 'result', 'caseId'],
    unseen: { countedFor: 'what the frequency cap counts by' },
  },
};

const planStep = (saidBy: SaidBy, row: string) => ({ planId: inspectionPlanId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const visitStep = (saidBy: SaidBy, row: string) => ({ inspectionId: inspectionId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const itemOf = (saidBy: SaidBy, row: string) => itemId(saidBy(PUBLISHERS.townshipB), row);
const organOf = (saidBy: SaidBy) => ({
  creditCode: saidBy(PUBLISHERS.county).creditCode('organization.creditCode', 'government'),
  name: '示例局',
});

export const INSPECTION_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  listInspectionItem: (saidBy) => ({
    divisionCode: TOWNSHIP_B,
    code: '示例1',
    name: '示例事项',
    legalBasis: '示例法',
    authority: organOf(saidBy),
    publishedOn: '2020-01-01',
  }),
  withdrawInspectionItem: (saidBy) => ({ itemId: itemOf(saidBy, 'withdrawInspectionItem'), expectedVersion: 1 }),
  planInspection: (saidBy) => ({
    divisionCode: TOWNSHIP_B,
    year: new Date().getFullYear() + 1,
    title: '示例计划',
    organ: organOf(saidBy),
    itemIds: [itemOf(saidBy, 'whole')],
  }),
  fileInspectionPlan: (saidBy) => ({ ...planStep(saidBy, 'fileInspectionPlan'), filingNumber: '示例备1号' }),
  publishInspectionPlan: (saidBy) => planStep(saidBy, 'publishInspectionPlan'),
  startInspection: (saidBy) => ({
    divisionCode: TOWNSHIP_B,
    target: { kind: 'ORGANIZATION', name: '示例企业' },
    ground: 'COMPLAINT',
    groundReason: '示例线索',
    itemIds: [itemOf(saidBy, 'whole')],
    officerIds: VISITORS.map((row) => officerId(saidBy(HIDDEN.townshipB), row)),
    scanCode: '示例码',
  }),
  joinInspection: (saidBy) => ({ ...visitStep(saidBy, 'joinInspection'), itemIds: [itemOf(saidBy, 'other')] }),
  recordInspection: (saidBy) => ({
    ...visitStep(saidBy, 'recordInspection'),
    results: [{ itemId: itemOf(saidBy, 'whole'), result: 'CORRECTION', finding: '示例问题' }],
  }),
  followUpInspection: (saidBy) => ({ ...visitStep(saidBy, 'followUpInspection'), itemId: itemOf(saidBy, 'whole') }),
  closeInspection: (saidBy) => visitStep(saidBy, 'closeInspection'),
  abandonInspection: (saidBy) => ({ ...visitStep(saidBy, 'abandonInspection'), reason: '示例理由' }),
};
