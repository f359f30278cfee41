import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum ComplaintKind {
  COMPLAINT = 'COMPLAINT',
  REPORT = 'REPORT',
}

export const COMPLAINT_KIND_WORDS: Words<ComplaintKind> = {
  COMPLAINT: { en: 'A complaint about a matter of their own', zh: '投诉（涉及自身权益）' },
  REPORT: { en: 'A report of something unlawful', zh: '举报（违法线索）' },
};

describeEnum(ComplaintKind, 'ComplaintKind', { en: 'What somebody brings', zh: '投诉举报类别' }, COMPLAINT_KIND_WORDS);

export enum ComplaintChannel {
  HOTLINE = 'HOTLINE',
  WINDOW = 'WINDOW',
  ONLINE = 'ONLINE',
  LETTER = 'LETTER',
  ORGAN = 'ORGAN',
}

export const COMPLAINT_CHANNEL_WORDS: Words<ComplaintChannel> = {
  HOTLINE: { en: 'The 12345 hotline', zh: '12345热线' },
  WINDOW: { en: 'At a window', zh: '窗口（来访）' },
  ONLINE: { en: 'Online', zh: '网络平台' },
  LETTER: { en: 'By letter', zh: '来信' },
  ORGAN: { en: 'Handed on by another organ', zh: '其他机关转来' },
};

describeEnum(ComplaintChannel, 'ComplaintChannel', { en: 'How it came in', zh: '来源渠道' }, COMPLAINT_CHANNEL_WORDS);

export enum ComplaintState {
  FILED = 'FILED',
  ACCEPTED = 'ACCEPTED',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
  ASSIGNED = 'ASSIGNED',
  DISPUTED = 'DISPUTED',
  HANDLED = 'HANDLED',
  TOLD = 'TOLD',
  CLOSED = 'CLOSED',
  TRANSFERRED = 'TRANSFERRED',
}

describeEnum(
  ComplaintState,
  'ComplaintState',
  { en: 'State of a complaint', zh: '投诉举报状态' },
  {
    FILED: { en: 'Registered', zh: '已登记' },
    ACCEPTED: { en: 'Accepted', zh: '已受理' },
    NOT_ACCEPTED: { en: 'Not accepted, with a reason', zh: '不予受理' },
    ASSIGNED: { en: 'Assigned to who handles it', zh: '已分派（办理中）' },
    DISPUTED: { en: 'Who is to handle it is in dispute', zh: '管辖争议协调中' },
    HANDLED: { en: 'Handled', zh: '已办理' },
    TOLD: { en: 'The complainant knows the result', zh: '已告知结果' },
    CLOSED: { en: 'Closed', zh: '已办结' },
    TRANSFERRED: { en: 'Transferred to an organ that this graph does not serve', zh: '已移送其他机关' },
  },
);

export enum ComplaintAction {
  ACCEPT = 'ACCEPT',
  NOT_ACCEPT = 'NOT_ACCEPT',
  TRANSFER = 'TRANSFER',
  ASSIGN = 'ASSIGN',
  DISPUTE = 'DISPUTE',
  DECIDE_DISPUTE = 'DECIDE_DISPUTE',
  HANDLE = 'HANDLE',
  TELL = 'TELL',
  CLOSE = 'CLOSE',
}

describeEnum(
  ComplaintAction,
  'ComplaintAction',
  { en: 'What can be done with a complaint', zh: '投诉举报操作' },
  {
    ACCEPT: { en: 'Accept it: acceptComplaint', zh: '受理（acceptComplaint）' },
    NOT_ACCEPT: { en: 'Not accept it: refuseComplaint', zh: '不予受理（refuseComplaint）' },
    TRANSFER: { en: 'Transfer it: transferComplaint', zh: '移送（transferComplaint）' },
    ASSIGN: { en: 'Assign it: assignComplaint', zh: '分派（assignComplaint）' },
    DISPUTE: { en: 'Dispute the assignment: disputeComplaint', zh: '提出管辖争议（disputeComplaint）' },
    DECIDE_DISPUTE: { en: 'Decide the dispute: decideComplaintDispute', zh: '协调裁定（decideComplaintDispute）' },
    HANDLE: { en: 'Record the result: recordComplaintResult', zh: '记录办理结果（recordComplaintResult）' },
    TELL: { en: 'Tell the complainant: tellComplainant', zh: '告知结果（tellComplainant）' },
    CLOSE: { en: 'Close it: closeComplaint', zh: '办结（closeComplaint）' },
  },
);

export enum ComplaintLabour {
  COMMON = 'COMMON',
  PROFESSIONAL = 'PROFESSIONAL',
  CROSS_AREA = 'CROSS_AREA',
}

describeEnum(
  ComplaintLabour,
  'ComplaintLabour',
  { en: 'By which division of labour it is handled', zh: '处置分工' },
  {
    COMMON: { en: 'Common and simple: the township', zh: '常见多发、简易：乡镇（街道）' },
    PROFESSIONAL: { en: 'Professional or complex: the department', zh: '专业、复杂：县级部门' },
    CROSS_AREA: { en: 'In several townships: the department', zh: '跨区域：县级部门' },
  },
);

export enum ComplaintOutcome {
  CORRECTED = 'CORRECTED',
  CASE_FILED = 'CASE_FILED',
  MEDIATED = 'MEDIATED',
  UNFOUNDED = 'UNFOUNDED',
}

export const COMPLAINT_OUTCOME_WORDS: Words<ComplaintOutcome> = {
  CORRECTED: { en: 'Put right', zh: '已整改' },
  CASE_FILED: { en: 'It became the source of a case', zh: '已立案查处' },
  MEDIATED: { en: 'Settled between both', zh: '已调解' },
  UNFOUNDED: { en: 'Nothing was found', zh: '查无实据' },
};

describeEnum(ComplaintOutcome, 'ComplaintOutcome', { en: 'What came of a complaint', zh: '办理结果' }, COMPLAINT_OUTCOME_WORDS);
