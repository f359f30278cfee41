import { type Concern, ROW } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { Delegation } from './delegation.entity';
import { ONCE_PUBLISHED } from './delegation.enums';
import { DelegationRecipient } from './delegation-recipient.entity';

/** Those that carry the item read what is due in its delegation, from its publication on; the delegation itself is public from then on. */
export const CONCERNED_BY_DEADLINE: Concern = {
  column: 'r.divisionCode',
  among: `SELECT 1 FROM delegation_recipient r INNER JOIN delegation d ON d.id = r.delegationId
    WHERE ${ROW}.subjectType = 'Delegation' AND r.delegationId = ${ROW}.subjectId
      AND d.state IN (${ONCE_PUBLISHED.map((state) => `'${state}'`).join(', ')})`,
};

/** The same townships for events, of one delegation as it stands. */
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
