import { describeEnum, type Words } from '@township-graph/shared/described-enum';

/** States and side states of an application (办件). */
export enum ApplicationState {
  SAVED = 'SAVED',
  SUBMITTED = 'SUBMITTED',
  PRE_REVIEW = 'PRE_REVIEW',
  RECEIVED = 'RECEIVED',
  CORRECTION = 'CORRECTION',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  NOT_REQUIRED = 'NOT_REQUIRED',
  REVIEWING = 'REVIEWING',
  SUSPENDED = 'SUSPENDED',
  DECIDED = 'DECIDED',
  COMPLETED = 'COMPLETED',
  DELIVERED = 'DELIVERED',
  RATED = 'RATED',
  ARCHIVED = 'ARCHIVED',
  WITHDRAWN = 'WITHDRAWN',
  RETURNED = 'RETURNED',
  TERMINATED = 'TERMINATED',
}

export const APPLICATION_STATE_WORDS: Words<ApplicationState> = {
  SAVED: { en: 'Saved by the applicant, not sent yet', zh: '暂存' },
  SUBMITTED: { en: 'Sent in online', zh: '网上申报已提交' },
  PRE_REVIEW: { en: 'Being looked through before it is received', zh: '预审' },
  RECEIVED: { en: 'Received; whether it is accepted is open', zh: '收件（接件）' },
  CORRECTION: { en: 'The applicant was told, once, all that is missing', zh: '补正（一次性告知）' },
  ACCEPTED: { en: 'Accepted: the time runs', zh: '受理' },
  REFUSED: { en: 'Not accepted', zh: '不予受理' },
  NOT_REQUIRED: { en: 'No licence is needed', zh: '不需要办理（不需要取得行政许可）' },
  REVIEWING: { en: 'Under review', zh: '审查' },
  SUSPENDED: { en: 'A special procedure is under way; the time stands still', zh: '特别程序（停止计时）' },
  DECIDED: { en: 'Decided', zh: '决定' },
  COMPLETED: { en: 'Completed; the result is there', zh: '办结' },
  DELIVERED: { en: 'The applicant has the result', zh: '送达' },
  RATED: { en: 'The applicant has rated it', zh: '已评价（好差评）' },
  ARCHIVED: { en: 'Put on file', zh: '归档' },
  WITHDRAWN: { en: 'Withdrawn by the applicant', zh: '撤回' },
  RETURNED: { en: 'Returned: not this organ’s, or never completed', zh: '退件' },
  TERMINATED: { en: 'Ended without a decision', zh: '终止' },
};

describeEnum(ApplicationState, 'ApplicationState', { en: 'State of an application', zh: '办件状态' }, APPLICATION_STATE_WORDS);

/** 办理形式, GB/T 39046-2020, with the kiosk apart. */
export enum ApplicationChannel {
  WINDOW = 'WINDOW',
  COMPUTER = 'COMPUTER',
  MOBILE = 'MOBILE',
  KIOSK = 'KIOSK',
  COURIER = 'COURIER',
}

export const CHANNEL_WORDS: Words<ApplicationChannel> = {
  WINDOW: { en: 'At a window', zh: '窗口' },
  COMPUTER: { en: 'By computer', zh: '电脑端' },
  MOBILE: { en: 'By mobile phone', zh: '移动端' },
  KIOSK: { en: 'At a kiosk', zh: '自助终端' },
  COURIER: { en: 'By post or courier', zh: '快递申请' },
};

describeEnum(ApplicationChannel, 'ApplicationChannel', { en: 'How an application came', zh: '申请渠道' }, CHANNEL_WORDS);

/** 服务对象, GB/T 39046-2020. */
export enum ApplicantKind {
  NATURAL_PERSON = 'NATURAL_PERSON',
  ENTERPRISE = 'ENTERPRISE',
  PUBLIC_INSTITUTION = 'PUBLIC_INSTITUTION',
  SOCIAL_ORGANIZATION = 'SOCIAL_ORGANIZATION',
  ADMINISTRATIVE_ORGAN = 'ADMINISTRATIVE_ORGAN',
  OTHER = 'OTHER',
}

