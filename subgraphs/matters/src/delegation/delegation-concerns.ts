import type { EntityManager } from 'typeorm';
import { Delegation } from './delegation.entity';
import { ONCE_PUBLISHED } from './delegation.enums';
import { DelegationRecipient } from './delegation-recipient.entity';

/** The townships that a delegation concerns: those that carry the item, from its publication on. */
export async function divisionsCarrying(tx: EntityManager, delegationId: string): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(DelegationRecipient, 'recipient')
    .innerJoin(Delegation, 'delegation', 'delegation.id = recipient.delegationId AND delegation.state IN (:...published)', {
      published: ONCE_PUBLISHED,
    })
    .where('recipient.delegationId = :delegationId', { delegationId })
    .orderBy('recipient.divisionCode')
    .getMany();
  return rows.map(({ divisionCode }) => divisionCode);
}
