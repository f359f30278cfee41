import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { MovementProposal } from '../movement/movement.entity';
import { textAbout } from '../staff-member/text-about';
import { Consultation } from './consultation.entity';
import { ConsultationAction } from './consultation.enums';
import { ConsultationConnection, ConsultationListArgs } from './consultation.inputs';
import type { ConsultationCourse } from './consultation.kind';
import type { ConsultationRepository } from './consultation.repository';

@Resolver(() => Consultation)
export class ConsultationResolver {
  constructor(
    private readonly consultationRepository: ConsultationRepository,
    private readonly course: ConsultationCourse,
  ) {}

  @Query(() => Consultation, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询征求意见。' })
  consultation(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<Consultation> {
    return loaders.consultationById.shown(id);
  }

  @Query(() => ConsultationConnection, {
    description: 'Consultations and copy notices within the viewer’s divisions, newest first. 按条件查询征求意见（限管辖范围）。',
  })
  consultations(
    @Args(() => ConsultationListArgs) { filter, ...page }: ConsultationListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<Consultation> {
    const checked = checkedPage(page);
    return new ConsultationConnection({
      page: (asked) => this.consultationRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.consultationRepository.count(viewer, filter ?? {}),
    });
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'questionText', 'proposalId')
  @FieldResolver(() => String, {
    description:
      'What the township is asked or told; the name in it as who asks may see it, without numbers of persons. 征求意见（抄告）内容（姓名默认脱敏，隐去证件、手机号码）。',
  })
  question(@Root() { questionText, proposalId }: Consultation, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(questionText, loaders.movedNameByProposal.load(proposalId));
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'reasonsText', 'proposalId')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Reasons of the township, masked as the question is. 答复意见（隐去内容同上）。',
  })
  reasons(@Root() { reasonsText, proposalId }: Consultation, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(reasonsText, loaders.movedNameByProposal.load(proposalId));
  }

  @Reads('state', 'divisionCode', 'answerDueAt')
  @FieldResolver(() => [ConsultationAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() row: Consultation, @Ctx() { viewer }: SecondmentContext): ConsultationAction[] {
    return this.course.availableActions(viewer, row).filter((action) => BY_HAND.includes(action));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: Consultation, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CaseDeadline], { description: 'Answer. 答复期限。' })
  deadlines(@Root() { id }: Consultation, @Ctx() { loaders }: SecondmentContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @Reads('proposalId')
  @FieldResolver(() => MovementProposal, { nullable: true, description: 'The movement. 人事调整动议。' })
  proposal(@Root() { proposalId }: Consultation, @Ctx() { loaders }: SecondmentContext): Shown<MovementProposal> {
    return loaders.movementProposalById.shown(proposalId);
  }
}

const BY_HAND: readonly ConsultationAction[] = [ConsultationAction.AGREE, ConsultationAction.OBJECT];
