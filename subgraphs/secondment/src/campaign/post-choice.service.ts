import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../candidate/candidate.entity';
import { CandidateAction, CandidateState } from '../candidate/candidate.enums';
import { notTheirTurn, postTaken, postUnknown } from '../candidate/candidate.errors';
import type { CandidateCourse } from '../candidate/candidate.kind';
import { firstOutOfTurn } from '../candidate/ranking.rules';
import type { ChoosePosts } from './campaign.commands';
import type { SelectionCampaign } from './campaign.entity';
import { CampaignAction } from './campaign.enums';
import { choicesWrong } from './campaign.errors';
import type { CampaignCourse } from './campaign.kind';
import { SelectionPost } from './campaign-post.entity';

const MOST_CHOICES = 500;

/** A candidate, and the post that they chose; null of who waived. */
interface Choice {
  readonly candidate: Candidate;
  readonly post: SelectionPost | null;
}

/** 选岗 of a whole list, as it was made on one day: in the order of ranks, all of it or nothing. */
export class PostChoiceService {
  constructor(
    private readonly campaigns: CampaignCourse,
    private readonly candidates: CandidateCourse,
  ) {}

  choosePosts(context: RequestContext, input: ChoosePosts): Promise<SelectionCampaign> {
    const work = async (tx: EntityManager, campaign: SelectionCampaign, beside: Beside[]) => {
      const choices = await this.checked(tx, campaign, input);
      for (const choice of choices) beside.push(await this.settle(tx, context, choice));
      const chosen = choices.filter(({ post }) => post !== null).length;
      // On condition of the version that was read: who chose by themselves meanwhile has raised it.
      return { pendingCount: campaign.pendingCount - choices.length, freePosts: campaign.freePosts - chosen };
    };
    return this.campaigns.take(context, { name: 'choosePosts', action: CampaignAction.CHOOSE_POSTS, id: input.campaignId, input, work });
  }

  private async checked(tx: EntityManager, { id: campaignId }: SelectionCampaign, { choices }: ChoosePosts): Promise<Choice[]> {
    const ids = choices.map(({ candidateId }) => candidateId);
    if (ids.length === 0 || ids.length > MOST_CHOICES || new Set(ids).size !== ids.length) throw choicesWrong(MOST_CHOICES);
    const undecided = await tx.findBy(Candidate, { campaignId, state: CandidateState.RANKED });
    const ranked = new Map(undecided.map((each) => [each.id, each]));
    const chosen = choices.map(({ candidateId, postId = null }) => ({ candidate: ranked.get(candidateId), postId }));
    const stranger = choices.find(({ candidateId }) => !ranked.has(candidateId));
    if (stranger) throw choicesWrong(MOST_CHOICES, stranger.candidateId);
    const outOfTurn = firstOutOfTurn(
      chosen.map(({ candidate }) => candidate!.rankNumber!),
      undecided.map(({ rankNumber }) => rankNumber!),
    );
    if (outOfTurn) throw notTheirTurn(outOfTurn.waitingFor, ids[outOfTurn.at]);
    const postIds = chosen.flatMap(({ postId }) => postId ?? []);
    const posts = new Map((await tx.findBy(SelectionPost, { campaignId, id: In(postIds) })).map((post) => [post.id, post]));
    const taken = new Set([...posts.values()].filter(({ candidateId }) => candidateId !== null).map(({ id }) => id));
    return chosen.map(({ candidate, postId }) => {
      if (postId === null) return { candidate: candidate!, post: null };
      const post = posts.get(postId);
      if (!post) throw postUnknown();
      if (taken.has(postId)) throw postTaken(candidate!.id);
      taken.add(postId);
      return { candidate: candidate!, post };
    });
  }

  private async settle(tx: EntityManager, context: RequestContext, { candidate, post }: Choice): Promise<Beside> {
    if (post === null) return this.candidates.move(tx, context, candidate, CandidateAction.WAIVE_POST);
    await tx.update(SelectionPost, { id: post.id }, { candidateId: candidate.id });
    const choice = { postId: post.id, chosenDivisionCode: post.divisionCode };
    return this.candidates.move(tx, context, candidate, CandidateAction.CHOOSE_POST, choice);
  }
}
