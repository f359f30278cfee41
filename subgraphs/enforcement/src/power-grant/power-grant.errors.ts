import { badInput, DomainError, NotFound } from '@township-graph/shared/errors';

export const powerGrantNotFound = () => new NotFound({ zh: '该赋权', en: 'Power grant' });

export const powersNotFound = (powerIds: readonly string[]) =>
  new DomainError('NOT_FOUND', 'NOT_FOUND', { zh: '执法事项不存在', en: 'No such enforcement powers' }, { powerIds });

export const countyOutsideDuty = (divisionCode: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    {
      zh: '赋权、委托由县（市、区）办理，不在您的管辖范围内',
      en: 'The county records what its townships hold, and that is outside your divisions',
    },
    { divisionCode },
  );

export const powersMissing = (most: number) =>
  badInput('POWERS', { zh: `执法事项须为 1 至 ${most} 项，不得重复`, en: `1 to ${most} powers, each named once` }, { most });

export const notATownship = (divisionCode: string) =>
  badInput(
    'NOT_A_TOWNSHIP',
    {
      zh: '该方式的执法权由有人民政府或街道办事处的乡镇（街道）承接（行政处罚法第二十四条）',
      en: 'So held are powers by townships that have a government or subdistrict office (行政处罚法 §24)',
    },
    { divisionCode },
  );

export const notACounty = (divisionCode: string) =>
  badInput(
    'NOT_A_COUNTY',
    { zh: '相对集中行政处罚权由县级行政机关行使', en: 'Concentrated powers are held by an organ of the county' },
    { divisionCode },
  );

export const notAnOrgan = (creditCode: string) =>
  badInput(
    'NOT_AN_ORGAN',
    {
      zh: '以自己名义行使处罚权的须为行政机关（行政处罚法第十七条、第二十四条）',
      en: 'Who penalises in its own name is an administrative organ (行政处罚法 §17, §24)',
    },
    { creditCode },
  );

export const notAPublicBody = (creditCode: string) =>
  badInput(
    'NOT_A_PUBLIC_BODY',
    {
      zh: '受委托的须为依法成立并具有管理公共事务职能的组织（行政处罚法第二十一条），不得为村（居）委会、企业或者个人',
      en: 'Who is entrusted is an organisation set up by law to manage public affairs (行政处罚法 §21): no village committee, company or person',
    },
    { creditCode },
  );

export const sameOrgan = (creditCode: string) =>
  badInput(
    'SAME_ORGAN',
    { zh: '承接机关与原实施部门不得相同', en: 'The holder cannot be the department that the powers come from' },
    { creditCode },
  );

export const departmentMissing = () =>
  badInput('DEPARTMENT_MISSING', {
    zh: '赋权、委托须指明原实施（委托）部门',
    en: 'A grant or entrustment names the department that the powers come from',
  });

export const decisionMissing = () =>
  badInput('DECISION_MISSING', {
    zh: '须指明省、自治区、直辖市的决定文号（行政处罚法第十八条、第二十四条）',
    en: 'It takes the province’s decision, by its number (行政处罚法 §18, §24)',
  });

export const capabilityMissing = () =>
  badInput('CAPABILITY_MISSING', {
    zh: '须说明承接能力（行政处罚法第二十一条、第二十四条：能够有效承接、有取得执法资格的人员）',
    en: 'Say how it was found that the holder can carry the powers (行政处罚法 §21, §24)',
  });

export const publicationMissing = () =>
  badInput('PUBLICATION_MISSING', {
    zh: '赋权决定、委托书须向社会公布（行政处罚法第二十条、第二十四条）',
    en: 'The decision or agreement is published first (行政处罚法 §20, §24)',
  });

export const publishedLater = (publishedOn: string) =>
  badInput(
    'PUBLISHED_LATER',
    { zh: '公布日期不得晚于今日和生效日期', en: 'It is published by today, and by its first day' },
    { publishedOn },
  );

export const grantBackdated = (effectiveFrom: string, today: string) =>
  badInput(
    'GRANT_BACKDATED',
    {
      zh: '执法权不得溯及既往，生效日期不得早于今日',
      en: 'No organ comes to have held a power in the past: the first day is today or later',
    },
    { effectiveFrom, today },
  );

export const grantDaysReversed = () => badInput('GRANT_DAYS', { zh: '失效日期须晚于生效日期', en: 'A grant ends after its first day' });

export const agreementMissing = () =>
  badInput('AGREEMENT_MISSING', {
    zh: '委托须有载明期限的书面委托书（行政处罚法第二十条）',
    en: 'Entrusting needs a written agreement that states its term (行政处罚法 §20)',
  });

