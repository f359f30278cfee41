import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { EnforcementTeam } from './team.entity';
import { TeamKind } from './team.enums';

export const EnforcementTeamConnection = connectionOf(EnforcementTeam, 'EnforcementTeam', '执法队伍');

@InputType({ description: 'Which teams; all conditions apply together. 执法队伍筛选条件（同时满足）。' })
export class EnforcementTeamFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'On duty in this division or below it. 覆盖该区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'On duty on this day; today when absent. 该日覆盖，默认当天。' })
  asOf?: string | null;

  @Field(() => [TeamKind], { nullable: true, description: 'Of one of these kinds. 队伍类型（任一）。' })
  kind?: TeamKind[] | null;
}

@ArgsType()
export class EnforcementTeamListArgs extends PageArgs {
  @Field(() => EnforcementTeamFilter, { nullable: true, description: 'Which teams. 筛选条件。' })
  filter?: EnforcementTeamFilter | null;
}

@InputType({ description: 'A team that is set up. 组建执法队伍。' })
export class RegisterEnforcementTeamInput extends CommandInput {
  @Field(() => TeamKind, { description: 'Kind. 队伍类型。' })
  kind!: TeamKind;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 队伍名称（1–100 字）。' })
  name!: string;

  @Field(() => DivisionCodeScalar, {
    description: 'Its home: a township, of a shared team the host; of a professional one the county. 驻地：乡镇（街道），专业队为县。',
  })
  divisionCode!: string;

  @Field(() => OrganInput, { description: 'The organ that it belongs to. 所属机关。' })
  organization!: OrganInput;

  @Field(() => OrganInput, { nullable: true, description: 'The department that keeps it, of a station alone. 派出部门，仅派驻站所填写。' })
  dispatchedBy?: OrganInput | null;

  @Field(() => [DivisionCodeScalar], {
    nullable: true,
    description: 'Where it is on duty, its home among it; its home alone when absent. 覆盖的乡镇（含驻地），缺省为驻地。',
  })
  covers?: string[] | null;

  @Field(() => DateScalar, { description: 'First day on duty. 组建日期。' })
  establishedOn!: string;
}

@InputType({ description: 'What a shared team is to cover. 覆盖范围调整。' })
export class ChangeTeamCoverageInput extends CommandInput {
  @Field(() => ID, { description: 'The team. 队伍标识。' })
  teamId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => [DivisionCodeScalar], { description: 'All of it from then on, the host among it. 调整后覆盖的全部乡镇（含驻地）。' })
  covers!: string[];

  @Field(() => DateScalar, { description: 'From this day on, today or later. 调整生效日期（不早于今日）。' })
  effectiveOn!: string;
}

const WORDS = { en: 'The team as it is now', zh: '操作后的执法队伍' };

export const RegisterEnforcementTeamPayload = payloadOf(EnforcementTeam, 'enforcementTeam', 'registerEnforcementTeam', WORDS);
export const ChangeTeamCoveragePayload = payloadOf(EnforcementTeam, 'enforcementTeam', 'changeTeamCoverage', WORDS);
