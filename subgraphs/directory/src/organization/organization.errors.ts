import { DomainError, NotFound } from '@township-graph/shared/errors';

export const organizationNotFound = () => new NotFound({ zh: '该机构', en: 'Organization' });

export const organizationKeyMissing = () =>
  new DomainError('BAD_USER_INPUT', 'ONE_KEY', { zh: '请提供 id 或 creditCode 之一', en: 'Give either id or creditCode' });

export const creditCodeTaken = (creditCode: string) =>
  new DomainError(
    'CONFLICT',
    'CREDIT_CODE_TAKEN',
    { zh: '该统一社会信用代码已登记', en: 'An organisation with this credit code exists' },
    { creditCode },
  );

export const creditCodeNeeded = () =>
  new DomainError('BAD_USER_INPUT', 'CREDIT_CODE_NEEDED', {
    zh: '除内设机构、派出机构和议事协调机构外，机构须有统一社会信用代码',
    en: 'All but internal offices, stations and coordination bodies need a credit code',
  });

export const notAStation = () =>
  new DomainError('CONFLICT', 'NOT_A_STATION', {
    zh: '只有站所（派出、派驻机构）可以划入功能中心',
    en: 'Only stations can be assigned to a functional centre',
  });

export const centerElsewhere = () =>
  new DomainError('CONFLICT', 'CENTER_ELSEWHERE', { zh: '功能中心与站所不在同一乡镇', en: 'The functional centre is in another township' });

export const centerNotFound = () => new NotFound({ zh: '该功能中心', en: 'Functional centre' });

export const organizationElsewhere = () =>
  new DomainError('CONFLICT', 'ORGANIZATION_ELSEWHERE', {
    zh: '隶属机构、派出部门须属于同一县（市、区）或其上级',
    en: 'The organisation above, or the dispatching department, is of another county',
  });
