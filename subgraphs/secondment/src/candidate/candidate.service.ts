import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { statedText } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { SelectionCampaign } from '../campaign/campaign.entity';
import { CampaignState } from '../campaign/campaign.enums';
import { campaignUnknown } from '../campaign/campaign.errors';
import { isRegistrationOpen } from '../campaign/campaign.kind';
import { holdCampaign } from '../campaign/campaign-hold';
import { SelectionPost } from '../campaign/campaign-post.entity';
import type { RecallBars } from '../placement/recall-bars';
import { standingsOf } from '../placement/standing';
import { StaffMember } from '../staff-member/staff-member.entity';
import type { CandidateMove, ChoosePost, QualifyCandidate, RecordExamination, RegisterCandidate } from './candidate.commands';
import { Candidate } from './candidate.entity';
import { CandidateAction, CandidateState, ExaminationPart } from './candidate.enums';
import {
  ineligible,
  notTheirTurn,
  pointsWrong,
  postTaken,
  postUnknown,
  registeredAlready,
  registrationClosed,
  staffUnknown,
} from './candidate.errors';
import type { CandidateCourse } from './candidate.kind';
import { CAMPAIGN_FOR } from './candidate.machine';
import { ineligibility } from './eligibility.rules';
import { hundredthsOf, isTurnOf } from './ranking.rules';

/** What candidates do, and what is found of them, from registration to the choice of a post. */
export class CandidateService {
  constructor(
    private readonly candidates: CandidateCourse,
    private readonly bars: RecallBars,
  ) {}

  /** 县直事业单位差供、自收自支人员: who may not is told all that stands against it. */
  registerCandidate(context: RequestContext, input: RegisterCandidate): Promise<Candidate> {
    const make = async (tx: EntityManager): Promise<Candidate> => {
      const { divisionCode } = await this.openCampaign(tx, input.campaignId);
      // Who registers nobody here is not told whether there is such a member of staff.
      this.candidates.checkPlace(context.viewer, divisionCode, 'REGISTER');
      const campaign = await holdCampaign(tx, input.campaignId, [CampaignState.ANNOUNCED], { candidateCount: 1 });
      if (!isRegistrationOpen(campaign, this.candidates.clock)) throw registrationClosed();
      const staff = await tx.findOneBy(StaffMember, { id: input.staffMemberId });
      if (!staff?.homeDivisionCode.startsWith(divisionCode)) throw staffUnknown();
      if (await tx.existsBy(Candidate, { campaignId: campaign.id, staffMemberId: staff.id })) throw registeredAlready();
      const today = dayOf(this.candidates.clock());
      const standing = (await standingsOf(tx, [staff.id], this.bars)).get(staff.id)!;
      const reasons = ineligibility({ ...staff, ...standing }, divisionCode, today);
      if (reasons.length > 0) throw ineligible(reasons, standing.banUntil);
      const { homeCreditCode, homeName, fundingKind, id: staffMemberId } = staff;
      const from = { campaignId: campaign.id, divisionCode, staffMemberId, homeCreditCode, homeName, fundingKind: fundingKind! };
      return Object.assign(new Candidate(), NEW, from, { id: uuid(), registeredAt: this.candidates.clock() });
    };
    return this.candidates.open(context, { name: 'registerCandidate', action: 'REGISTER', input, make });
  }

  withdrawCandidate(context: RequestContext, input: CandidateMove): Promise<Candidate> {
    return this.step(context, 'withdrawCandidate', CandidateAction.WITHDRAW, input, async (tx, candidate) => {
      const { state } = await tx.findOneByOrFail(SelectionCampaign, { id: candidate.campaignId });
      const isPending = state !== CampaignState.ANNOUNCED && isUndecided(candidate, state);
      await holdCampaign(
        tx,
        candidate.campaignId,
        [state].filter(isStageOf(CandidateAction.WITHDRAW)),
        isPending ? { pendingCount: -1 } : {},
      );
      return {};
    });
  }

  qualifyCandidate(context: RequestContext, input: QualifyCandidate): Promise<Candidate> {
    const action = input.isQualified ? CandidateAction.QUALIFY : CandidateAction.NOT_QUALIFY;
    return this.step(context, 'qualifyCandidate', action, input, async (tx, { campaignId }) => {
      const refusalReason = input.isQualified ? null : statedText('reason', input.reason ?? '', 200);
      await holdCampaign(tx, campaignId, CAMPAIGN_FOR[action]!, { pendingCount: -1 });
      return { refusalReason };
    });
  }

