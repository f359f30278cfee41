import { type EntityManager, In } from 'typeorm';
import { SelectionPost } from '../campaign/campaign-post.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import { Candidate } from './candidate.entity';
import { CandidateState } from './candidate.enums';
import { PublicListEntry } from './public-list-entry.type';

/** What is told of candidates whoever asks, of selections that they see. */
export class PublicLists {
  constructor(private readonly manager: EntityManager) {}

  /** Who is to be appointed, by rank. */
  async entries(campaignIds: readonly string[]): Promise<PublicListEntry[]> {
    const rows = await this.manager
      .createQueryBuilder(Candidate, 'candidate')
      .innerJoin(StaffMember, 'staff', 'staff.id = candidate.staffMemberId')
      .innerJoin(SelectionPost, 'post', 'post.id = candidate.postId')
      .where({ campaignId: In([...campaignIds]), state: CandidateState.LISTED })
      .select('candidate.id', 'id')
      .addSelect('candidate.campaignId', 'campaignId')
      .addSelect('candidate.divisionCode', 'divisionCode')
      .addSelect('candidate.rankNumber', 'rank')
      .addSelect('candidate.totalPoints', 'totalPoints')
      .addSelect('candidate.homeName', 'homeName')
      .addSelect('staff.name', 'name')
      .addSelect('post.title', 'postTitle')
      .addSelect('post.divisionCode', 'townshipCode')
      .orderBy('candidate.rankNumber')
      .addOrderBy('candidate.id')
      .getRawMany<object>();
    return rows.map((row) => Object.assign(new PublicListEntry(), row));
  }

  /** The best rank that has still to choose, of each that has one. */
  async nextRanks(campaignIds: readonly string[]): Promise<{ campaignId: string; rankNumber: number }[]> {
    return this.manager
      .createQueryBuilder(Candidate, 'candidate')
      .where({ campaignId: In([...campaignIds]), state: CandidateState.RANKED })
      .select('candidate.campaignId', 'campaignId')
      .addSelect('MIN(candidate.rankNumber)', 'rankNumber')
      .groupBy('candidate.campaignId')
      .getRawMany();
  }
}
