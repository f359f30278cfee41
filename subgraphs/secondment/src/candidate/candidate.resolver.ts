import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { SelectionCampaign } from '../campaign/campaign.entity';
import { SelectionPost } from '../campaign/campaign-post.entity';
import type { SecondmentContext } from '../context';
import { StaffMember } from '../staff-member/staff-member.entity';
import { textAbout } from '../staff-member/text-about';
import { Candidate } from './candidate.entity';
import { CandidateAction } from './candidate.enums';
import { CandidateConnection, CandidateListArgs } from './candidate.inputs';
import type { CandidateCourse } from './candidate.kind';
import { CAMPAIGN_FOR } from './candidate.machine';
import type { CandidateRepository } from './candidate.repository';
import { CandidateObjection } from './objection.entity';
import { isTurnOf } from './ranking.rules';

@Resolver(() => Candidate)
export class CandidateResolver {
  constructor(
    private readonly candidateRepository: CandidateRepository,
    private readonly course: CandidateCourse,
  ) {}

  @Query(() => Candidate, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询报名人员。' })
  candidate(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<Candidate> {
    return loaders.candidateById.shown(id);
  }

  @Query(() => CandidateConnection, {
    description: 'Candidates within the viewer’s divisions, and those who chose a post there. 按条件查询报名人员（限管辖范围）。',
  })
  candidates(
    @Args(() => CandidateListArgs) { filter, ...page }: CandidateListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<Candidate> {
    const checked = checkedPage(page);
    return new CandidateConnection({
      page: (asked) => this.candidateRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.candidateRepository.count(viewer, filter ?? {}),
    });
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'refusalReason', 'staffMemberId')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why they were not qualified, or taken off the list; the name in it as who asks may see it, without numbers of persons. 未通过（取消资格）理由（姓名默认脱敏，隐去证件、手机号码）。',
  })
  refusalReason(
    @Root() { refusalReason, staffMemberId }: Candidate,
    @Ctx() { loaders }: SecondmentContext,
  ): Promise<PersonalWriting | null> {
    return textAbout(refusalReason, loaders.staffNameById.load(staffMemberId));
  }

  @Reads('state', 'divisionCode', 'campaignId', 'rankNumber')
  @FieldResolver(() => [CandidateAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  async availableActions(@Root() candidate: Candidate, @Ctx() { viewer, loaders }: SecondmentContext): Promise<CandidateAction[]> {
    const possible = this.course
      .availableActions(viewer, candidate)
      .filter((action) => CAMPAIGN_FOR[action] && action !== CandidateAction.DISQUALIFY);
    if (possible.length === 0) return [];
    const campaign = await loaders.selectionCampaignById.load(candidate.campaignId);
    const now = possible.filter((action) => campaign && CAMPAIGN_FOR[action]!.includes(campaign.state));
    if (!now.includes(CandidateAction.CHOOSE_POST)) return now;
    const next = await loaders.nextRankByCampaign.load(candidate.campaignId);
    const isTheirTurn = next === null || isTurnOf(candidate.rankNumber!, [next.rankNumber]);
    return isTheirTurn ? now : now.filter((action) => action !== CandidateAction.CHOOSE_POST);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: Candidate, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('staffMemberId')
  @FieldResolver(() => StaffMember, { nullable: true, description: 'Who it is, where the viewer sees them. 工作人员。' })
  staffMember(@Root() { staffMemberId }: Candidate, @Ctx() { loaders }: SecondmentContext): Shown<StaffMember> {
    return loaders.staffMemberById.shown(staffMemberId);
  }

  @Reads('campaignId')
  @FieldResolver(() => SelectionCampaign, { nullable: true, description: 'The selection. 所属选派。' })
  campaign(@Root() { campaignId }: Candidate, @Ctx() { loaders }: SecondmentContext): Shown<SelectionCampaign> {
    return loaders.selectionCampaignById.shown(campaignId);
  }

  @Reads('postId')
  @FieldResolver(() => SelectionPost, { nullable: true, description: 'The post that they chose. 所选岗位。' })
  chosenPost(@Root() { postId }: Candidate, @Ctx() { loaders }: SecondmentContext): Shown<SelectionPost> | null {
    return postId === null ? null : loaders.postById.shown(postId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CandidateObjection], { description: 'What was held against them, for the county. 公示异议（限县级）。' })
  objections(@Root() { id }: Candidate, @Ctx() { loaders }: SecondmentContext): Promise<CandidateObjection[]> {
    return loaders.objectionsByCandidate.load(id);
  }
}
