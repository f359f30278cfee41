import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, type Scope } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { EnforcementPower } from '../power/power.entity';
import { EnforcementCase } from './case.entity';
import { oneCaseKey } from './case.errors';
import { EnforcementCaseConnection, EnforcementCaseListArgs } from './case.inputs';
import { CASE_MACHINE } from './case.moves';
import { actsFor, takes } from './case.policy';
import type { CaseRepository } from './case.repository';
import { mutationOf } from './case-actions';

/** Mutations on a case that another folder has: the names of those that this viewer may use now, of a case of its own organ. */
export type OtherActions = (enforcementCase: EnforcementCase, context: EnforcementContext) => Promise<readonly string[]>;

const DESIGNATION = mutationOf('designateHere');

/** Of the county's organs, none that enforces itself: what is designated designates nobody. */
const standsAbove = async (names: readonly string[], { viewer, loaders }: EnforcementContext): Promise<boolean> =>
  names.includes(DESIGNATION) && (await loaders.organByCode.load(viewer.organization!)) === null;

@Resolver(() => EnforcementCase)
export class EnforcementCaseResolver {
  constructor(
    private readonly cases: CaseRepository,
    private readonly clock: Clock,
    /** The scope of each mutation on a case. */
    private readonly scopes: ReadonlyMap<string, Scope>,
    private readonly others: OtherActions,
  ) {}

  @Query(() => EnforcementCase, {
    nullable: true,
    description: 'One case by id or case number. Scope enforcement:read. Errors: BAD_USER_INPUT (ONE_KEY). 按标识或案号查询案件。',
  })
  enforcementCase(
    @Arg('id', () => ID, { nullable: true, description: 'Identifier. 标识。' }) id: string | null,
    @Arg('caseNumber', () => String, { nullable: true, description: 'Case number. 案号。' }) caseNumber: string | null,
    @Ctx() { loaders }: EnforcementContext,
  ): Promise<EnforcementCase | null> {
    if (!id === !caseNumber) throw oneCaseKey();
    return id ? loaders.caseById.load(id) : loaders.caseByNumber.load(caseNumber!);
  }

  @Query(() => EnforcementCaseConnection, { description: 'Cases by filter. Scope enforcement:read. 按条件查询案件。' })
  enforcementCases(
    @Args(() => EnforcementCaseListArgs) { filter, orderBy, ...page }: EnforcementCaseListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<EnforcementCase> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new EnforcementCaseConnection({
      page: (asked) => this.cases.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.cases.count(viewer, listing),
    });
  }

  @Reads('powerId')
  @FieldResolver(() => EnforcementPower, { nullable: true, description: 'The power. 执法事项。' })
  power(@Root() { powerId }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementPower> | null {
    return powerId ? loaders.powerById.shown(powerId) : null;
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done, oldest first (行政处罚法 §47). 流转记录（全过程记录）。' })
  timeline(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDeadline], {
    description:
      'What is due: PRE_CHECK, DECISION (90 days), SERVICE (7 working days), PAYMENT (15 days), AGREEMENT, CASH_HAND_IN and REMITTANCE (2 working days each), COURT_APPLICATION (3 months), CRIME_APPROVAL, CRIME_HANDOVER, CRIME_ANSWER. 时限。',
  })
  deadlines(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @FieldResolver(() => [String], {
    description: 'The mutations that this viewer may use on it now. 当前用户可执行的操作（变更名称）。',
  })
  async availableActions(@Root() enforcementCase: EnforcementCase, @Ctx() context: EnforcementContext): Promise<string[]> {
    const { viewer } = context;
    const actions = CASE_MACHINE.availableActions(enforcementCase.state, enforcementCase.judgedAt(this.clock()));
    const own = actions.filter((action) => takes(viewer, action, enforcementCase, this.clock));
    const names = [...new Set(own.map(mutationOf))].filter((name) => holds(viewer, this.scopes.get(name)!));
    if (actsFor(viewer, enforcementCase.divisionCode, this.clock)) return [...names, ...(await this.others(enforcementCase, context))];
    return (await standsAbove(names, context)) ? names : names.filter((name) => name !== DESIGNATION);
  }
}

/** What a division shows of cases. */
@Resolver(() => Division)
export class DivisionCasesResolver {
  @FieldResolver(() => EnforcementCaseConnection, {
    nullable: true,
    description: 'Handled at this very division. Scope enforcement:read. 本级办理的案件。',
  })
  enforcementCases(
    @Root() { code }: Division,
    @Args(() => EnforcementCaseListArgs) { filter, orderBy, ...page }: EnforcementCaseListArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<EnforcementCase> {
    return new EnforcementCaseConnection(loaders.casesByDivision.of(code, { filter: filter ?? {}, orderBy }, page));
  }
}

/** What an organisation shows of cases. */
@Resolver(() => Organization)
export class OrganizationCasesResolver {
  @FieldResolver(() => EnforcementCaseConnection, {
    nullable: true,
    description: 'Decided in its name. Scope enforcement:read. 以其名义办理的案件。',
  })
  enforcementCases(
    @Root() { creditCode }: Organization,
    @Args(() => EnforcementCaseListArgs) { filter, orderBy, ...page }: EnforcementCaseListArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<EnforcementCase> | null {
    if (!creditCode) return null;
    return new EnforcementCaseConnection(loaders.casesByOrganization.of(creditCode, { filter: filter ?? {}, orderBy }, page));
  }
}
