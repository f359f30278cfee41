import type { EntityManager } from 'typeorm';
import { SelectionCampaign } from './campaign.entity';
import type { CampaignState } from './campaign.enums';
import { stagePassed } from './campaign.errors';

type Count = 'candidateCount' | 'pendingCount' | 'freePosts' | 'openObjections';

/**
 * Holds the campaign for what is done to one of its candidates, if it is at that stage, and counts it. From here to the end of the
 * transaction no other acts on its candidates, and who would complete the stage on what they had read before is refused.
 */
export async function holdCampaign(
  tx: EntityManager,
  id: string,
  states: readonly CampaignState[],
  counts: Readonly<Partial<Record<Count, number>>> = {},
): Promise<SelectionCampaign> {
  const raised = Object.entries({ ...counts, version: 1 }).map(([column, by]) => [column, () => `${column} + (${by})`]);
  const { affected } = await tx
    .createQueryBuilder()
    .update(SelectionCampaign)
    .set(Object.fromEntries(raised))
    .where('id = :id AND state IN (:...states)', { id, states })
    .execute();
  if (affected !== 1) throw stagePassed(states);
  return tx.findOneByOrFail(SelectionCampaign, { id });
}
