import { Reads } from '@township-graph/shared/asked-properties';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import { Matter } from '../matter/matter.entity';
import { Organization } from '../organization/organization.stub';
import { Delegation } from './delegation.entity';
import { DelegationAction } from './delegation.enums';
import { DelegationConnection, DelegationListArgs } from './delegation.inputs';
import { DELEGATION_MACHINE, standingOf } from './delegation.machine';
import type { DelegationRepository } from './delegation.repository';
import { actsInOwnName } from './delegation.rules';
import { DelegationRecipient } from './delegation-recipient.entity';

@Resolver(() => Delegation)
export class DelegationResolver {
  constructor(
    private readonly delegationRepository: DelegationRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => Delegation, { nullable: true, description: 'One delegation. 按标识查询赋权（下放）。' })
  delegation(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<Delegation> {
    return loaders.delegationById.shown(id);
  }

  @Query(() => DelegationConnection, { description: 'Delegations in force on a day, by filter. 按条件查询赋权（下放）事项。' })
  delegations(
    @Args(() => DelegationListArgs) { filter, orderBy, ...page }: DelegationListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<Delegation> {
    const checked = checkedPage(page);
    return new DelegationConnection({
      page: (asked) => this.delegationRepository.findPage(viewer, filter ?? {}, orderBy, { ...checked, asked }),
      total: () => this.delegationRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('matterId')
  @FieldResolver(() => Matter, {
    nullable: true,
    description:
      'The department’s matter; of a direct grant that was recorded without it, one of the townships’. 下放的部门事项（直接赋权未记载的，为承接方事项之一）。',
  })
  matter(@Root() { matterId }: Delegation, @Ctx() { loaders }: MattersContext): Shown<Matter> {
    return loaders.matterById.shown(matterId);
  }

  // Nullable items: one division that the directory lacks must not take the whole answer with it.
  @Reads('id')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [Division], {
    nullable: 'items',
    description: 'The townships and villages that it came down to. 承接的乡镇（街道）、村（社区）。',
  })
  async recipients(@Root() { id }: Delegation, @Ctx() { loaders }: MattersContext): Promise<Division[]> {
    return (await loaders.recipientsByDelegation.load(id)).map(({ divisionCode }) => Division.of(divisionCode));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [DelegationRecipient], {
    description: 'The same townships, with their organs and in whose name these act. 承接方及其机关、名义。',
  })
  receivers(@Root() { id }: Delegation, @Ctx() { loaders }: MattersContext): Promise<DelegationRecipient[]> {
    return loaders.recipientsByDelegation.load(id);
  }

  @Reads('state', 'divisionCode', 'mode', 'effectiveTo')
  @FieldResolver(() => [DelegationAction], {
    description: 'What this viewer can do with it now; nothing without matters:manage of the county. 当前用户可执行的操作。',
  })
  availableActions(@Root() delegation: Delegation, @Ctx() { viewer }: MattersContext): DelegationAction[] {
    if (!holds(viewer, 'matters:manage') || !sees(viewer, delegation.divisionCode, this.clock)) return [];
    return DELEGATION_MACHINE.availableActions(delegation.state, standingOf(delegation, dayOf(this.clock())));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [TimelineEntry], {
    description: 'Its course, oldest first; with matters:read of the county, else empty. 流转记录，按时间先后。',
  })
  timeline(@Root() { id }: Delegation, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [CaseDeadline], {
    description:
      'What is due: TERM, to renew, end or take it back by its last day; EVALUATION. With matters:read of the county or of a township that carries it, else empty. 时限：到期处理、定期评估（县及承接乡镇可见）。',
  })
  deadlines(@Root() { id }: Delegation, @Ctx() { loaders }: MattersContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}

/** What a township that received an item does with it. */
@Resolver(() => DelegationRecipient)
export class DelegationRecipientResolver {
  @Directive('@provides(fields: "name")')
  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'In whose name results go out, and against whom review and suit lie: the township’s organ only for what was granted to it, else the department. 以谁的名义作出结果、谁为复议诉讼的被申请人（被告）：直接赋权为承接机关，其余为部门。',
  })
  async inNameOf(@Root() recipient: DelegationRecipient, @Ctx() { loaders }: MattersContext): Promise<Organization | null> {
    const delegation = await loaders.delegationById.load(recipient.delegationId);
    if (!delegation) return null;
    return actsInOwnName(delegation.mode) ? recipient.organization() : delegation.delegatingOrganization();
  }
}

/** What a matter shows of delegations. */
@Resolver(() => Matter)
export class MatterDelegationsResolver {
  @Reads('id')
  @FieldResolver(() => [Delegation], {
    description:
      'How it came down, ended delegations included, oldest first; of a matter as of a day those that had begun. 历次赋权（下放），指定日期的只含其时已生效的。',
  })
  async delegations(@Root() { id, asOf }: Matter, @Ctx() { loaders }: MattersContext): Promise<Delegation[]> {
    const delegations = (await loaders.delegationsByMatter.load(id)).map(({ delegation }) => delegation);
    return asOf === undefined ? delegations : delegations.filter(({ effectiveFrom }) => effectiveFrom <= asOf);
  }
}