  /** Can be set right until the stage is completed; the course of the candidate keeps what was recorded before. */
  recordExamination(context: RequestContext, input: RecordExamination): Promise<Candidate> {
    const isWritten = input.part === ExaminationPart.WRITTEN;
    const action = isWritten ? CandidateAction.RECORD_WRITTEN : CandidateAction.RECORD_INTERVIEW;
    const isAbsent = input.isAbsent ?? false;
    const score = input.score ?? null;
    const noted = { ...input, note: [score ?? (isAbsent ? '缺考' : null), input.note].filter(Boolean).join('；') };
    return this.step(context, 'recordExamination', action, noted, async (tx, candidate) => {
      const points = score === null ? null : hundredthsOf(score);
      if (isAbsent ? score !== null : points === null) throw pointsWrong();
      const isFirst = isUndecided(candidate, CAMPAIGN_FOR[action]![0]!);
      await holdCampaign(tx, candidate.campaignId, CAMPAIGN_FOR[action]!, isFirst ? { pendingCount: -1 } : {});
      return isWritten
        ? { writtenPoints: points, isAbsentFromWritten: isAbsent }
        : { interviewPoints: points, isAbsentFromInterview: isAbsent };
    });
  }

  /** In the order of ranks: who is before has chosen or waived; a post is chosen once. */
  choosePost(context: RequestContext, input: ChoosePost): Promise<Candidate> {
    return this.step(context, 'choosePost', CandidateAction.CHOOSE_POST, input, async (tx, candidate) => {
      const { id, campaignId, rankNumber } = candidate;
      await holdCampaign(tx, campaignId, CAMPAIGN_FOR.CHOOSE_POST!, { pendingCount: -1, freePosts: -1 });
      const undecided = await tx.find(Candidate, { where: { campaignId, state: CandidateState.RANKED } });
      const ranks = undecided.map((other) => other.rankNumber!);
      if (!isTurnOf(rankNumber!, ranks)) throw notTheirTurn(Math.min(...ranks));
      const post = await tx.findOneBy(SelectionPost, { id: input.postId, campaignId });
      if (!post) throw postUnknown();
      if (post.candidateId !== null) throw postTaken();
      await tx.update(SelectionPost, { id: post.id }, { candidateId: id });
      return { postId: post.id, chosenDivisionCode: post.divisionCode };
    });
  }

  /** Also of a post that was chosen, which is free again: who comes later may have chosen meanwhile, and keeps theirs. */
  waivePost(context: RequestContext, input: CandidateMove): Promise<Candidate> {
    return this.step(context, 'waivePost', CandidateAction.WAIVE_POST, input, async (tx, { campaignId, postId }) => {
      await holdCampaign(tx, campaignId, CAMPAIGN_FOR.WAIVE_POST!, postId === null ? { pendingCount: -1 } : { freePosts: 1 });
      if (postId !== null) await tx.update(SelectionPost, { id: postId }, { candidateId: null });
      return { postId: null, chosenDivisionCode: null };
    });
  }

  /** Known to everybody who may register somebody; what is not announced yet is not there. */
  private async openCampaign(tx: EntityManager, id: string): Promise<SelectionCampaign> {
    const campaign = await tx.findOneBy(SelectionCampaign, { id });
    if (!campaign || campaign.state === CampaignState.PLAN) throw campaignUnknown();
    return campaign;
  }

  private step<I extends CandidateMove>(
    context: RequestContext,
    name: string,
    action: CandidateAction,
    input: I,
    work: (tx: EntityManager, candidate: Candidate) => Promise<Partial<Candidate>>,
  ): Promise<Candidate> {
    return this.candidates.take(context, { name, action, id: input.candidateId, input, work });
  }
}

const isStageOf = (action: CandidateAction) => (state: CampaignState) => CAMPAIGN_FOR[action]!.includes(state);

/** Whether the stage that goes on has yet to decide of them. */
function isUndecided(
  { state, writtenPoints, isAbsentFromWritten, interviewPoints, isAbsentFromInterview }: Candidate,
  stage: CampaignState,
) {
  switch (stage) {
    case CampaignState.REGISTERED:
      return state === CandidateState.REGISTERED;
    case CampaignState.QUALIFIED:
      return state === CandidateState.QUALIFIED && writtenPoints === null && !isAbsentFromWritten;
    case CampaignState.WRITTEN:
      return state === CandidateState.ADMITTED && interviewPoints === null && !isAbsentFromInterview;
    default:
      return false;
  }
}

const NEW = {
  refusalReason: null,
  writtenPoints: null,
  isAbsentFromWritten: false,
  interviewPoints: null,
  isAbsentFromInterview: false,
  totalPoints: null,
  rankNumber: null,
  postId: null,
  chosenDivisionCode: null,
  state: CandidateState.REGISTERED,
  version: 1,
};
