import { v7 as uuid } from 'uuid';
import { pointsWrong } from '../candidate/candidate.errors';
import { type Hundredths, hundredthsOf, weightsSumUp } from '../candidate/ranking.rules';
import { quotaOf } from '../establishment/township-quota';
import type { Periods } from '../periods';
import type { OpenCampaign, PostsGiven } from './campaign.commands';
import { notACounty, postElsewhere, postsOutOfRange, postsWrong, weightsWrong } from './campaign.errors';
import { SelectionPost } from './campaign-post.entity';

const MOST_POSTS = 500;

/** What must hold of a selection whatever else is there. */
export function checkCampaign({ divisionCode, writtenWeight, interviewWeight, posts }: OpenCampaign, periods: Periods): void {
  if (divisionCode.length !== 6) throw notACounty(divisionCode);
  if (!weightsSumUp({ written: writtenWeight, interview: interviewWeight })) throw weightsWrong();
  checkPosts(divisionCode, posts, periods);
}

function checkPosts(countyCode: string, posts: readonly PostsGiven[], { quotas }: Periods): void {
  const byTownship = new Map<string, number>();
  for (const { divisionCode, number } of posts) {
    if (divisionCode.length !== 9 || !divisionCode.startsWith(countyCode)) throw postElsewhere(divisionCode);
    if (number < 1 || number > MOST_POSTS) throw postsWrong();
    byTownship.set(divisionCode, (byTownship.get(divisionCode) ?? 0) + number);
  }
  for (const [divisionCode, number] of byTownship) {
    const quota = quotaOf(quotas, divisionCode);
    if (quota && (number < quota.minimum || number > quota.maximum)) throw postsOutOfRange(divisionCode, number, quota);
  }
  const all = [...byTownship.values()].reduce((sum, number) => sum + number, 0);
  if (all < 1 || all > MOST_POSTS) throw postsWrong();
}

export const passMarkOf = (points: string | null | undefined): Hundredths => {
  const mark = hundredthsOf(points ?? '0');
  if (mark === null) throw pointsWrong();
  return mark;
};

/** A row for each post: it is chosen once. */
export function postsOf(campaignId: string, posts: readonly PostsGiven[]): SelectionPost[] {
  return posts.flatMap(({ divisionCode, organization, title, number }) =>
    Array.from({ length: number }, () => {
      const host = { hostCreditCode: organization.creditCode, hostName: organization.name };
      return Object.assign(new SelectionPost(), { id: uuid(), campaignId, divisionCode, ...host, title, candidateId: null });
    }),
  );
}
