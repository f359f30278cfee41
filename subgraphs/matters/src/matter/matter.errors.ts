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
