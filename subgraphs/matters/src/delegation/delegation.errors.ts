import { DomainError } from '@township-graph/shared/errors';

export const agreementMissing = (basicCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'AGREEMENT_MISSING',
    {
      zh: '委托须签订书面委托协议（行政许可法第二十四条、行政处罚法第二十条）',
      en: 'Entrusting needs a written agreement (行政许可法 §24, 行政处罚法 §20)',
    },
    { basicCode },
  );

export const delegationDaysReversed = (basicCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'DELEGATION_DAYS',
    { zh: '失效或收回日期不得早于生效日期', en: 'A delegation cannot end before it begins' },
    { basicCode },
  );
