import type { StaffMember } from './staff-member.entity';
import { PostRank } from './staff-member.enums';

/** A post as it is weighed against another. */
export type PostHeld = Pick<StaffMember, 'postTitle' | 'postRank' | 'isLeading'>;

/** From the lowest. */
const RANKS = [PostRank.STAFF, PostRank.SECTION_DEPUTY, PostRank.SECTION_HEAD, PostRank.COUNTY_DEPUTY, PostRank.COUNTY_HEAD];

/** 职级晋升: a higher rank than before. */
export const isHigherRank = (from: PostHeld, to: PostHeld): boolean => RANKS.indexOf(to.postRank) > RANKS.indexOf(from.postRank);

export const isSamePost = (from: PostHeld, to: PostHeld): boolean =>
  from.postTitle === to.postTitle && from.postRank === to.postRank && from.isLeading === to.isLeading;
