import { DomainError, NotFound } from '@township-graph/shared/errors';
import type { Delegation } from './delegation.entity';
import { DelegationMode } from './delegation.enums';

export const delegationNotFound = () => new NotFound({ zh: '该赋权（下放）', en: 'Delegation' });

export const matterNotFound = () => new NotFound({ zh: '该事项', en: 'Matter' });

export const countyOutsideDuty = (divisionCode: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    {
      zh: '下放由该事项所属县（市、区）办理，不在您的管辖范围内',
      en: 'The county whose matter it is passes it down, and that is outside your divisions',
    },
    { divisionCode },
  );

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

export const agreementTerm = (basicCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'AGREEMENT_TERM',
    {
      zh: '委托协议须载明期限，签订不晚于今日和生效日，委托期限不得超出协议期限（行政处罚法第二十条）',
      en: 'The agreement states its term, is signed by today and by the first day, and the entrustment ends with it at the latest (行政处罚法 §20)',
    },
    { basicCode },
  );

export const renewalShortens = (effectiveTo: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'RENEWAL_SHORTENS',
    {
      zh: '续签后的期限须晚于原期限；提前终止请用 endDelegation',
      en: 'A renewed term is longer than the one before; to end it sooner, use endDelegation',
    },
    { effectiveTo },
  );

export const delegationDaysReversed = (basicCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'DELEGATION_DAYS',
    { zh: '失效或收回日期不得早于生效日期', en: 'A delegation cannot end before it begins' },
    { basicCode },
  );

export const effectiveBeforePublication = (effectiveFrom: string, publishedOn: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'EFFECTIVE_BEFORE_PUBLICATION',
    {
      zh: '生效日期不得早于公布日期（行政处罚法第二十四条）；可在公布时改定更晚的生效日期',
      en: 'It cannot take effect before it is published (行政处罚法 §24); publishing may set a later first day',
    },
    { effectiveFrom, publishedOn },
  );

export const endBackdated = (effectiveOn: string, today: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'END_BACKDATED',
    { zh: '收回（终止）不得溯及既往，日期不得早于今日', en: 'Taking back does not reach into the past: the day is today or later' },
    { effectiveOn, today },
  );

export const endAfterTerm = (effectiveOn: string, effectiveTo: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'END_AFTER_TERM',
    { zh: '收回（终止）日期不得晚于原定期限', en: 'It ends with its term at the latest' },
    { effectiveOn, effectiveTo },
  );

export const endDayMissing = () =>
  new DomainError('BAD_USER_INPUT', 'END_DAY_MISSING', {
    zh: '未定期限的，须指明终止日期',
    en: 'Without a term of its own, it needs a day to end on',
  });

export const recipientsMissing = () =>
  new DomainError('BAD_USER_INPUT', 'RECIPIENTS', {
    zh: '承接方须为 1 至 100 个乡镇（街道），不得重复',
    en: 'It comes down to 1 to 100 townships, each named once',
  });

export const recipientElsewhere = (divisionCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'RECIPIENT_ELSEWHERE',
    { zh: '只能下放给本县（市、区）的乡镇（街道）', en: 'A county passes down to its own townships only' },
    { divisionCode },
  );

export const recipientNotTownship = (divisionCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'RECIPIENT_NOT_TOWNSHIP',
    {
      zh: '承接方须为乡镇（街道）；村（居）民委员会不是行政机关（行政许可法第二十四条、行政处罚法第二十四条）',
      en: 'It comes down to townships; a village committee is no administrative organ (行政许可法 §24, 行政处罚法 §24)',
    },
    { divisionCode },
  );

export const notAnAdministrativeOrgan = (divisionCode: string, organization: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'NOT_AN_ADMINISTRATIVE_ORGAN',
    {
      zh: '赋权、委托的承接方须为乡镇人民政府或街道办事处，不得为事业单位等（行政许可法第二十四条、行政处罚法第二十四条）',
      en: 'What is granted or entrusted goes to a township government or subdistrict office, not to an institution (行政许可法 §24, 行政处罚法 §24)',
    },
    { divisionCode, organization },
  );

export const subDelegation = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'SUB_DELEGATION',
    {
      zh: '受委托的事项不得再委托、再赋权（行政许可法第二十四条、行政处罚法第二十条）',
      en: 'What was entrusted to an organ may not be passed on by it (行政许可法 §24, 行政处罚法 §20)',
    },
    { implementationCode },
  );

export const notACountyMatter = (implementationCode: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'NOT_A_COUNTY_MATTER',
    {
      zh: '只有县级部门的事项可以下放；乡镇不得再下放',
      en: 'Only a matter of a county’s department comes down; a township passes nothing on',
    },
    { implementationCode },
  );

export const matterNotInForce = (implementationCode: string, day: string) =>
  new DomainError(
    'CONFLICT',
    'MATTER_NOT_IN_FORCE',
    { zh: '该事项在生效日期不是已公布的可办事项', en: 'On the first day the matter is not one that is published and applied for' },
    { implementationCode, day },
  );

/** Somebody has the item already: which delegation, where, on which days. */
export const alreadyDelegated = (wanted: DelegationMode, standing: Delegation, divisionCode: string) => {
  const { id: delegationId, basicCode, mode, state, effectiveFrom, endsOn } = standing;
  const isGrant = wanted === DelegationMode.DIRECT_GRANT || mode === DelegationMode.DIRECT_GRANT;
  return new DomainError(
    'CONFLICT',
    isGrant ? 'GRANT_IS_EXCLUSIVE' : 'ALREADY_DELEGATED',
    isGrant
      ? {
          zh: '直接赋权具有排他性：该乡镇（街道）在这些日期已承接同一事项（行政处罚法第二十四条）',
          en: 'A direct grant is exclusive: this township carries the item already on some of these days (行政处罚法 §24)',
        }
      : { zh: '该乡镇（街道）在这些日期已承接同一事项', en: 'This township carries the item already on some of these days' },
    { delegationId, divisionCode, basicCode, mode, state, effectiveFrom, effectiveTo: endsOn },
  );
};

export const townshipHoldsIt = (matterId: string, divisionCode: string) =>
  new DomainError(
    'CONFLICT',
    'TOWNSHIP_HOLDS_IT',
    {
      zh: '该乡镇（街道）已以自己的名义实施该事项，无须赋权',
      en: 'The township has this matter in its own name already; there is nothing to grant',
    },
    { matterId, divisionCode },
  );

export const batchNotOpen = (batchNumber: string) =>
  new DomainError(
    'CONFLICT',
    'BATCH_NOT_OPEN',
    { zh: '没有这一批次，或该批次已公布；请另起一批', en: 'There is no such batch, or it has been published: begin another' },
    { batchNumber },
  );
