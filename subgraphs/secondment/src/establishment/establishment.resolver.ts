import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { Organization } from '../organization/organization.stub';
import { Establishment } from './establishment.entity';
import { EstablishmentAction } from './establishment.enums';
import { EstablishmentConnection, EstablishmentListArgs } from './establishment.inputs';
import type { EstablishmentRepository } from './establishment.repository';

@Resolver(() => Establishment)
export class EstablishmentResolver {
  constructor(
    private readonly establishmentRepository: EstablishmentRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => Establishment, {
    nullable: true,
    description: 'One establishment, within the viewer’s divisions. Scope personnel:read. 按标识查询编制。',
  })
  establishment(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<Establishment> {
    return loaders.establishmentById.shown(id);
  }

  @Query(() => EstablishmentConnection, {
    description: 'Establishments within the viewer’s divisions, with personnel:read. 按条件查询编制（限管辖范围）。',
  })
  establishments(
    @Args(() => EstablishmentListArgs) { filter, ...page }: EstablishmentListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<Establishment> {
    const checked = checkedPage(page);
    return new EstablishmentConnection({
      page: (asked) => this.establishmentRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.establishmentRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @FieldResolver(() => Int, { description: 'Posts that are filled, counted from the staff. 实有人数（按在编人员计）。' })
  async actual(@Root() { id }: Establishment, @Ctx() { loaders }: SecondmentContext): Promise<number> {
    return (await loaders.filledByEstablishment.load(id))?.filled ?? 0;
  }

  @Reads('id', 'approved')
  @FieldResolver(() => Int, { description: 'Posts that are free. 空编数。' })
  async vacancy(@Root() establishment: Establishment, @Ctx() context: SecondmentContext): Promise<number> {
    return establishment.approved - (await this.actual(establishment, context));
  }

  @Reads('divisionCode')
  @FieldResolver(() => [EstablishmentAction], {
    description: 'What this viewer can do about it now; nothing without personnel:manage. 当前用户可执行的操作。',
  })
  availableActions(@Root() { divisionCode }: Establishment, @Ctx() { viewer }: SecondmentContext): EstablishmentAction[] {
    const mayManage = holds(viewer, 'personnel:manage') && sees(viewer, divisionCode, this.clock);
    return mayManage ? [EstablishmentAction.ADJUST, EstablishmentAction.TRANSFER] : [];
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done about it, oldest first. 管理记录，按时间先后。' })
  timeline(@Root() { id }: Establishment, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }
}

/** What an organisation shows of its posts. */
@Resolver(() => Organization)
export class OrganizationEstablishmentsResolver {
  @FieldResolver(() => EstablishmentConnection, {
    nullable: true,
    description: 'The posts that it was approved, by kind. Scope personnel:read. 该单位的编制。',
  })
  establishments(
    @Root() { creditCode }: Organization,
    @Args(() => EstablishmentListArgs) { filter, ...page }: EstablishmentListArgs,
    @Ctx() { loaders }: SecondmentContext,
  ): Connection<Establishment> | null {
    return creditCode ? new EstablishmentConnection(loaders.establishmentsByOrganization.of(creditCode, filter ?? {}, page)) : null;
  }
}
