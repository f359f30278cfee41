import { addDays, addYears } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import { computeDeadline } from '@township-graph/shared/deadline';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, words } from '@township-graph/shared/stated-text';
import { takeTurn } from '@township-graph/shared/turn';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Candidate } from '../candidate/candidate.entity';
import { CandidateAction, CandidateState } from '../candidate/candidate.enums';
import type { CandidateCourse } from '../candidate/candidate.kind';
import type { Periods } from '../periods';
import { PlacementKind } from '../placement/placement.enums';
import type { Placing } from '../placement/placing';
import { SelectionPlan } from '../selection-plan/selection-plan.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import { SecondmentTurn, turnOfPlan } from '../turns';
import type {
  AnnounceCampaign,
  AppointCandidates,
  CampaignMove,
  CancelCampaign,
  CompleteCampaignStage,
  OpenCampaign,
} from './campaign.commands';
import { SelectionCampaign } from './campaign.entity';
import { CampaignAction, CampaignStage, CampaignState } from './campaign.enums';
import { daysWrong, planUnknown, startsTooEarly, targetExceeded, yearOutsidePlan } from './campaign.errors';
import type { CampaignCourse } from './campaign.kind';
import { SelectionPost } from './campaign-post.entity';
import { StageCompletion } from './campaign-stage';
import { checkCampaign, passMarkOf, postsOf } from './new-campaign';

/** A selection in its eight stages: 公告、报名、审核、笔试、面试、选岗、公示、聘用. */
export class CampaignService {
  private readonly stages: StageCompletion;

  constructor(
    private readonly campaigns: CampaignCourse,
    private readonly candidates: CandidateCourse,
    private readonly placing: Placing,
    private readonly periods: Periods,
  ) {
    this.stages = new StageCompletion(candidates);
  }

  openCampaign(context: RequestContext, input: OpenCampaign): Promise<SelectionCampaign> {
    const make = async (tx: EntityManager): Promise<SelectionCampaign> => {
      checkCampaign(input, this.periods);
      const postCount = input.posts.reduce((sum, { number }) => sum + number, 0);
      await this.checkPlan(tx, input, postCount);
      const { divisionCode, year, planId = null, writtenWeight, interviewWeight } = input;
      const stated = {
        title: statedText('title', input.title, 100),
        approvalDocument: statedText('approvalDocument', input.approvalDocument, 100),
        writtenPass: passMarkOf(input.writtenPassMark),
        interviewPass: passMarkOf(input.interviewPassMark),
      };
      const given = { id: uuid(), divisionCode, year, planId, writtenWeight, interviewWeight, ...stated };
      const counts = { postCount, freePosts: postCount, candidateCount: 0, pendingCount: 0, openObjections: 0 };
      return Object.assign(new SelectionCampaign(), given, counts, NEW, { openedAt: this.campaigns.clock() });
    };
    const then = (tx: EntityManager, { id }: SelectionCampaign) => insertAll(tx, SelectionPost, postsOf(id, input.posts));
    return this.campaigns.open(context, { name: 'openCampaign', action: 'OPEN', input, place: input.divisionCode, make, then });
  }

  announceCampaign(context: RequestContext, input: AnnounceCampaign): Promise<SelectionCampaign> {
    return this.step(context, 'announceCampaign', CampaignAction.ANNOUNCE, input, () => {
      const { registrationFrom, registrationTo } = input;
      if (registrationFrom < this.today() || registrationTo < registrationFrom) throw daysWrong();
      return { registrationFrom, registrationTo };
    });
  }

  completeCampaignStage(context: RequestContext, input: CompleteCampaignStage): Promise<SelectionCampaign> {
    return this.step(context, 'completeCampaignStage', COMPLETION[input.stage], input, async (tx, campaign, beside) => ({
      pendingCount: await this.stages.complete(tx, context, campaign, input.stage, beside),
    }));
  }

  publishList(context: RequestContext, input: CampaignMove): Promise<SelectionCampaign> {
    return this.step(context, 'publishList', CampaignAction.PUBLISH, input, async (tx, campaign, beside) => {
      const chosen = await tx.findBy(Candidate, { campaignId: campaign.id, state: CandidateState.CHOSEN });
      beside.push(await this.candidates.moveAll(tx, context, chosen, CandidateAction.LIST));
      const now = this.campaigns.clock();
      return { publicityFrom: now, publicityEndsAt: computeDeadline({ ...this.periods.publicity, start: now, now }).dueAt };
    });
  }

