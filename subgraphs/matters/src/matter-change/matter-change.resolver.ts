import { Reads } from '@township-graph/shared/asked-properties';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import type { DeadlineRule } from '@township-graph/shared/deadline';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Matter } from '../matter/matter.entity';
import { ResponsibilityList } from '../responsibility/responsibility-list.entity';
import { noticeDeadline } from './matter-change.deadlines';
import { MatterChange } from './matter-change.entity';
import { MatterChangeSubject } from './matter-change.enums';
import { MatterChangeConnection, MatterChangeListArgs } from './matter-change.inputs';
import { mayAct } from './matter-change.policy';
import type { MatterChangeRepository } from './matter-change.repository';
import { MATTER_CHANGE_MACHINE } from './matter-change.status';
import { factsOf } from './matter-change-steps';

@Resolver(() => MatterChange)
export class MatterChangeResolver {
  constructor(
    private readonly changes: MatterChangeRepository,
    private readonly noticeRule: DeadlineRule,
    private readonly clock: Clock,
  ) {}

  @Query(() => MatterChange, { nullable: true, description: 'One change. 按标识查询动态调整。' })
  matterChange(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<MatterChange> {
    return loaders.matterChangeById.shown(id);
  }

  @Query(() => MatterChangeConnection, { description: 'Changes by filter, latest first. 按条件查询动态调整。' })
  matterChanges(
    @Args(() => MatterChangeListArgs) { filter, ...page }: MatterChangeListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<MatterChange> {
    const checked = checkedPage(page);
    return new MatterChangeConnection({
      page: (asked) => this.changes.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.changes.count(viewer, filter ?? {}),
    });
  }

  @Reads('subjectType', 'subjectId')
  @FieldResolver(() => Matter, { nullable: true, description: 'The matter, as it is now or last was. 事项。' })
  matter(@Root() { subjectType, subjectId }: MatterChange, @Ctx() { loaders }: MattersContext): Shown<Matter> | null {
    return subjectType === MatterChangeSubject.MATTER && subjectId ? loaders.matterById.shown(subjectId) : null;
  }

  @Reads('subjectType', 'subjectId')
  @FieldResolver(() => ResponsibilityList, { nullable: true, description: 'The list. 清单。' })
  responsibilityList(
    @Root() { subjectType, subjectId }: MatterChange,
    @Ctx() { loaders }: MattersContext,
  ): Shown<ResponsibilityList> | null {
    return subjectType === MatterChangeSubject.RESPONSIBILITY_LIST && subjectId ? loaders.responsibilityListById.shown(subjectId) : null;
  }

  @Reads('state', 'noticeUntil', 'divisionCode', 'subjectDivision', 'proposedByCreditCode', 'proposer')
  @FieldResolver(() => [String], { description: 'Mutations that this viewer may send now. 当前用户此刻可执行的操作。' })
  availableActions(@Root() change: MatterChange, @Ctx() { viewer }: MattersContext): string[] {
    const facts = factsOf(change, dayOf(this.clock()));
    return MATTER_CHANGE_MACHINE.availableActions(change.state, facts).filter((action) => mayAct(viewer, action, change, this.clock));
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first, as far as the viewer may read it. 流转记录。' })
  timeline(@Root() { id }: MatterChange, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id', 'state', 'noticeFrom', 'noticeUntil')
  @FieldResolver(() => [CaseDeadline], {
    description: 'What is waited for: NOTICE, done when its last day is over; it is never late. 时限：公示期（届满即完成）。',
  })
  deadlines(@Root() change: MatterChange): CaseDeadline[] {
    return [noticeDeadline(change, this.noticeRule, this.clock())].filter((deadline) => deadline !== null);
  }
}

/** Who changed what of a matter, on which legal ground. */
@Resolver(() => Matter)
export class MatterChangesResolver {
  @Reads('id')
  @FieldResolver(() => [MatterChange], {
    description: 'Who changed or means to change what, on which legal ground, latest first. 调整记录（谁、依据什么、改了什么）。',
  })
  changes(@Root() { id }: Matter, @Ctx() { loaders }: MattersContext): Promise<MatterChange[]> {
    return loaders.changesBySubject.load(id);
  }
}

/** And of a list. */
@Resolver(() => ResponsibilityList)
export class ResponsibilityListChangesResolver {
  @Reads('id')
  @FieldResolver(() => [MatterChange], {
    description: 'Who changed or means to change what, on which legal ground, latest first. 调整记录（谁、依据什么、改了什么）。',
  })
  changes(@Root() { id }: ResponsibilityList, @Ctx() { loaders }: MattersContext): Promise<MatterChange[]> {
    return loaders.changesBySubject.load(id);
  }
}
