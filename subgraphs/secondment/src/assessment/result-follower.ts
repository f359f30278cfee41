import { FeedFollower, type FollowingOptions } from '@township-graph/shared/feed-follower/feed-follower';
import type { Periods } from '../periods';
import type { Appraisals } from '../placement/appraisals';
import { FollowedResults } from './followed-results';

/** The job by which results that the assessment confirms reach placements and recalls. */
export function resultFollower(appraisals: Appraisals, { recallGrades }: Periods, options: FollowingOptions): FeedFollower {
  return new FeedFollower({ ...options, feed: 'assessmentFeed', apply: new FollowedResults(appraisals, recallGrades).apply });
}
