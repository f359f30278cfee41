import { type EntityManager, In } from 'typeorm';
import { SelectionPost } from './campaign-post.entity';

/** Posts of selections that the viewer sees: who sees a selection, sees all its posts. */
export class CampaignPosts {
  constructor(private readonly manager: EntityManager) {}

  find(ids: readonly string[]): Promise<SelectionPost[]> {
    return this.manager.findBy(SelectionPost, { id: In([...ids]) });
  }

  ofCampaigns(campaignIds: readonly string[]): Promise<SelectionPost[]> {
    return this.manager.find(SelectionPost, { where: { campaignId: In([...campaignIds]) }, order: { divisionCode: 'ASC', id: 'ASC' } });
  }
}
