import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum AdmissionKind {
  DUTY = 'DUTY',
  ASSIGNED_TASK = 'ASSIGNED_TASK',
  COMMUNITY_TASK = 'COMMUNITY_TASK',
}

const KIND_WORDS: Words<AdmissionKind> = {
  DUTY: { en: 'A duty or power that comes down to townships', zh: '下放职责（事权）' },
  ASSIGNED_TASK: { en: 'A task handed to townships for a time', zh: '交办任务' },
  COMMUNITY_TASK: { en: 'A task of communities and villages', zh: '社区（村）工作事项' },
};

describeEnum(AdmissionKind, 'AdmissionKind', { en: 'What asks to be admitted', zh: '准入类别' }, KIND_WORDS);

/** 职责准入的状态。编办审核与司法行政合法性审核并行，都在 UNDER_REVIEW 之内。 */
export enum AdmissionState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  TOWN_OPINION = 'TOWN_OPINION',
  JOINT_COUNCIL = 'JOINT_COUNCIL',
  GOV_APPROVAL = 'GOV_APPROVAL',
  PARTIAL = 'PARTIAL',
  PUBLISHED = 'PUBLISHED',
  EVALUATED = 'EVALUATED',
  ADJUSTED = 'ADJUSTED',
  RECLAIMED = 'RECLAIMED',
  ABOLISHED = 'ABOLISHED',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

const STATE_WORDS: Words<AdmissionState> = {
  DRAFT: { en: 'Drafted by the department', zh: '部门拟提出' },
  SUBMITTED: { en: 'Applied for in writing; both reviews are open', zh: '书面申请' },
  UNDER_REVIEW: { en: 'One of the two parallel reviews has passed it, the other is open', zh: '编办审核与合法性审核中' },
  TOWN_OPINION: { en: 'Both reviews passed; those it goes to are asked', zh: '征求镇街意见' },
  JOINT_COUNCIL: { en: 'Before the joint council', zh: '联席会议审议' },
  GOV_APPROVAL: { en: 'Before the government', zh: '政府（党委政府）批准' },
  PARTIAL: { en: 'Published for some; for the others it is open', zh: '分批下放' },
  PUBLISHED: { en: 'Published', zh: '公布' },
  EVALUATED: { en: 'Published, and evaluated since', zh: '定期评估' },
  ADJUSTED: { en: 'A newer version has taken its place', zh: '调整（由新版本替代）' },
  RECLAIMED: { en: 'Taken back by the department', zh: '收回' },
  ABOLISHED: { en: 'Nobody does it any more', zh: '取消' },
  RETURNED: { en: 'Returned to be completed', zh: '退回补充' },
  REJECTED: { en: 'Not admitted', zh: '不予准入' },
  WITHDRAWN: { en: 'Withdrawn by the department', zh: '撤回' },
};

describeEnum(AdmissionState, 'AdmissionState', { en: 'State of a request for admission', zh: '职责准入状态' }, STATE_WORDS);

/** Where anybody may read it: it was published once. */
export const PUBLISHED_STATES: readonly AdmissionState[] = [
  AdmissionState.PARTIAL,
  AdmissionState.PUBLISHED,
  AdmissionState.EVALUATED,
  AdmissionState.ADJUSTED,
  AdmissionState.RECLAIMED,
  AdmissionState.ABOLISHED,
];

export enum AdmissionReviewKind {
  BIANBAN_REVIEW = 'BIANBAN_REVIEW',
  LEGAL_REVIEW = 'LEGAL_REVIEW',
}

const REVIEW_WORDS: Words<AdmissionReviewKind> = {
  BIANBAN_REVIEW: { en: 'By the office of establishment (编办)', zh: '编办审核' },
  LEGAL_REVIEW: { en: 'Of legality, by the judicial administration', zh: '司法行政合法性审核' },
};

describeEnum(AdmissionReviewKind, 'AdmissionReviewKind', { en: 'One of the two parallel reviews', zh: '并行审核类别' }, REVIEW_WORDS);

export enum RecipientOpinion {
  AGREE = 'AGREE',
  AGREE_WITH_CONDITIONS = 'AGREE_WITH_CONDITIONS',
  OBJECT = 'OBJECT',
}

const OPINION_WORDS: Words<RecipientOpinion> = {
  AGREE: { en: 'Agrees', zh: '同意' },
  AGREE_WITH_CONDITIONS: { en: 'Agrees on conditions', zh: '附条件同意' },
  OBJECT: { en: 'Objects', zh: '不同意' },
};

describeEnum(RecipientOpinion, 'RecipientOpinion', { en: 'What a township says to what is to come down', zh: '镇街意见' }, OPINION_WORDS);

export enum EvaluationResult {
  KEEP = 'KEEP',
  ADJUST = 'ADJUST',
  RECLAIM = 'RECLAIM',
}

const EVALUATION_WORDS: Words<EvaluationResult> = {
  KEEP: { en: 'Works; stays as it is', zh: '运行良好，继续实施' },
  ADJUST: { en: 'Ought to be adjusted', zh: '建议调整' },
  RECLAIM: { en: 'Ought to be taken back', zh: '建议收回' },
};

describeEnum(EvaluationResult, 'AdmissionEvaluationResult', { en: 'What an evaluation comes to', zh: '评估结论' }, EVALUATION_WORDS);

export enum OpenCasesRule {
  FINISH = 'FINISH',
  HAND_BACK = 'HAND_BACK',
}

const OPEN_CASES_WORDS: Words<OpenCasesRule> = {
  FINISH: { en: 'Whoever has begun a case finishes it', zh: '已受理（立案）的由原承接方办结' },
  HAND_BACK: { en: 'Open cases are handed back', zh: '未办结的一并移交' },
};

describeEnum(
  OpenCasesRule,
  'OpenCasesRule',
  { en: 'What becomes of cases that are open on the day a duty is taken back', zh: '收回时未办结事项的处理' },
  OPEN_CASES_WORDS,
);

export enum StaffKind {
  ADMINISTRATIVE = 'ADMINISTRATIVE',
  PUBLIC_INSTITUTION = 'PUBLIC_INSTITUTION',
  OUTSIDE_ESTABLISHMENT = 'OUTSIDE_ESTABLISHMENT',
}

const STAFF_WORDS: Words<StaffKind> = {
  ADMINISTRATIVE: { en: 'Administrative establishment', zh: '行政编制' },
  PUBLIC_INSTITUTION: { en: 'Establishment of a public institution', zh: '事业编制' },
  OUTSIDE_ESTABLISHMENT: { en: 'Outside the establishment', zh: '编外（购买服务等）' },
};

describeEnum(StaffKind, 'AdmissionStaffKind', { en: 'Kind of the staff that comes with a duty', zh: '随职责下沉人员类别' }, STAFF_WORDS);
