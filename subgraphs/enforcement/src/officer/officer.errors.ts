import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';

export const officerNotFound = () => new NotFound({ zh: '该执法人员', en: 'Officer' });

export const officerOutsideDuty = (divisionCode: string) =>
  new DomainError('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: '不在您的管辖范围内', en: 'That is outside your divisions' }, { divisionCode });

export const certificateMissing = () =>
  badInput('CERTIFICATE_MISSING', {
    zh: '行政执法人员须持有行政执法证件（行政处罚法第四十二条）',
    en: 'An officer holds a certificate (行政处罚法 §42)',
  });

export const certificateOutOfPlace = () =>
  badInput('CERTIFICATE_OUT_OF_PLACE', {
    zh: '执法辅助人员、法制审核人员不登记行政执法证件',
    en: 'Only an officer who investigates has a certificate',
  });

export const certificateTerm = (longestTo: string) =>
  badInput(
    'CERTIFICATE_TERM',
    { zh: '证件有效期不合规定', en: 'A certificate ends after it begins, and no later than certificates may' },
    { longestTo },
  );

export const certificateTaken = (number: string) =>
  conflict('CERTIFICATE_TAKEN', { zh: '该证件编号已登记', en: 'A certificate of that number is registered already' }, { number });

export const renewalNotLater = (validTo: string) =>
  badInput(
    'RENEWAL_NOT_LATER',
    { zh: '新证件有效期须晚于现有证件', en: 'A new certificate runs longer than the one they have' },
    { validTo },
  );

export const notCertified = () =>
  conflict('NOT_CERTIFIED', { zh: '只有行政执法人员有行政执法证件', en: 'Only an officer who investigates has a certificate' });

export const nothingToRevoke = () =>
  conflict('NOTHING_TO_REVOKE', { zh: '没有可收回的有效证件', en: 'There is no certificate left to revoke' });

export const qualificationMissing = () =>
  badInput('QUALIFICATION_MISSING', {
    zh: '初次从事法制审核的，须取得法律职业资格（行政处罚法第五十八条第二款）',
    en: 'Who first reviews decisions holds the legal profession qualification (行政处罚法 §58)',
  });

export const reviewerInTeam = () =>
  badInput('REVIEWER_IN_TEAM', {
    zh: '法制审核人员不得编入执法队伍（审核与办案分离，行政处罚法第五十八条）',
    en: 'Who reviews decisions is in no team that prepares them (行政处罚法 §58)',
  });

export const alreadyRegistered = (staffMemberId: string) =>
  conflict('ALREADY_REGISTERED', { zh: '该工作人员已登记为执法人员', en: 'That member of staff is registered already' }, { staffMemberId });

export const tooFewOfficers = () =>
  badInput('TOO_FEW_OFFICERS', {
    zh: '执法人员不得少于两人（行政处罚法第四十二条）',
    en: 'It takes two officers or more, each named once (行政处罚法 §42)',
  });

export const uncertified = (officerIds: readonly string[], day: string) =>
  conflict(
    'OFFICER_NOT_CERTIFIED',
    {
      zh: '当日没有有效行政执法证件的，不得从事行政执法（行政处罚法第四十二条、第五十五条）',
      en: 'Who holds no valid certificate on the day may not enforce (行政处罚法 §42, §55)',
    },
    { officerIds, day },
  );

export const officersElsewhere = (officerIds: readonly string[], divisionCode: string) =>
  conflict(
    'OFFICER_ELSEWHERE',
    { zh: '所在执法队伍当日不覆盖该区域', en: 'Their team is not on duty there on the day' },
    { officerIds, divisionCode },
  );
