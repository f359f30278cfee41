import { FeedFollower, type FollowingOptions } from '@township-graph/shared/feed-follower/feed-follower';
import type { Periods } from '../periods';
import type { AppraisalCorrections } from '../placement/appraisal-corrections';
import type { Appraisals } from '../placement/appraisals';
import { FollowedResults } from './followed-results';

/** The job by which results that the assessment confirms reach placements and recalls. */
export function resultFollower(
  { appraisals, corrections }: { readonly appraisals: Appraisals; readonly corrections: AppraisalCorrections },
  { recallGrades }: Periods,
  options: FollowingOptions,
): FeedFollower {
  return new FeedFollower({ ...options, feed: 'assessmentFeed', apply: new FollowedResults(appraisals, corrections, recallGrades).apply });
}
