import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { Shown } from '@township-graph/shared/loader';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { textAbout } from '../staff-member/text-about';
import { Candidate } from './candidate.entity';
import type { ObjectionCourse } from './candidate.kind';
import { CandidateObjection } from './objection.entity';
import { ObjectionAction } from './objection.enums';

@Resolver(() => CandidateObjection)
export class ObjectionResolver {
  constructor(private readonly course: ObjectionCourse) {}

  @FieldResolver(() => Candidate, { nullable: true, description: 'Whom it is about. 被提异议人员。' })
  candidate(@Root() { candidateId }: CandidateObjection, @Ctx() { loaders }: SecondmentContext): Shown<Candidate> {
    return loaders.candidateById.shown(candidateId);
  }

  @Personal('AMONG_OTHERS')
  @FieldResolver(() => String, {
    description:
      'What it says; the name in it as who asks may see it, without numbers of persons. 异议内容（姓名默认脱敏，隐去证件、手机号码）。',
  })
  content(
    @Root() { candidateId, contentText }: CandidateObjection,
    @Ctx() { loaders }: SecondmentContext,
  ): Promise<PersonalWriting | null> {
    return textAbout(contentText, loaders.candidateNameById.load(candidateId));
  }

  @Personal('AMONG_OTHERS')
  @FieldResolver(() => String, { nullable: true, description: 'What was found, masked as the content is. 调查处理意见（隐去内容同上）。' })
  finding(@Root() { candidateId, finding }: CandidateObjection, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(finding, loaders.candidateNameById.load(candidateId));
  }

  @FieldResolver(() => [ObjectionAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() objection: CandidateObjection, @Ctx() { viewer }: SecondmentContext): ObjectionAction[] {
    return this.course.availableActions(viewer, objection);
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: CandidateObjection, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [CaseDeadline], { description: 'Decision. 处理期限。' })
  deadlines(@Root() { id }: CandidateObjection, @Ctx() { loaders }: SecondmentContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}
