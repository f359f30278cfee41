import { DomainError } from '@township-graph/shared/errors';

export const powerKeyMissing = () =>
  new DomainError('BAD_USER_INPUT', 'ONE_KEY', { zh: '请给出标识或编码之一', en: 'Name the power by its id or by its code' });
