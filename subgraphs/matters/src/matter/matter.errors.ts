import { DomainError } from '@township-graph/shared/errors';

/** A matter has two keys; a question names one of them. */
export const matterKeyMissing = () =>
  new DomainError('BAD_USER_INPUT', 'ONE_KEY', {
    zh: '请在 id 和 implementationCode 中填写且只填写一个',
    en: 'Give exactly one of id and implementationCode',
  });

export const promiseBeyondLaw = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'PROMISE_BEYOND_LAW',
    { zh: '承诺办结时限不得超过法定办结时限', en: 'A promised limit may not exceed the statutory one' },
    { implementationCode },
  );

export const immediateTakesTime = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'IMMEDIATE_TAKES_TIME',
    { zh: '即办件应当场办结，承诺时限为 0', en: 'What is handled at once has a promised limit of 0' },
    { implementationCode },
  );

export const tooManySteps = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'TOO_MANY_STEPS',
    { zh: '办理环节为 1 至 4 个', en: 'A matter has 1 to 4 steps' },
    { implementationCode },
  );

export const codesDisagree = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'CODES_DISAGREE',
    {
      zh: '实施编码与实施主体、行使层级或基本编码不一致',
      en: 'The implementation code does not agree with the organ, the level or the basic code',
    },
    { implementationCode },
  );

export const roleOutsideVillage = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'VILLAGE_ROLE',
    { zh: '村级事项须有村级办理方式，其他事项不得有', en: 'Village matters, and only those, have a village role' },
    { implementationCode },
  );

export const promiseTakesNoTime = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'PROMISE_TAKES_NO_TIME',
    { zh: '承诺件的承诺时限应大于 0；当场办结的是即办件', en: 'What is promised takes time; with a limit of 0 it is handled at once' },
    { implementationCode },
  );

export const kindDisagrees = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'KIND_DISAGREES',
    {
      zh: '基本编码第 3、4 位与事项类型不一致（GB/T 39046—2020 附录A）',
      en: 'Characters 3 and 4 of the basic code say another kind (GB/T 39046-2020, Annex A)',
    },
    { implementationCode },
  );

export const coercionEntrusted = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'COERCION_ENTRUSTED',
    {
      zh: '行政强制措施权不得委托（行政强制法第十七条）',
      en: 'The power of administrative coercion may not be entrusted (行政强制法 §17)',
    },
    { implementationCode },
  );

export const entrustedToItself = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'ENTRUSTED_TO_ITSELF',
    {
      zh: '委托须给予其他行政机关，委托（牵头）部门不得就是实施主体（行政许可法第二十四条）',
      en: 'One entrusts another organ: the entrusting (lead) department is not the implementing organ itself (行政许可法 §24)',
    },
    { implementationCode },
  );

export const devolvedToDepartment = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'DEVOLVED_TO_DEPARTMENT',
    {
      zh: '下放到乡镇的事项由乡镇以自己的名义实施，实施主体不得为县级及以上机关（参见行政处罚法第二十四条）',
      en: 'What was devolved to townships is implemented by a township’s own organ, in its own name, not by one of the county or above (compare 行政处罚法 §24)',
    },
    { implementationCode },
  );
