import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_B } from '../owners';
import { admissionId, changeId, ORGANIZATION, refusalId } from './duties';

type SaidBy = (owner: Owner) => Speech;

/** After today, before the end of whatever is planted. */
const LATER = '2100-01-01';

const itemId = (say: Speech, row: string) => say.text('responsibility_item.id', row);

const MOVED = { expectedVersion: 1 };
const BODY = { ...MOVED, body: '示例机构' };
const REASON = { ...MOVED, reason: '示例理由' };
const CONTENT = { kind: 'DUTY', dutyName: '示例职责', conditions: { fundsYuan: 0 }, recipients: [TOWNSHIP_B] };
const PUBLICATION = { ...BODY, documentNumber: '示例政〔2026〕1号', effectiveFrom: LATER };
const END = { ...BODY, documentNumber: '示例政〔2026〕2号', legalBasis: '示例法第一条', reason: '示例理由', endsOn: LATER };

/** Each step of an admission, on the one that is there for it. */
const ADMISSION_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = Object.fromEntries(
  (
    [
      ['draftAdmission', null, { divisionCode: TOWNSHIP_B, departmentName: '示例机构', ...CONTENT }],
      ['amendAdmission', 'to amend', { ...MOVED, ...CONTENT }],
      ['submitAdmission', 'to submit', MOVED],
      ['withdrawAdmission', 'to withdraw', REASON],
      ['passAdmissionReview', 'to pass', { ...BODY, review: 'BIANBAN_REVIEW', opinion: '同意' }],
      ['returnAdmission', 'to return', { ...BODY, reason: '示例理由' }],
      ['rejectAdmission', 'to reject', { ...BODY, reason: '示例理由' }],
      ['giveAdmissionOpinion', 'to answer', { ...MOVED, divisionCode: TOWNSHIP_B, opinion: 'AGREE' }],
      ['conveneAdmissionCouncil', 'to convene', BODY],
      ['passAdmissionCouncil', 'to pass in council', { ...BODY, opinion: '同意', answer: '已采纳' }],
      ['publishAdmission', 'to publish', PUBLICATION],
      ['publishAdmissionBatch', 'to publish in part', { ...PUBLICATION, recipients: [TOWNSHIP_B] }],
      ['closeAdmissionBatches', 'to close', { ...BODY, reason: '示例理由' }],
      ['evaluateAdmission', 'to evaluate', { ...BODY, result: 'KEEP', staffAdequate: true, fundsAdequate: true, findings: '示例' }],
      ['adjustAdmission', 'to adjust', REASON],
      ['reclaimAdmission', 'to reclaim', { ...END, openCases: 'FINISH' }],
      ['abolishAdmission', 'to abolish', END],
    ] as const
  ).map(([name, row, given]) => [
    name,
    (saidBy) => (row === null ? given : { admissionId: admissionId(holderOf(saidBy, row), row), ...given }),
  ]),
);

const ON_PUBLIC = ['to close', 'to evaluate', 'to adjust', 'to reclaim', 'to abolish'];
const holderOf = (saidBy: SaidBy, row: string) => saidBy(ON_PUBLIC.includes(row) ? PUBLISHERS.townshipB : HIDDEN.townshipB);

const CHANGE_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  proposeMatterChange: (saidBy) => ({
    proposedByName: '示例机构',
    kind: 'ADD',
    ground: { kind: 'REFORM', document: '示例改革方案' },
    reason: '示例理由',
    responsibilityListId: saidBy(HIDDEN.townshipB).text('responsibility_list.id'),
  }),
  amendMatterChange: (saidBy) => ({ changeId: changeId(saidBy(HIDDEN.townshipB), 'to amend'), ...REASON }),
  withdrawMatterChange: (saidBy) => ({ changeId: changeId(saidBy(HIDDEN.townshipB), 'to withdraw'), ...REASON }),
  approveMatterChange: (saidBy) => ({ changeId: changeId(saidBy(HIDDEN.townshipB), 'to approve'), ...REASON }),
  returnMatterChange: (saidBy) => ({ changeId: changeId(saidBy(HIDDEN.townshipB), 'to return'), ...REASON }),
  rejectMatterChange: (saidBy) => ({ changeId: changeId(saidBy(HIDDEN.townshipB), 'to reject'), ...REASON }),
  publiciseMatterChange: (saidBy) => ({ changeId: changeId(saidBy(HIDDEN.townshipB), 'to publicise'), ...MOVED }),
  publishMatterChange: (saidBy) => ({ changeId: changeId(saidBy(PUBLISHERS.townshipB), 'to publish'), ...PUBLICATION }),
  refuseUnapprovedDuty: () => ({
    divisionCode: TOWNSHIP_B,
    kind: 'DUTY',
    dutyName: '示例交办',
    assignedByCreditCode: ORGANIZATION,
    assignedByName: '示例机构',
    assignedOn: '2020-01-01',
    assignment: '示例通知',
    reason: '示例理由',
  }),
  upholdDutyRefusal: (saidBy) => ({ refusalId: refusalId(saidBy(HIDDEN.townshipB), 'to uphold'), ...REASON }),
  overruleDutyRefusal: (saidBy) => ({ refusalId: refusalId(saidBy(HIDDEN.townshipB), 'to overrule'), legalBasis: '示例法', ...REASON }),
  withdrawDutyRefusal: (saidBy) => ({ refusalId: refusalId(saidBy(HIDDEN.townshipB), 'to withdraw'), ...REASON }),
  decideCommunityDuty: (saidBy) => ({
    itemId: itemId(saidBy(HIDDEN.townshipB), '3'),
    ...MOVED,
    criteria: { lawBased: true, orderedInWriting: true, needed: true },
    basis: '示例法第一条',
  }),
};

export const DUTIES_INPUTS = { ...ADMISSION_INPUTS, ...CHANGE_INPUTS };
