import { type BilingualText, DomainError, type ErrorCode, NotFound } from '@township-graph/shared/errors';

const refused = (code: ErrorCode, reason: string, text: BilingualText, details: Readonly<Record<string, unknown>> = {}) =>
  new DomainError(code, reason, text, details);

export const admissionNotFound = () => new NotFound({ zh: '该准入申请', en: 'Request for admission' });

export const outsideDuty = () =>
  refused('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: '该申请不在您的管辖范围内', en: 'The request is outside your divisions' });

export const notTheDepartment = () =>
  refused('FORBIDDEN', 'NOT_THE_DEPARTMENT', {
    zh: '只有提出申请的部门可以办理此步骤',
    en: 'Only the department that asks takes this step',
  });

export const drafterDecides = () =>
  refused('FORBIDDEN', 'DRAFTER_DECIDES', {
    zh: '提出部门（人员）不得审核、审议或批准自己的申请',
    en: 'Who drafts a request does not decide on it',
  });

export const bodyUnknown = () =>
  refused('FORBIDDEN', 'BODY_UNKNOWN', {
    zh: '令牌未载明所在机构，无法记录由谁作出',
    en: 'The token names no organisation, so nobody could be recorded as the body that decides',
  });

export const notTheRecipient = () =>
  refused('FORBIDDEN', 'NOT_THE_RECIPIENT', {
    zh: '意见只能由承接的乡镇（街道）、村（社区）自己提出',
    en: 'Only who is to carry it out says what it thinks of it',
  });

export const sameReviewer = () =>
  refused('CONFLICT', 'SAME_REVIEWER', {
    zh: '编办审核与合法性审核须由不同机构作出',
    en: 'The two reviews are made by different bodies',
  });

export const reviewPassed = (kind: string) =>
  refused('CONFLICT', 'REVIEW_PASSED_ALREADY', { zh: '该项审核已通过', en: 'This review has passed it already' }, { review: kind });

export const recipientsInvalid = (digits: number) =>
  refused(
    'BAD_USER_INPUT',
    'RECIPIENTS_INVALID',
    {
      zh: `承接方须为本县（市、区）内 ${digits} 位代码的区划，至少一个、不重复`,
      en: `Recipients are divisions of this county with codes of ${digits} digits, at least one, each once`,
    },
    { digits },
  );

export const batchInvalid = () =>
  refused('BAD_USER_INPUT', 'BATCH_INVALID', {
    zh: '批次须为尚未公布的部分承接方；对其余全部公布请用 publishAdmission',
    en: 'A batch is some of those for whom nothing is published yet; for all the rest there is publishAdmission',
  });

export const objectionsUnanswered = (objections: readonly string[]) =>
  refused(
    'CONFLICT',
    'OBJECTIONS_UNANSWERED',
    {
      zh: '有承接方不同意或附条件同意，联席会议须逐项说明如何采纳或答复',
      en: 'Some object or agree on conditions: the council says how it answers them',
    },
    { recipients: objections },
  );

export const evaluationMissing = (result: string) =>
  refused(
    'CONFLICT',
    'EVALUATION_SAYS_OTHERWISE',
    { zh: '最近一次评估结论不是建议调整', en: 'The last evaluation does not say that it ought to be adjusted' },
    { result },
  );
