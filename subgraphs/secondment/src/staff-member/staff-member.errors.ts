import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';

export const staffMemberNotFound = () => new NotFound({ zh: '该工作人员', en: 'Member of staff' });

export const staffOutsideDuty = (divisionCode: string) =>
  new DomainError('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: '不在您的管辖范围内', en: 'That is outside your divisions' }, { divisionCode });

export const oneHome = () =>
  badInput('ONE_HOME', {
    zh: '编制与编制外用人单位须且只须填一项',
    en: 'Either an establishment or who engages them outside it, and not both',
  });

export const dayOutOfRange = (field: string, from: string | null, to: string) =>
  badInput('DAY_OUT_OF_RANGE', { zh: `${field} 不在允许的日期范围内`, en: `${field} is out of range` }, { field, from, to });

/** Of many, it says who. */
export const hasLeft = (leftOn: string, staffMemberId?: string) =>
  conflict(
    'HAS_LEFT',
    { zh: '该工作人员已离职', en: 'That member of staff has left' },
    { leftOn, ...(staffMemberId && { staffMemberId }) },
  );

export const samePost = () => badInput('SAME_POST', { zh: '与现职务职级相同', en: 'That is the post that they hold' });

export const consultationNeeded = () =>
  conflict('CONSULTATION_NEEDED', {
    zh: '科级领导职务的调整须先征求乡镇（街道）意见，请填写已执行的人事调整',
    en: 'A leading post at section level: name the movement about which the township was consulted',
  });

export const movementUnusable = () =>
  conflict('MOVEMENT_UNUSABLE', {
    zh: '该人事调整不属于该人员、尚未执行或已经使用',
    en: 'No movement of theirs that was carried out, or one that is used already',
  });
