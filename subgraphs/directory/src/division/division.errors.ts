import { DomainError, NotFound } from '@township-graph/shared/errors';

export const divisionNotFound = () => new NotFound({ zh: '该行政区划', en: 'Division' });

export const divisionOutsideDuty = (code: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    { zh: '该区划不在您的管辖范围内', en: 'The division is outside yours' },
    { divisionCode: code },
  );

export const divisionAlreadyAbolished = (validTo: string) =>
  new DomainError(
    'CONFLICT',
    'DIVISION_ABOLISHED',
    { zh: '该区划已撤销，代码不得重新启用', en: 'The division is abolished; its code is never reused' },
    { validTo },
  );

export const divisionHasChildren = (count: number) =>
  new DomainError(
    'CONFLICT',
    'DIVISION_HAS_CHILDREN',
    { zh: '下级区划尚未撤销或划转', en: 'Divisions below it are not abolished or moved yet' },
    { count },
  );

export const successorUnknown = () =>
  new DomainError('BAD_USER_INPUT', 'SUCCESSOR_UNKNOWN', {
    zh: '承继区划不存在或与原区划相同',
    en: 'The successor does not exist or is the division itself',
  });

export const abolishedBeforeBegun = (validFrom: string) =>
  new DomainError(
    'BAD_USER_INPUT',
    'ABOLISHED_BEFORE_BEGUN',
    { zh: '撤销日期须晚于启用日期', en: 'A division ends after the day on which it began' },
    { validFrom },
  );
