import { DomainError, NotFound } from '@township-graph/shared/errors';

export const bundleNotFound = () => new NotFound({ zh: '该“一件事”', en: 'Bundle' });
export const bundleApplicationNotFound = () => new NotFound({ zh: '该“一件事”办件', en: 'Joint application' });

export const memberNotHandledHere = (name: string) =>
  new DomainError(
    'CONFLICT',
    'MEMBER_NOT_HANDLED_HERE',
    { zh: `“${name}”当日不在此处办理`, en: `“${name}” is not handled here on this day` },
    { member: name },
  );

export const noExpress = () =>
  new DomainError('BAD_USER_INPUT', 'NO_EXPRESS', { zh: '该“一件事”没有特办时限', en: 'This bundle has no express limit' });

export const memberDecided = (names: readonly string[]) =>
  new DomainError(
    'CONFLICT',
    'MEMBER_DECIDED',
    { zh: '已有联办事项作出决定或办结，不能整体撤回', en: 'Something of it is decided already: it cannot be withdrawn as a whole' },
    { members: names },
  );
