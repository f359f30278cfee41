import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Candidate } from '../candidate/candidate.entity';
import { CandidateConnection, CandidateListArgs } from '../candidate/candidate.inputs';
import { PublicListEntry } from '../candidate/public-list-entry.type';
import type { SecondmentContext } from '../context';
import { SelectionPlan } from '../selection-plan/selection-plan.entity';
import { SelectionCampaign } from './campaign.entity';
import { CampaignAction, CampaignState } from './campaign.enums';
import { SelectionCampaignConnection, SelectionCampaignListArgs } from './campaign.inputs';
import type { CampaignCourse } from './campaign.kind';
import type { SelectionCampaignRepository } from './campaign.repository';
import { SelectionPost } from './campaign-post.entity';
import { publicityOf } from './campaign-publicity';

@Resolver(() => SelectionCampaign)
export class SelectionCampaignResolver {
  constructor(
    private readonly selectionCampaignRepository: SelectionCampaignRepository,
    private readonly course: CampaignCourse,
    private readonly clock: Clock,
  ) {}

  @Query(() => SelectionCampaign, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询选派。' })
  selectionCampaign(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<SelectionCampaign> {
    return loaders.selectionCampaignById.shown(id);
  }

  @Query(() => SelectionCampaignConnection, {
    description: 'Selections within the viewer’s divisions, and all that were announced, newest first. 按条件查询选派（限管辖范围）。',
  })
  selectionCampaigns(
    @Args(() => SelectionCampaignListArgs) { filter, ...page }: SelectionCampaignListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<SelectionCampaign> {
    const checked = checkedPage(page);
    return new SelectionCampaignConnection({
      page: (asked) => this.selectionCampaignRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.selectionCampaignRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads(
    'state',
    'divisionCode',
    'candidateCount',
    'pendingCount',
    'freePosts',
    'postCount',
    'openObjections',
    'registrationTo',
    'publicityEndsAt',
  )
  @FieldResolver(() => [CampaignAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() row: SelectionCampaign, @Ctx() { viewer }: SecondmentContext): CampaignAction[] {
    return this.course.availableActions(viewer, row);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: SelectionCampaign, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id', 'state', 'publicityFrom', 'publicityEndsAt')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [CaseDeadline], { description: 'The days of publicity. 公示期限。' })
  deadlines(@Root() campaign: SelectionCampaign): CaseDeadline[] {
    return publicityOf(campaign, this.clock());
  }

  @Reads('planId')
  @FieldResolver(() => SelectionPlan, { nullable: true, description: 'The five-year plan. 五年计划。' })
  plan(@Root() { planId }: SelectionCampaign, @Ctx() { loaders }: SecondmentContext): Shown<SelectionPlan> | null {
    return planId === null ? null : loaders.selectionPlanById.shown(planId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 240)')
  @FieldResolver(() => [SelectionPost], {
    description: 'Its posts; who selects and everybody once it was announced sees all. 岗位（公告后公开）。',
  })
  posts(@Root() { id }: SelectionCampaign, @Ctx() { loaders }: SecondmentContext): Promise<SelectionPost[]> {
    return loaders.postsByCampaign.load(id);
  }

  @Reads('id')
  @FieldResolver(() => CandidateConnection, { description: 'Who takes part, within the viewer’s divisions. 报名人员（限管辖范围）。' })
  candidates(
    @Root() { id }: SelectionCampaign,
    @Args(() => CandidateListArgs) { filter, ...page }: CandidateListArgs,
    @Ctx() { loaders }: SecondmentContext,
  ): Connection<Candidate> {
    return new CandidateConnection(loaders.candidatesByCampaign.of(id, filter ?? {}, page));
  }

  @Reads('id', 'state')
  @Directive('@listSize(assumedSize: 240)')
  @FieldResolver(() => [PublicListEntry], {
    description:
      'Who is to be appointed, for anybody while the list is public; empty before and after. 拟聘人员公示名单（仅公示期内，任何人可查）。',
  })
  publicList(
    @Root() { id, state }: SelectionCampaign,
    @Ctx() { loaders }: SecondmentContext,
  ): Promise<PublicListEntry[]> | PublicListEntry[] {
    return state === CampaignState.PUBLICITY ? loaders.publicListByCampaign.load(id) : [];
  }
}
