import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { Division } from '../division/division.stub';
import { EnforcementTeam } from './team.entity';
import {
  ChangeTeamCoverageInput,
  ChangeTeamCoveragePayload,
  EnforcementTeamConnection,
  EnforcementTeamListArgs,
  RegisterEnforcementTeamInput,
  RegisterEnforcementTeamPayload,
} from './team.inputs';
import type { TeamRepository } from './team.repository';
import type { TeamService } from './team.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

@Resolver(() => EnforcementTeam)
export class EnforcementTeamResolver {
  constructor(
    private readonly teamRepository: TeamRepository,
    private readonly teamService: TeamService,
  ) {}

  @Query(() => EnforcementTeam, { nullable: true, description: 'One team. 按标识查询执法队伍。' })
  enforcementTeam(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<EnforcementTeam> {
    return loaders.teamById.shown(id);
  }

  @Query(() => EnforcementTeamConnection, { description: 'Teams, by filter. 按条件查询执法队伍。' })
  enforcementTeams(
    @Args(() => EnforcementTeamListArgs) { filter, ...page }: EnforcementTeamListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<EnforcementTeam> {
    const checked = checkedPage(page);
    return new EnforcementTeamConnection({
      page: (asked) => this.teamRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.teamRepository.count(viewer, filter ?? {}),
    });
  }

  // Nullable items: one division that the directory lacks must not take the whole answer with it.
  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Division], { nullable: 'items', description: 'Where it is on duty today. 当前覆盖的乡镇（专业队为县）。' })
  async covers(@Root() { id }: EnforcementTeam, @Ctx() { loaders }: EnforcementContext): Promise<Division[]> {
    return (await loaders.coverageByTeam.load(id)).map(({ divisionCode }) => Division.of(divisionCode));
  }

  @Mutation(() => RegisterEnforcementTeamPayload, {
    description:
      'Sets a team up. Scope enforcement:manage of the county. Errors: FORBIDDEN, BAD_USER_INPUT, CONFLICT (COVERED_ALREADY: one comprehensive team a township). 组建执法队伍。',
  })
  async registerEnforcementTeam(
    @Arg('input', () => RegisterEnforcementTeamInput, INPUT) input: RegisterEnforcementTeamInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RegisterEnforcementTeamPayload.of(await this.teamService.registerEnforcementTeam(context, input));
  }

  @Mutation(() => ChangeTeamCoveragePayload, {
    description:
      'Says what a shared team covers from a day on. Scope enforcement:manage of the county. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 调整“1+X”执法队覆盖范围。',
  })
  async changeTeamCoverage(
    @Arg('input', () => ChangeTeamCoverageInput, INPUT) input: ChangeTeamCoverageInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return ChangeTeamCoveragePayload.of(await this.teamService.changeTeamCoverage(context, input));
  }
}

/** What a division shows of teams. */
@Resolver(() => Division)
export class DivisionTeamResolver {
  @FieldResolver(() => EnforcementTeam, {
    nullable: true,
    description: 'The comprehensive team that is on duty in this township today: its own, or a shared one. 当前覆盖本乡镇的综合执法队。',
  })
  async enforcementTeam(@Root() { code }: Division, @Ctx() { loaders }: EnforcementContext): Promise<EnforcementTeam | null> {
    return (await loaders.teamOnDuty.load(code))?.team ?? null;
  }
}
