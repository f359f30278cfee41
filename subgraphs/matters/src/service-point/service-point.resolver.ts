import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { DateScalar } from '@township-graph/shared/scalars';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import type { Matter } from '../matter/matter.entity';
import { MatterConnection, MatterListArgs } from '../matter/matter.inputs';
import { hoursOn, isOpenAt } from './opening-hours.rules';
import { DayHours, ServicePoint } from './service-point.entity';
import { ServicePointAction, ServicePointTier } from './service-point.enums';
import { ServicePointConnection, ServicePointListArgs } from './service-point.inputs';
import type { ServicePointRepository } from './service-point.repository';
import { SERVICE_POINT_MOVES } from './service-point.status';

@Resolver(() => ServicePoint)
export class ServicePointResolver {
  constructor(
    private readonly servicePointRepository: ServicePointRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => ServicePoint, { nullable: true, description: 'One service point. 按标识查询政务服务点。' })
  servicePoint(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<ServicePoint> {
    return loaders.servicePointById.shown(id);
  }

  @Query(() => ServicePointConnection, { description: 'Service points by filter, by division. 按条件查询政务服务点。' })
  servicePoints(
    @Args(() => ServicePointListArgs) { filter, orderBy, ...page }: ServicePointListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<ServicePoint> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new ServicePointConnection({
      page: (asked) => this.servicePointRepository.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.servicePointRepository.count(viewer, listing),
    });
  }

  @Reads('openingHours', 'aroundTheClock', 'closedOn')
  @FieldResolver(() => Boolean, {
    description: 'Whether it is open now, statutory holidays and days worked in lieu observed. 当前是否开放（含节假日及调休）。',
  })
  openNow(@Root() point: ServicePoint): boolean {
    return isOpenAt(point, this.clock());
  }

  @Reads('openingHours', 'aroundTheClock', 'closedOn')
  @FieldResolver(() => Boolean, { description: 'Whether it is open at an instant. 指定时间是否开放。' })
  isOpen(@Root() point: ServicePoint, @Arg('at', () => Date, { description: 'When. 时间。' }) at: Date): boolean {
    return isOpenAt(point, at);
  }

  @Reads('openingHours', 'aroundTheClock', 'closedOn')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [DayHours], {
    description:
      'Its hours on a day: none on statutory holidays, those of the working week on a weekend worked in lieu. 某日的开放时段（法定节假日不开放，调休上班日照常）。',
  })
  hoursOn(@Root() point: ServicePoint, @Arg('day', () => DateScalar, { description: 'Day. 日期。' }) day: string): DayHours[] {
    return hoursOn(point, day).map((hours) => Object.assign(new DayHours(), hours));
  }

  @Reads('state', 'divisionCode')
  @FieldResolver(() => [ServicePointAction], {
    description: 'What this viewer can do with it now; nothing without matters:manage in its division. 当前可执行操作。',
  })
  availableActions(@Root() { state, divisionCode }: ServicePoint, @Ctx() { viewer }: MattersContext): ServicePointAction[] {
    if (!holds(viewer, 'matters:manage') || !sees(viewer, divisionCode, this.clock)) return [];
    return SERVICE_POINT_MOVES.availableActions(state);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [TimelineEntry], {
    description: 'Its course, oldest first. Scope matters:read within its division. 变更记录，需 matters:read。',
  })
  timeline(@Root() { id }: ServicePoint, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('tier', 'divisionCode')
  @FieldResolver(() => MatterConnection, {
    nullable: true,
    description:
      'What one handles at it oneself: matters for self-service in its division, day and night at a kiosk that never closes; null at what is no kiosk. 自助终端可办事项（24 小时终端即 24 小时事项），其他服务点为空。',
  })
  selfServiceMatters(
    @Root() { tier, divisionCode }: ServicePoint,
    @Args(() => MatterListArgs) { filter, orderBy, ...page }: MatterListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Matter> | null {
    if (tier !== ServicePointTier.KIOSK) return null;
    return new MatterConnection(loaders.mattersByDivision.of(divisionCode, { filter: { ...filter, selfService: true }, orderBy }, page));
  }
}

/** What a division shows of service points. */
@Resolver(() => Division)
export class DivisionServicePointsResolver {
  @FieldResolver(() => ServicePointConnection, { nullable: true, description: 'Service points of this very division. 本级政务服务点。' })
  servicePoints(
    @Root() { code }: Division,
    @Args(() => ServicePointListArgs) { filter, orderBy, ...page }: ServicePointListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<ServicePoint> {
    return new ServicePointConnection(loaders.servicePointsByDivision.of(code, { filter: filter ?? {}, orderBy }, page));
  }
}
