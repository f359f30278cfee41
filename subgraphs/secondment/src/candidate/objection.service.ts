import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { NotFound } from '@township-graph/shared/errors';
import { words } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { CampaignState } from '../campaign/campaign.enums';
import { holdCampaign } from '../campaign/campaign-hold';
import { SelectionPost } from '../campaign/campaign-post.entity';
import type { Periods } from '../periods';
import { excerptAbout } from '../staff-member/names-behind';
import type { DecideObjection, ObjectToCandidate } from './candidate.commands';
import { Candidate } from './candidate.entity';
import { CandidateAction, CandidateState } from './candidate.enums';
import { publicityOver } from './candidate.errors';
import type { CandidateCourse, ObjectionCourse } from './candidate.kind';
import { CandidateObjection } from './objection.entity';
import { ObjectionAction, ObjectionState } from './objection.enums';

const DECISION = 'OBJECTION_DECISION';

/** What is held against candidates while the list is public: decided before anybody is appointed. */
export class ObjectionService {
  constructor(
    private readonly objections: ObjectionCourse,
    private readonly candidates: CandidateCourse,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
  ) {}

  objectToCandidate(context: RequestContext, input: ObjectToCandidate): Promise<CandidateObjection> {
    const { clock } = this.objections;
    const make = async (tx: EntityManager): Promise<CandidateObjection> => {
      const candidate = await tx.findOneBy(Candidate, { id: input.candidateId, state: CandidateState.LISTED });
      if (!candidate || !sees(context.viewer, candidate.divisionCode, clock)) throw new NotFound({ zh: '该公示人员', en: 'Candidate' });
      const { id: candidateId, campaignId, divisionCode } = candidate;
      const contentText = words('content', input.content, 500);
      const { publicityEndsAt } = await holdCampaign(tx, campaignId, [CampaignState.PUBLICITY], { openObjections: 1 });
      if (publicityEndsAt === null || publicityEndsAt < clock()) throw publicityOver();
      const raised = { id: uuid(), candidateId, campaignId, divisionCode, contentText, raisedAt: clock(), finding: null };
      return Object.assign(new CandidateObjection(), raised, { state: ObjectionState.RAISED, version: 1 });
    };
    const then = (tx: EntityManager, objection: CandidateObjection) =>
      this.deadlines.start(tx, { type: 'CandidateObjection', ...objection }, DECISION, this.periods.objection);
    return this.objections.open(context, { name: 'objectToCandidate', action: 'RAISE', input, make, then });
  }

  /** Upheld, it takes the candidate off the list, and the post is free. */
  decideObjection(context: RequestContext, input: DecideObjection): Promise<CandidateObjection> {
    const { isUpheld, objectionId: id } = input;
    const action = isUpheld ? ObjectionAction.UPHOLD : ObjectionAction.DISMISS;
    const work = async (tx: EntityManager, { candidateId, campaignId }: CandidateObjection, beside: Beside[]) => {
      const finding = words('finding', input.finding, 500);
      const candidate = await tx.findOneByOrFail(Candidate, { id: candidateId });
      // A second objection to somebody who is off the list already takes nothing more.
      const isTakenOff = isUpheld && candidate.state === CandidateState.LISTED;
      await holdCampaign(tx, campaignId, [CampaignState.PUBLICITY], { openObjections: -1, ...(isTakenOff ? { freePosts: 1 } : {}) });
      await this.deadlines.meet(tx, id, DECISION);
      if (isTakenOff) beside.push(await this.takeOff(tx, context, candidate, finding));
      return { finding };
    };
    return this.objections.take(context, { name: 'decideObjection', action, id, input, work });
  }

  private async takeOff(tx: EntityManager, context: RequestContext, candidate: Candidate, finding: string): Promise<Beside> {
    await tx.update(SelectionPost, { id: candidate.postId! }, { candidateId: null });
    const refusalReason = await excerptAbout(tx, finding, candidate.staffMemberId);
    const change = { refusalReason, postId: null, chosenDivisionCode: null };
    return this.candidates.move(tx, context, candidate, CandidateAction.DISQUALIFY, change);
  }
}
