import { type EntityManager, Not } from 'typeorm';
import { ServicePoint } from './service-point.entity';
import { ServicePointState } from './service-point.enums';
import { nameTaken } from './service-point.errors';
import { nameKeyOf } from './service-point.rules';

/**
 * Refuses a name by which another service point of the division is known that is not closed. Of two that come at once the index lets
 * one through; names that were shared before it was there are in no index, so all are looked at.
 */
export async function refuseNameInUse(
  tx: EntityManager,
  { id, divisionCode, name }: Pick<ServicePoint, 'id' | 'divisionCode' | 'name'>,
): Promise<void> {
  const others = await tx.find(ServicePoint, {
    select: { id: true, name: true },
    where: { divisionCode, state: ServicePointState.IN_SERVICE, id: Not(id) },
  });
  const same = others.find((other) => nameKeyOf(other.name) === nameKeyOf(name));
  if (same) throw nameTaken(same.id);
}
