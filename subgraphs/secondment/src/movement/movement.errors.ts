import { badInput, conflict, NotFound } from '@township-graph/shared/errors';

export const movementUnknown = () => new NotFound({ zh: '该人事调整动议', en: 'Movement' });

export const notServingHere = () => new NotFound({ zh: '在本乡镇（街道）服务的该工作人员', en: 'Member of staff who serves here' });

export const townshipNeeded = () =>
  badInput('TOWNSHIP_NEEDED', { zh: '仅对在乡镇（街道）服务的人员动议', en: 'Movements are proposed of who serves in a township' });

export const nothingToReturn = () =>
  conflict('NOT_PLACED', { zh: '该人员不在下沉岗位，无从退回', en: 'They are not placed here, and cannot be returned' });

export const objectionUnanswered = () =>
  badInput('OBJECTION_UNANSWERED', {
    zh: '乡镇（街道）不同意的，决定须说明对其意见的处理',
    en: 'The township objects: the decision says what becomes of its reasons',
  });

export const notYoursToWithdraw = () => conflict('OF_THE_OTHER_SIDE', { zh: '只能由动议方撤回', en: 'Only who proposed it withdraws it' });