  /** All placements of the list begin in one transaction, or none does. */
  appointCandidates(context: RequestContext, input: AppointCandidates): Promise<SelectionCampaign> {
    return this.step(context, 'appointCandidates', CampaignAction.APPOINT, input, async (tx, { id }, beside) => {
      const { startsOn } = input;
      if (startsOn < this.today()) throw startsTooEarly();
      const document = statedText('document', input.document, 100);
      const endsOn = addDays(addYears(startsOn, this.periods.selectionYears), -1);
      const posts = new Map((await tx.findBy(SelectionPost, { campaignId: id })).map((post) => [post.id, post]));
      const [listed, left] = await this.listed(tx, id);
      const wanted = listed.map(({ staffMemberId, postId }) => {
        const { divisionCode, hostCreditCode, hostName, title } = posts.get(postId!)!;
        const host = { divisionCode, hostCreditCode, hostName, postTitle: title };
        return { staffMemberId, given: { kind: PlacementKind.SELECTION, campaignId: id, ...host, document, startsOn, endsOn } };
      });
      beside.push(await this.placing.placeAll(tx, context, wanted));
      beside.push(await this.candidates.moveAll(tx, context, listed, CandidateAction.APPOINT));
      beside.push(await this.candidates.moveAll(tx, context, left, CandidateAction.LEAVE_UNPLACED));
      return {};
    });
  }

  /** Those of the list who are to be appointed, and those who have left since: their posts stay free. */
  private async listed(tx: EntityManager, campaignId: string): Promise<[Candidate[], Candidate[]]> {
    const listed = await tx.findBy(Candidate, { campaignId, state: CandidateState.LISTED });
    const gone = await tx.findBy(StaffMember, { id: In(listed.map(({ staffMemberId }) => staffMemberId)), leftOn: Not(IsNull()) });
    const goneIds = new Set(gone.map(({ id }) => id));
    const hasLeft = ({ staffMemberId }: Candidate) => goneIds.has(staffMemberId);
    return [listed.filter((each) => !hasLeft(each)), listed.filter(hasLeft)];
  }

  cancelCampaign(context: RequestContext, input: CancelCampaign): Promise<SelectionCampaign> {
    const noted = { ...input, note: words('reason', input.reason, 200) };
    return this.step(context, 'cancelCampaign', CampaignAction.CANCEL, noted, async (tx, { id }, beside) => {
      await this.stages.leaveAll(tx, context, id, beside);
      return { pendingCount: 0 };
    });
  }

  private today(): string {
    return dayOf(this.campaigns.clock());
  }

  /** One after the other: two selections of a year share its target. */
  private async checkPlan(tx: EntityManager, { divisionCode, planId, year }: OpenCampaign, postCount: number): Promise<void> {
    if (!planId) return;
    await takeTurn(tx, SecondmentTurn, turnOfPlan(planId));
    const plan = await tx.findOneBy(SelectionPlan, { id: planId, divisionCode });
    if (!plan) throw planUnknown();
    const target = plan.targets.find((each) => each.year === year)?.number;
    if (target === undefined) throw yearOutsidePlan(year);
    const others = await tx.findBy(SelectionCampaign, { planId, year });
    const planned = others
      .filter(({ state }) => state !== CampaignState.CANCELLED)
      .reduce((sum, other) => sum + other.postCount, postCount);
    if (planned > target) throw targetExceeded(year, target, planned);
  }

  private step<I extends CampaignMove>(
    context: RequestContext,
    name: string,
    action: CampaignAction,
    input: I,
    work: (
      tx: EntityManager,
      campaign: SelectionCampaign,
      beside: Beside[],
    ) => Promise<Partial<SelectionCampaign>> | Partial<SelectionCampaign>,
  ): Promise<SelectionCampaign> {
    return this.campaigns.take(context, { name, action, id: input.campaignId, input, work });
  }
}

const COMPLETION: Readonly<Record<CampaignStage, CampaignAction>> = {
  [CampaignStage.REGISTRATION]: CampaignAction.COMPLETE_REGISTRATION,
  [CampaignStage.QUALIFICATION]: CampaignAction.COMPLETE_QUALIFICATION,
  [CampaignStage.WRITTEN]: CampaignAction.COMPLETE_WRITTEN,
  [CampaignStage.INTERVIEW]: CampaignAction.COMPLETE_INTERVIEW,
  [CampaignStage.POST_CHOICE]: CampaignAction.COMPLETE_POST_CHOICE,
};

const NEW = {
  registrationFrom: null,
  registrationTo: null,
  publicityFrom: null,
  publicityEndsAt: null,
  state: CampaignState.PLAN,
  version: 1,
};
