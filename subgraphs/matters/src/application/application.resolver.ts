import { parseAcceptanceNumber } from '@township-graph/shared/acceptance-number';
import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import { Matter } from '../matter/matter.entity';
import { Organization } from '../organization/organization.stub';
import { ServicePoint } from '../service-point/service-point.entity';
import { hangsOnDates, missedOf, NONE_MISSED } from './application.deadlines';
import { Application } from './application.entity';
import { oneApplicationKey } from './application.errors';
import { ApplicationConnection, ApplicationListArgs } from './application.inputs';
import { APPLICATION_MACHINE } from './application.moves';
import { canHandle } from './application.policy';
import { Remedies, remediesOf } from './application.remedies';
import type { ApplicationRepository } from './application.repository';
import { mutationOf } from './application-actions';
import { Delivery } from './delivery.type';

@Resolver(() => Application)
export class ApplicationResolver {
  constructor(
    private readonly applicationRepository: ApplicationRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => Application, {
    nullable: true,
    description:
      'One application by id or acceptance number. Scope matters:read. Errors: BAD_USER_INPUT (ONE_KEY, MALFORMED_ACCEPTANCE_NUMBER). 按标识或办件编号查询办件。',
  })
  application(
    @Arg('id', () => ID, { nullable: true, description: 'Identifier. 标识。' }) id: string | null,
    @Arg('acceptanceNumber', () => String, { nullable: true, description: 'Acceptance number, 43 characters. 办件编号。' })
    acceptanceNumber: string | null,
    @Ctx() { loaders }: MattersContext,
  ): Promise<Application | null> {
    if (!id === !acceptanceNumber) throw oneApplicationKey();
    if (id) return loaders.applicationById.load(id);
    return loaders.applicationByAcceptanceNumber.load(parseAcceptanceNumber(acceptanceNumber!).number);
  }

  @Query(() => ApplicationConnection, { description: 'Applications by filter. Scope matters:read. 按条件查询办件。' })
  applications(
    @Args(() => ApplicationListArgs) { filter, orderBy, ...page }: ApplicationListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<Application> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new ApplicationConnection({
      page: (asked) => this.applicationRepository.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.applicationRepository.count(viewer, listing),
    });
  }

  @Reads('matterId')
  @FieldResolver(() => Matter, { nullable: true, description: 'The matter, as it is now. 事项。' })
  matter(@Root() { matterId }: Application, @Ctx() { loaders }: MattersContext): Shown<Matter> {
    return loaders.matterById.shown(matterId);
  }

  @Reads('servicePointId')
  @FieldResolver(() => ServicePoint, { nullable: true, description: 'Where it was taken in. 受理服务点。' })
  servicePoint(@Root() { servicePointId }: Application, @Ctx() { loaders }: MattersContext): Shown<ServicePoint> | null {
    return servicePointId ? loaders.servicePointById.shown(servicePointId) : null;
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done, oldest first. 流转记录。' })
  timeline(@Root() { id }: Application, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDeadline], {
    description:
      'What is due: NOTICE (5 working days since it came), PROMISED, STATUTORY, SUPPLEMENT (what may follow, 容缺后补), DELIVERY, and those of its rating. 时限。',
  })
  deadlines(@Root() { id }: Application, @Ctx() { loaders }: MattersContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @Reads(
    'id',
    'state',
    'divisionCode',
    'handlerTier',
    'decidingTier',
    'handlingKind',
    'corrections',
    'extensions',
    'dueAt',
    'isTolerated',
    'missingMaterials',
  )
  @FieldResolver(() => [String], {
    description: 'The mutations that this viewer may use on it now. 当前用户可执行的操作（变更名称）。',
  })
  async availableActions(@Root() application: Application, @Ctx() { viewer, loaders }: MattersContext): Promise<string[]> {
    if (!canHandle(viewer, application, this.clock)) return [];
    const now = this.clock();
    const missed = hangsOnDates(application) ? missedOf(await loaders.deadlinesBySubject.load(application.id), now) : NONE_MISSED;
    const facts = application.facts(missed, now);
    const actions = APPLICATION_MACHINE.availableActions(application.state, facts);
    return [...new Set(actions.map(mutationOf))];
  }

  @Reads('deliveryMethod', 'courier', 'trackingNumber', 'deliveredAt')
  @FieldResolver(() => Delivery, { nullable: true, description: 'How the result reached the applicant. 送达情况。' })
  delivery(@Root() { deliveryMethod, courier, trackingNumber, deliveredAt }: Application): Delivery | null {
    if (!deliveryMethod) return null;
    return Object.assign(new Delivery(), { method: deliveryMethod, courier, trackingNumber, at: deliveredAt });
  }

  @Reads('state', 'outcome', 'reason', 'decidedAt', 'endedAt', 'implementingName')
  @FieldResolver(() => Remedies, { nullable: true, description: 'What can be done against a refusal or denial. 救济途径。' })
  remedies(@Root() application: Application): Remedies | null {
    return remediesOf(application);
  }
}

/** What a division shows of applications. */
@Resolver(() => Division)
export class DivisionApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, { nullable: true, description: 'Taken in at this very division. 本级受理的办件。' })
  applications(
    @Root() { code }: Division,
    @Args(() => ApplicationListArgs) { filter, orderBy, ...page }: ApplicationListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Application> {
    return new ApplicationConnection(loaders.applicationsByDivision.of(code, { filter: filter ?? {}, orderBy }, page));
  }
}

/** What an organisation shows of applications. */
@Resolver(() => Organization)
export class OrganizationApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, { nullable: true, description: 'Decided in its name. 以其名义决定的办件。' })
  applications(
    @Root() { creditCode }: Organization,
    @Args(() => ApplicationListArgs) { filter, orderBy, ...page }: ApplicationListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Application> | null {
    if (!creditCode) return null;
    return new ApplicationConnection(loaders.applicationsByOrganization.of(creditCode, { filter: filter ?? {}, orderBy }, page));
  }
}
