import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { DomainError } from './errors';

/** Refused because somebody else changed the row since it was read. */
export const staleVersion = (expectedVersion: number) =>
  new DomainError(
    'CONFLICT',
    'STALE_VERSION',
    { zh: '数据已被他人修改，请重新读取后再试', en: 'Changed by somebody else since you read it; read again and retry' },
    { expectedVersion },
  );

/**
 * Changes the row if it still has the version that was read, and raises the version.
 * The database decides between two writers, on any isolation level: one of them changes no row and gets CONFLICT.
 */
export async function changeVersion<E extends ObjectLiteral & { version: number }>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
  expectedVersion: number,
  change: Partial<E>,
): Promise<void> {
  const next = { ...change, version: expectedVersion + 1 } as unknown as QueryDeepPartialEntity<E>;
  const { affected } = await manager.update(entity, { ...where, version: expectedVersion } as FindOptionsWhere<E>, next);
  if (affected !== 1) throw staleVersion(expectedVersion);
}
