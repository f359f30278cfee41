import type { EntityManager } from 'typeorm';
import { ReceptionPlan } from './reception-plan.entity';

/**
 * Holds the plan until the transaction ends, null where there is none: bookings of one service point pass here one after
 * the other, so that capacity, what is booked and who has booked cannot change between the look and the save.
 */
export async function holdPlan(tx: EntityManager, servicePointId: string): Promise<ReceptionPlan | null> {
  await tx
    .createQueryBuilder()
    .update(ReceptionPlan)
    .set({ held: () => 'held + 1' })
    .where({ servicePointId })
    .execute();
  return tx.findOneBy(ReceptionPlan, { servicePointId });
}
