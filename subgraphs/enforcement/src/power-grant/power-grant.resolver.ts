import { Reads } from '@township-graph/shared/asked-properties';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { EnforcementPower } from '../power/power.entity';
import { CoerciveMeasure } from '../power/power.enums';
import { GrantedPower } from './granted-power.entity';
import { PowerGrant } from './power-grant.entity';
import { PowerGrantAction } from './power-grant.enums';
import { GrantedPowerArgs, GrantedPowerConnection, PowerGrantConnection, PowerGrantListArgs } from './power-grant.inputs';
import { POWER_GRANT_MACHINE, standingOf } from './power-grant.machine';
import type { PowerGrantRepository } from './power-grant.repository';
import { measuresOf } from './power-grant.rules';

@Resolver(() => PowerGrant)
export class PowerGrantResolver {
  constructor(
    private readonly powerGrantRepository: PowerGrantRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => PowerGrant, { nullable: true, description: 'One grant. 按标识查询赋权。' })
  powerGrant(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<PowerGrant> {
    return loaders.powerGrantById.shown(id);
  }

  @Query(() => PowerGrantConnection, { description: 'Grants in force on a day, by filter. 按条件查询执法赋权。' })
  powerGrants(
    @Args(() => PowerGrantListArgs) { filter, orderBy, ...page }: PowerGrantListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<PowerGrant> {
    const checked = checkedPage(page);
    return new PowerGrantConnection({
      page: (asked) => this.powerGrantRepository.findPage(viewer, filter ?? {}, orderBy, { ...checked, asked }),
      total: () => this.powerGrantRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @FieldResolver(() => GrantedPowerConnection, { description: 'Its powers, with their days. 所含执法事项及有效期。' })
  powers(
    @Root() { id }: PowerGrant,
    @Args(() => GrantedPowerArgs) { asOf, ...page }: GrantedPowerArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<GrantedPower> {
    return new GrantedPowerConnection(loaders.powersByGrant.of(id, { asOf }, page));
  }

  @FieldResolver(() => [PowerGrantAction], {
    description: 'What this viewer can do with it now; nothing without enforcement:manage of the county. 当前用户可执行的操作。',
  })
  availableActions(@Root() grant: PowerGrant, @Ctx() { viewer }: EnforcementContext): PowerGrantAction[] {
    if (!holds(viewer, 'enforcement:manage') || !sees(viewer, grant.countyCode, this.clock)) return [];
    return POWER_GRANT_MACHINE.availableActions(grant.state, standingOf(grant, dayOf(this.clock())));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], {
    description: 'Its course, oldest first; with enforcement:read of the division, else empty. 流转记录，按时间先后。',
  })
  timeline(@Root() { id }: PowerGrant, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [CaseDeadline], {
    description: 'When it is to be evaluated (行政处罚法§24); with enforcement:read of the division, else empty. 定期评估时限。',
  })
  deadlines(@Root() { id }: PowerGrant, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}

@Resolver(() => GrantedPower)
export class GrantedPowerResolver {
  @Reads('powerId')
  @FieldResolver(() => EnforcementPower, { nullable: true, description: 'The power. 执法事项。' })
  power(@Root() { powerId }: GrantedPower, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementPower> {
    return loaders.powerById.shown(powerId);
  }

  @Reads('grantId')
  @FieldResolver(() => PowerGrant, { nullable: true, description: 'The act by which it is held. 所属赋权。' })
  grant(@Root() { grantId }: GrantedPower, @Ctx() { loaders }: EnforcementContext): Shown<PowerGrant> {
    return loaders.powerGrantById.shown(grantId);
  }

  @Reads('grantId', 'powerId')
  @FieldResolver(() => [CoerciveMeasure], {
    description: 'Measures that the holder may take: none where it is entrusted (行政强制法§17). 可实施的行政强制措施，委托的为空。',
  })
  async coerciveMeasures(@Root() { grantId, powerId }: GrantedPower, @Ctx() { loaders }: EnforcementContext): Promise<CoerciveMeasure[]> {
    const [grant, power] = await Promise.all([loaders.powerGrantById.load(grantId), loaders.powerById.load(powerId)]);
    return grant && power ? measuresOf(grant.mode, power) : [];
  }
}

/** What a power shows of who holds it. */
@Resolver(() => EnforcementPower)
export class PowerHoldersResolver {
  @Reads('id')
  @FieldResolver(() => GrantedPowerConnection, { description: 'Where and how it is held, by division. 承接情况，按区划。' })
  grants(
    @Root() { id }: EnforcementPower,
    @Args(() => GrantedPowerArgs) { asOf, ...page }: GrantedPowerArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<GrantedPower> {
    return new GrantedPowerConnection(loaders.grantedByPower.of(id, { asOf }, page));
  }
}
