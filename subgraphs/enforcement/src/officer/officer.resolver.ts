import { Reads } from '@township-graph/shared/asked-properties';
import { CertificateState, stateOn } from '@township-graph/shared/certificate-state';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { DateScalar } from '@township-graph/shared/scalars';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { StaffMember } from '../staff-member/staff-member.stub';
import { EnforcementTeam } from '../team/team.entity';
import { Officer } from './officer.entity';
import { OfficerAction, OfficerKind } from './officer.enums';
import { OfficerConnection, OfficerListArgs } from './officer.inputs';
import type { OfficerRepository } from './officer.repository';
import { mayInvestigate, mayReview } from './officer.rules';
import { OfficerCertificate } from './officer-certificate.entity';

@Resolver(() => Officer)
export class OfficerResolver {
  constructor(
    private readonly officerRepository: OfficerRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => Officer, { nullable: true, description: 'One officer, within the viewer’s divisions. 按标识查询执法人员。' })
  officer(@Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerById.shown(id);
  }

  @Query(() => OfficerConnection, {
    description: 'Officers within the viewer’s divisions, with enforcement:read; none for anybody else. 按条件查询执法人员（限管辖范围）。',
  })
  officers(@Args(() => OfficerListArgs) { filter, ...page }: OfficerListArgs, @Ctx() { viewer }: EnforcementContext): Connection<Officer> {
    const checked = checkedPage(page);
    return new OfficerConnection({
      page: (asked) => this.officerRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.officerRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('teamId')
  @FieldResolver(() => EnforcementTeam, { nullable: true, description: 'The team. 所在队伍。' })
  team(@Root() { teamId }: Officer, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementTeam> | null {
    return teamId === null ? null : loaders.teamById.shown(teamId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [OfficerCertificate], { description: 'Certificates, those before it included, oldest first. 历次执法证件。' })
  certificates(@Root() { id }: Officer, @Ctx() { loaders }: EnforcementContext): Promise<OfficerCertificate[]> {
    return loaders.certificatesByOfficer.load(id);
  }

  @Reads('id')
  @FieldResolver(() => String, { nullable: true, description: 'Number of the latest certificate. 最近一次执法证件编号。' })
  async certificateNumber(@Root() officer: Officer, @Ctx() context: EnforcementContext): Promise<string | null> {
    return (await this.certificates(officer, context)).at(-1)?.number ?? null;
  }

  @Reads('id')
  @FieldResolver(() => DateScalar, { nullable: true, description: 'Last day of the latest certificate. 最近一次执法证件有效期止。' })
  async certificateValidTo(@Root() officer: Officer, @Ctx() context: EnforcementContext): Promise<string | null> {
    return (await this.certificates(officer, context)).at(-1)?.validTo ?? null;
  }

  @Reads('id', 'kind')
  @FieldResolver(() => Boolean, {
    description: 'Whether they may investigate and penalise on a day (行政处罚法§42, §55). 该日可否从事行政执法（持有效证件）。',
  })
  async mayInvestigate(
    @Root() officer: Officer,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when absent. 日期，默认当天。' }) asOf: string | null,
    @Ctx() context: EnforcementContext,
  ): Promise<boolean> {
    return mayInvestigate(officer, await this.certificates(officer, context), asOf ?? dayOf(this.clock()));
  }

  @Reads('kind', 'legalQualificationNumber', 'reviewerSince')
  @FieldResolver(() => Boolean, { description: 'Whether they may review decisions for legality (行政处罚法§58). 可否从事法制审核。' })
  mayReview(@Root() officer: Officer): boolean {
    return mayReview(officer);
  }

  @Reads('kind', 'divisionCode')
  @FieldResolver(() => [OfficerAction], {
    description: 'What this viewer can do about them now; nothing without enforcement:manage. 当前用户可执行的操作。',
  })
  availableActions(@Root() { kind, divisionCode }: Officer, @Ctx() { viewer }: EnforcementContext): OfficerAction[] {
    if (!holds(viewer, 'enforcement:manage') || !sees(viewer, divisionCode, this.clock)) return [];
    if (kind === OfficerKind.CERTIFIED) return [OfficerAction.RENEW_CERTIFICATE, OfficerAction.REVOKE_CERTIFICATE, OfficerAction.ASSIGN];
    return kind === OfficerKind.AUXILIARY ? [OfficerAction.ASSIGN] : [];
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done about them, oldest first. 管理记录，按时间先后。' })
  timeline(@Root() { id }: Officer, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }
}

@Resolver(() => OfficerCertificate)
export class OfficerCertificateResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => CertificateState, { description: 'How it stands today. 当前状态。' })
  state(@Root() certificate: OfficerCertificate): CertificateState {
    return stateOn(certificate, dayOf(this.clock()));
  }
}

/** What a team shows of officers. */
@Resolver(() => EnforcementTeam)
export class TeamOfficersResolver {
  @Reads('id')
  @FieldResolver(() => OfficerConnection, { description: 'Who is in it, within the viewer’s divisions. 队伍成员（限管辖范围）。' })
  officers(
    @Root() { id }: EnforcementTeam,
    @Args(() => OfficerListArgs) { filter, ...page }: OfficerListArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<Officer> {
    return new OfficerConnection(loaders.officersByTeam.of(id, filter ?? {}, page));
  }
}

/** What a member of staff shows of enforcement. */
@Resolver(() => StaffMember)
export class StaffMemberOfficerResolver {
  // Nullable, for the member of staff is another subgraph's.
  @FieldResolver(() => Officer, { nullable: true, description: 'As an officer in enforcement, if they are one. 作为执法人员的登记。' })
  officer(@Root() { id }: StaffMember, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerByStaffMember.shown(id);
  }
}
