import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { ThreePower } from './three-powers.enums';
import { ThreePowersGrant } from './three-powers-grant.entity';

@InputType({ description: 'Something done to a grant. 对“三权”授予的操作。' })
abstract class ThreePowersMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. “三权”授予标识。' })
  grantId!: string;
}

@InputType({ description: 'A grant. 授予内容。' })
export class GrantThreePowersInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The township. 乡镇（街道）区划。' })
  divisionCode!: string;

  @Field(() => OrganInput, { description: 'Whose staff it is about. 派出部门。' })
  department!: OrganInput;

  @Field(() => ThreePower, { description: 'Which power. 权力类别。' })
  power!: ThreePower;

  @Field(() => String, { description: 'By which document, 1 to 100 characters. 文号（1–100 字）。' })
  document!: string;

  @Field(() => DateScalar, { description: 'First day. 生效日期。' })
  effectiveFrom!: string;
}

@InputType({ description: 'A withdrawal. 收回内容。' })
export class WithdrawThreePowersInput extends ThreePowersMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

const WORDS = { en: 'The grant as it is now', zh: '操作后的授予' };

export const GrantThreePowersPayload = payloadOf(ThreePowersGrant, 'grant', 'grantThreePowers', WORDS);
export const WithdrawThreePowersPayload = payloadOf(ThreePowersGrant, 'grant', 'withdrawThreePowers', WORDS);
