import { describeEnum, type Words } from '@township-graph/shared/described-enum';

/** Where a case stands (行政处罚法 2021, chapters 5 and 6). */
export enum CaseState {
  CLUE = 'CLUE',
  PRE_CHECK = 'PRE_CHECK',
  DISMISSED = 'DISMISSED',
  FILED = 'FILED',
  INVESTIGATING = 'INVESTIGATING',
  SUSPENDED = 'SUSPENDED',
  INVESTIGATED = 'INVESTIGATED',
  LEGAL_REVIEW = 'LEGAL_REVIEW',
  REVIEWED = 'REVIEWED',
  NOTIFIED = 'NOTIFIED',
  HEARING = 'HEARING',
  HEARD = 'HEARD',
  DELIBERATED = 'DELIBERATED',
  DECIDED = 'DECIDED',
  SERVED = 'SERVED',
  EXECUTING = 'EXECUTING',
  CLOSED = 'CLOSED',
  ARCHIVED = 'ARCHIVED',
  TRANSFERRED = 'TRANSFERRED',
  TERMINATED = 'TERMINATED',
  REVOKED = 'REVOKED',
}

export const CASE_STATE_WORDS: Words<CaseState> = {
  CLUE: { en: 'A clue that nobody has looked into yet', zh: '线索' },
  PRE_CHECK: { en: 'The clue is being looked into', zh: '核查' },
  DISMISSED: { en: 'Not filed', zh: '不予立案' },
  FILED: { en: 'Filed: the ninety days run', zh: '立案' },
  INVESTIGATING: { en: 'Under investigation', zh: '调查取证' },
  SUSPENDED: { en: 'The investigation stands still', zh: '中止调查' },
  INVESTIGATED: { en: 'The investigation is over', zh: '调查终结' },
  LEGAL_REVIEW: { en: 'Under legal review', zh: '法制审核' },
  REVIEWED: { en: 'Passed legal review', zh: '法制审核通过' },
  NOTIFIED: { en: 'The party was told what is proposed, and may state its case', zh: '事先告知（陈述申辩）' },
  HEARING: { en: 'The party asked for a hearing', zh: '听证' },
  HEARD: { en: 'The hearing is over', zh: '听证结束' },
  DELIBERATED: { en: 'Deliberated on by the heads of the organ', zh: '集体讨论' },
  DECIDED: { en: 'Decided, not served yet', zh: '决定' },
  SERVED: { en: 'Served; nothing is to be paid', zh: '送达' },
  EXECUTING: { en: 'Served; a fine or a confiscated sum is to be paid', zh: '执行' },
  CLOSED: { en: 'Closed', zh: '结案' },
  ARCHIVED: { en: 'On file', zh: '归档' },
  TRANSFERRED: { en: 'Handed over to another organ or the police', zh: '移送' },
  TERMINATED: { en: 'Ended without a decision', zh: '终止' },
  REVOKED: { en: 'The decision was revoked', zh: '撤销' },
};

describeEnum(CaseState, 'CaseState', { en: 'State of an enforcement case', zh: '案件状态' }, CASE_STATE_WORDS);

/** §51 or §54. */
export enum CaseProcedure {
  SIMPLE = 'SIMPLE',
  ORDINARY = 'ORDINARY',
}

export const CASE_PROCEDURE_WORDS: Words<CaseProcedure> = {
  SIMPLE: { en: 'Simple: decided on the spot (行政处罚法 §51)', zh: '简易程序（当场处罚）' },
  ORDINARY: { en: 'Ordinary (行政处罚法 §54)', zh: '普通程序' },
};

describeEnum(CaseProcedure, 'CaseProcedure', { en: 'Procedure of a case', zh: '办案程序' }, CASE_PROCEDURE_WORDS);

export enum CaseSource {
  PATROL = 'PATROL',
  INSPECTION = 'INSPECTION',
  GRID = 'GRID',
  HOTLINE = 'HOTLINE',
  COMPLAINT = 'COMPLAINT',
  TRANSFER = 'TRANSFER',
  ASSIGNMENT = 'ASSIGNMENT',
  MONITORING = 'MONITORING',
}

export const CASE_SOURCE_WORDS: Words<CaseSource> = {
  PATROL: { en: 'Patrol', zh: '巡查发现' },
  INSPECTION: { en: 'Inspection', zh: '行政检查' },
  GRID: { en: 'Reported from a grid', zh: '网格上报' },
  HOTLINE: { en: 'The 12345 hotline', zh: '12345热线' },
  COMPLAINT: { en: 'A complaint or report', zh: '投诉举报' },
  TRANSFER: { en: 'Transferred by another organ', zh: '其他机关移送' },
  ASSIGNMENT: { en: 'Assigned by a higher organ', zh: '上级交办' },
  MONITORING: { en: 'Technical monitoring (行政处罚法 §41)', zh: '电子技术监控' },
};

describeEnum(CaseSource, 'CaseSource', { en: 'Where a case comes from', zh: '案件来源' }, CASE_SOURCE_WORDS);
