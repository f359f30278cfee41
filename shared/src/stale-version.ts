import { DomainError } from './errors';

/** Refused because somebody else changed the row since it was read. */
export const staleVersion = (expectedVersion: number) =>
  new DomainError(
    'CONFLICT',
    'STALE_VERSION',
    { zh: '数据已被他人修改，请重新读取后再试', en: 'Changed by somebody else since you read it; read again and retry' },
    { expectedVersion },
  );