export const agreementTerm = () =>
  badInput('AGREEMENT_TERM', {
    zh: '委托书签订不晚于今日和生效日，委托期限不得超出委托书期限（行政处罚法第二十条）',
    en: 'The agreement is signed by today and by the first day, and the entrustment ends with it at the latest (行政处罚法 §20)',
  });

export const renewalShortens = (effectiveTo: string) =>
  badInput(
    'RENEWAL_SHORTENS',
    {
      zh: '续签后的期限须晚于原期限；提前终止请用 reclaimPower',
      en: 'A renewed term is longer than the one before; to end it sooner, use reclaimPower',
    },
    { effectiveTo },
  );

export const agreementOutOfPlace = () =>
  badInput('AGREEMENT_OUT_OF_PLACE', { zh: '只有委托方式才有委托书', en: 'Only an entrustment has an agreement' });

export const notOwnStatutory = (powerCodes: readonly string[]) =>
  badInput(
    'NOT_OWN_STATUTORY',
    {
      zh: '法律未将该事项直接赋予乡镇人民政府，须经赋权或委托',
      en: 'The law does not give this to townships: it takes a grant or an entrustment',
    },
    { powerCodes },
  );

export const ownStatutory = (powerCodes: readonly string[]) =>
  badInput(
    'OWN_STATUTORY',
    { zh: '乡镇人民政府的法定职权，无须也不得另行赋权、委托或者集中', en: 'Townships have this by law: nobody else has it to give' },
    { powerCodes },
  );

export const personalLiberty = (powerCodes: readonly string[]) =>
  badInput(
    'PERSONAL_LIBERTY',
    {
      zh: '限制人身自由的处罚权只能由公安机关和法律规定的其他机关行使（行政处罚法第十八条）',
      en: 'Detention is for the police and organs that a law names, alone (行政处罚法 §18)',
    },
    { powerCodes },
  );

export const subDelegation = (departmentCreditCode: string, powerCodes: readonly string[]) =>
  badInput(
    'SUB_DELEGATION',
    { zh: '受委托的处罚权不得再委托、再赋权（行政处罚法第二十条）', en: 'What was entrusted may not be passed on (行政处罚法 §20)' },
    { departmentCreditCode, powerCodes },
  );

export const departmentWithoutPower = (departmentCreditCode: string, powerCodes: readonly string[]) =>
  badInput(
    'DEPARTMENT_WITHOUT_POWER',
    {
      zh: '该处罚权已相对集中，原部门不再行使，不得由其移交或者委托（行政处罚法第十八条）',
      en: 'These were concentrated in another organ: the department has them no longer to give (行政处罚法 §18)',
    },
    { departmentCreditCode, powerCodes },
  );

export const alreadyHeld = (powerCodes: readonly string[], grantId: string) =>
  new DomainError(
    'CONFLICT',
    'ALREADY_HELD',
    {
      zh: '该区域内这些日期已有机关承接同一事项；同一处罚权不得重复赋权、委托',
      en: 'The same power is held there on some of these days already: it is granted or entrusted once',
    },
    { powerCodes, grantId },
  );

export const endBackdated = (effectiveOn: string, today: string) =>
  badInput(
    'END_BACKDATED',
    { zh: '收回不得溯及既往，日期不得早于今日', en: 'Taking back does not reach into the past: the day is today or later' },
    { effectiveOn, today },
  );

export const endOutsideTerm = (powerCodes: readonly string[]) =>
  badInput(
    'END_OUTSIDE_TERM',
    { zh: '收回日期须在该事项的有效期内', en: 'A power is taken back on a day on which it is held' },
    { powerCodes },
  );

export const notInGrant = (powerIds: readonly string[]) =>
  badInput(
    'NOT_IN_GRANT',
    { zh: '该赋权中没有这些事项，或者已经收回', en: 'The grant has no such powers, or they were taken back already' },
    { powerIds },
  );

export const powerNotHeld = (powerCode: string, divisionCode: string, day: string) =>
  new DomainError(
    'CONFLICT',
    'POWER_NOT_HELD',
    {
      zh: '该机关当日在该区域没有此项处罚权，不得立案（行政处罚法第十七条、第二十四条）',
      en: 'On that day the organ does not hold this power there, so it cannot file a case (行政处罚法 §17, §24)',
    },
    { powerCode, divisionCode, day },
  );

export const nobodyToHandOverTo = () =>
  badInput('HAND_OVER_NOWHERE', {
    zh: '该赋权没有原实施部门，在办案件只能由原机关办结',
    en: 'No department gave these powers: open cases are finished by who holds them',
  });
