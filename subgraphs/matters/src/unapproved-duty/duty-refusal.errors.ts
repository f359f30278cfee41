import { DomainError, NotFound } from '@township-graph/shared/errors';

export const dutyRefusalNotFound = () => new NotFound({ zh: '该不予执行记录', en: 'Refusal of a duty' });

export const dutyAdmitted = (admission: { readonly id: string; readonly dutyName: string; readonly documentNumber: string }) =>
  new DomainError(
    'CONFLICT',
    'DUTY_ADMITTED',
    {
      zh: `该职责当日已经准入（${admission.documentNumber}），应予执行`,
      en: `The duty was admitted on that day (${admission.documentNumber}) and is to be carried out`,
    },
    { admissionId: admission.id, dutyName: admission.dutyName, documentNumber: admission.documentNumber },
  );

export const notTheAssigned = () =>
  new DomainError('FORBIDDEN', 'NOT_THE_ASSIGNED', {
    zh: '只有承接的乡镇（街道）、村（社区）自己可以提出或撤回不予执行',
    en: 'Only the township or village that it was assigned to refuses, and takes that back',
  });

export const notTheCounty = () =>
  new DomainError('FORBIDDEN', 'NOT_THE_COUNTY', {
    zh: '不予执行由县级裁定；交办部门和提出机构不得裁定',
    en: 'The county decides, and neither who assigned the duty nor who refuses it',
  });

export const assignedLater = () =>
  new DomainError('BAD_USER_INPUT', 'ASSIGNED_LATER', { zh: '交办日期不得晚于当日', en: 'It cannot have been assigned later than today' });

export const groundMissing = () =>
  new DomainError('BAD_USER_INPUT', 'OVERRULING_GROUND_MISSING', {
    zh: '不支持不予执行的，须指明当日有效的准入，或由乡镇承担的法律依据',
    en: 'Who overrules names the admission in force that day, or the law by which the duty is the township’s',
  });

export const admissionNotInForce = () =>
  new DomainError('CONFLICT', 'ADMISSION_NOT_IN_FORCE', {
    zh: '所指的准入在交办当日对该区划无效',
    en: 'That admission was not in force there on the day of the assignment',
  });
