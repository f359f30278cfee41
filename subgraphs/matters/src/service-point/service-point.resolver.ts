import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import { ServicePoint } from './service-point.entity';
import { ServicePointConnection, ServicePointListArgs } from './service-point.inputs';
import type { ServicePointRepository } from './service-point.repository';

@Resolver(() => ServicePoint)
export class ServicePointResolver {
  constructor(private readonly servicePointRepository: ServicePointRepository) {}

  @Query(() => ServicePoint, { nullable: true, description: 'One service point. 按标识查询政务服务点。' })
  servicePoint(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Promise<ServicePoint | null> {
    return loaders.servicePointById.load(id);
  }

  @Query(() => ServicePointConnection, { description: 'Service points by filter, by division. 按条件查询政务服务点。' })
  servicePoints(
    @Args(() => ServicePointListArgs) { filter, orderBy, ...page }: ServicePointListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<ServicePoint> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new ServicePointConnection({
      page: () => this.servicePointRepository.findPage(viewer, listing, checked),
      total: () => this.servicePointRepository.count(viewer, listing),
    });
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
