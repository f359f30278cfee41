import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AdmissionRequest } from '../admission/admission-request.entity';
import type { MattersContext } from '../context';
import { DutyRefusal } from './duty-refusal.entity';
import { DutyRefusalConnection, DutyRefusalListArgs } from './duty-refusal.inputs';
import { mayAct } from './duty-refusal.policy';
import type { DutyRefusalRepository } from './duty-refusal.repository';
import { DUTY_REFUSAL_MACHINE } from './duty-refusal.status';

@Resolver(() => DutyRefusal)
export class DutyRefusalResolver {
  constructor(
    private readonly refusals: DutyRefusalRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => DutyRefusal, { nullable: true, description: 'One refusal. 按标识查询不予执行记录。' })
  dutyRefusal(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<DutyRefusal> {
    return loaders.dutyRefusalById.shown(id);
  }

  @Query(() => DutyRefusalConnection, { description: 'Refusals by filter, latest first. 按条件查询不予执行记录。' })
  dutyRefusals(
    @Args(() => DutyRefusalListArgs) { filter, ...page }: DutyRefusalListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<DutyRefusal> {
    const checked = checkedPage(page);
    return new DutyRefusalConnection({
      page: (asked) => this.refusals.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.refusals.count(viewer, filter ?? {}),
    });
  }

  @Reads('admissionId')
  @FieldResolver(() => AdmissionRequest, { nullable: true, description: 'The admission by which it was overruled. 据以不支持的准入。' })
  admission(@Root() { admissionId }: DutyRefusal, @Ctx() { loaders }: MattersContext): Shown<AdmissionRequest> | null {
    return admissionId ? loaders.admissionById.shown(admissionId) : null;
  }

  @Reads('state', 'divisionCode', 'assignedByCreditCode', 'raisedBy')
  @FieldResolver(() => [String], { description: 'Mutations that this viewer may send now. 当前用户此刻可执行的操作。' })
  availableActions(@Root() refusal: DutyRefusal, @Ctx() { viewer }: MattersContext): string[] {
    return DUTY_REFUSAL_MACHINE.availableActions(refusal.state).filter((action) => mayAct(viewer, action, refusal, this.clock));
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录。' })
  timeline(@Root() { id }: DutyRefusal, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDeadline], { description: 'What is due by when: DECISION. 时限：县级裁定。' })
  deadlines(@Root() { id }: DutyRefusal, @Ctx() { loaders }: MattersContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}
