import { describeEnum } from '@township-graph/shared/described-enum';

export enum CandidateState {
  REGISTERED = 'REGISTERED',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  QUALIFIED = 'QUALIFIED',
  ADMITTED = 'ADMITTED',
  ELIMINATED = 'ELIMINATED',
  RANKED = 'RANKED',
  CHOSEN = 'CHOSEN',
  WAIVED = 'WAIVED',
  NOT_PLACED = 'NOT_PLACED',
  LISTED = 'LISTED',
  DISQUALIFIED = 'DISQUALIFIED',
  APPOINTED = 'APPOINTED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  CandidateState,
  'CandidateState',
  { en: 'State of a candidate', zh: '报名人员状态' },
  {
    REGISTERED: { en: 'Registered', zh: '已报名' },
    NOT_QUALIFIED: { en: 'Not qualified, with a reason', zh: '审核未通过' },
    QUALIFIED: { en: 'Qualified; sits the written examination', zh: '审核通过（参加笔试）' },
    ADMITTED: { en: 'Admitted to the interview', zh: '进入面试' },
    ELIMINATED: { en: 'Eliminated: absent, or below the pass mark', zh: '淘汰（缺考或未达合格线）' },
    RANKED: { en: 'Ranked; may choose a post in turn', zh: '已排名（待选岗）' },
    CHOSEN: { en: 'Has chosen a post', zh: '已选岗' },
    WAIVED: { en: 'Waived the choice', zh: '放弃选岗' },
    NOT_PLACED: { en: 'No post was left, or the selection was cancelled', zh: '未入选' },
    LISTED: { en: 'On the list that is public', zh: '公示中' },
    DISQUALIFIED: { en: 'Taken off the list: an objection was upheld', zh: '取消资格（异议成立）' },
    APPOINTED: { en: 'Appointed', zh: '已聘用' },
    WITHDRAWN: { en: 'Withdrew', zh: '已退出' },
  },
);

export enum CandidateAction {
  QUALIFY = 'QUALIFY',
  NOT_QUALIFY = 'NOT_QUALIFY',
  RECORD_WRITTEN = 'RECORD_WRITTEN',
  RECORD_INTERVIEW = 'RECORD_INTERVIEW',
  ADMIT = 'ADMIT',
  RANK = 'RANK',
  ELIMINATE = 'ELIMINATE',
  CHOOSE_POST = 'CHOOSE_POST',
  WAIVE_POST = 'WAIVE_POST',
  LEAVE_UNPLACED = 'LEAVE_UNPLACED',
  LIST = 'LIST',
  DISQUALIFY = 'DISQUALIFY',
  APPOINT = 'APPOINT',
  WITHDRAW = 'WITHDRAW',
}

describeEnum(
  CandidateAction,
  'CandidateAction',
  { en: 'What can be done with a candidate', zh: '报名人员操作' },
  {
    QUALIFY: { en: 'Find them qualified: qualifyCandidate', zh: '审核通过（qualifyCandidate）' },
    NOT_QUALIFY: { en: 'Find them not qualified: qualifyCandidate', zh: '审核不通过（qualifyCandidate）' },
    RECORD_WRITTEN: { en: 'Record the written examination: recordExamination', zh: '登记笔试成绩（recordExamination）' },
    RECORD_INTERVIEW: { en: 'Record the interview: recordExamination', zh: '登记面试成绩（recordExamination）' },
    ADMIT: { en: 'Admitted to the interview, as the written examination ended', zh: '进入面试' },
    RANK: { en: 'Ranked, as interviews ended', zh: '排名' },
    ELIMINATE: { en: 'Eliminated, as an examination ended', zh: '淘汰' },
    CHOOSE_POST: { en: 'Choose a post in turn: choosePost', zh: '选岗（choosePost）' },
    WAIVE_POST: { en: 'Waive the choice: waivePost', zh: '放弃选岗（waivePost）' },
    LEAVE_UNPLACED: { en: 'Left without a post, as the choice or the selection ended', zh: '未入选' },
    LIST: { en: 'Put on the public list', zh: '列入公示' },
    DISQUALIFY: { en: 'Taken off the list: decideObjection', zh: '取消资格（decideObjection）' },
    APPOINT: { en: 'Appointed: appointCandidates', zh: '聘用（appointCandidates）' },
    WITHDRAW: { en: 'Withdraw: withdrawCandidate', zh: '退出（withdrawCandidate）' },
  },
);

export enum ExaminationPart {
  WRITTEN = 'WRITTEN',
  INTERVIEW = 'INTERVIEW',
}

describeEnum(
  ExaminationPart,
  'ExaminationPart',
  { en: 'Part of the examination', zh: '考试环节' },
  { WRITTEN: { en: 'Written examination', zh: '笔试' }, INTERVIEW: { en: 'Interview', zh: '面试' } },
);

/** Why somebody may not take part. */
export enum IneligibilityReason {
  NOT_COUNTY_LEVEL = 'NOT_COUNTY_LEVEL',
  NOT_INSTITUTION = 'NOT_INSTITUTION',
  FUNDING = 'FUNDING',
  BANNED = 'BANNED',
  PLACED_ALREADY = 'PLACED_ALREADY',
  LEFT = 'LEFT',
}