describeEnum(
  ApplicantKind,
  'ApplicantKind',
  { en: 'Kind of applicant', zh: '服务对象类型' },
  {
    NATURAL_PERSON: { en: '1 Natural person', zh: '自然人' },
    ENTERPRISE: { en: '2 Enterprise', zh: '企业法人' },
    PUBLIC_INSTITUTION: { en: '3 Public institution', zh: '事业法人' },
    SOCIAL_ORGANIZATION: { en: '4 Social organisation', zh: '社会组织法人' },
    ADMINISTRATIVE_ORGAN: { en: '5 Administrative organ', zh: '行政机关' },
    OTHER: { en: '6 Other organisation, such as a village committee', zh: '其他组织' },
  },
);

/** Where an application lies now, and where it is decided. */
export enum HandlerTier {
  VILLAGE = 'VILLAGE',
  TOWNSHIP = 'TOWNSHIP',
  DEPARTMENT = 'DEPARTMENT',
}

describeEnum(
  HandlerTier,
  'HandlerTier',
  { en: 'Tier of handling', zh: '办理层级' },
  {
    VILLAGE: { en: 'Village or community', zh: '村（社区）' },
    TOWNSHIP: { en: 'Township or subdistrict', zh: '乡镇（街道）' },
    DEPARTMENT: { en: 'County department', zh: '县级部门' },
  },
);

export enum DecisionOutcome {
  GRANTED = 'GRANTED',
  DENIED = 'DENIED',
}

describeEnum(
  DecisionOutcome,
  'DecisionOutcome',
  { en: 'What was decided', zh: '决定结果' },
  { GRANTED: { en: 'Granted', zh: '准予' }, DENIED: { en: 'Denied', zh: '不予' } },
);

/** What the law does not count (行政许可法§45). */
export enum SpecialProcedure {
  HEARING = 'HEARING',
  TENDER = 'TENDER',
  AUCTION = 'AUCTION',
  INSPECTION = 'INSPECTION',
  TESTING = 'TESTING',
  QUARANTINE = 'QUARANTINE',
  APPRAISAL = 'APPRAISAL',
  EXPERT_REVIEW = 'EXPERT_REVIEW',
}

describeEnum(
  SpecialProcedure,
  'SpecialProcedure',
  { en: 'A procedure whose time is not counted (行政许可法 §45)', zh: '特别程序（不计入办理时限）' },
  {
    HEARING: { en: 'Hearing', zh: '听证' },
    TENDER: { en: 'Tender', zh: '招标' },
    AUCTION: { en: 'Auction', zh: '拍卖' },
    INSPECTION: { en: 'Inspection', zh: '检验' },
    TESTING: { en: 'Testing', zh: '检测' },
    QUARANTINE: { en: 'Quarantine', zh: '检疫' },
    APPRAISAL: { en: 'Appraisal', zh: '鉴定' },
    EXPERT_REVIEW: { en: 'Expert review', zh: '专家评审' },
  },
);

export enum DeliveryMethod {
  PICK_UP = 'PICK_UP',
  MAIL = 'MAIL',
  ELECTRONIC = 'ELECTRONIC',
  HOME_VISIT = 'HOME_VISIT',
}

describeEnum(
  DeliveryMethod,
  'DeliveryMethod',
  { en: 'How the result reaches the applicant', zh: '送达方式' },
  {
    PICK_UP: { en: 'Fetched at the window', zh: '窗口领取' },
    MAIL: { en: 'By mail', zh: '邮寄' },
    ELECTRONIC: { en: 'Electronic certificate', zh: '电子送达（电子证照）' },
    HOME_VISIT: { en: 'Brought to the home', zh: '上门送达（代办）' },
  },
);
