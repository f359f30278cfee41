import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { StaffMember } from './staff-member.entity';
import { PostRank } from './staff-member.enums';

@InputType({ description: 'An organisation that engages somebody outside its establishment. 编制外用人单位。' })
export class OutsideEmployerInput {
  @Field(() => OrganInput, { description: 'The organisation. 用人单位。' })
  organization!: OrganInput;

  @Field(() => DivisionCodeScalar, { description: 'Where it is. 所在区划。' })
  divisionCode!: string;
}

@InputType({ description: 'Somebody who comes to work for an organ or an institution. 登记工作人员。' })
export class RegisterStaffMemberInput extends CommandInput {
  @Field(() => String, { description: 'Name, 1 to 50 characters. 姓名（1–50 字）。' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The establishment of which they take a free post. 占用的编制（须有空编）。' })
  establishmentId?: string | null;

  @Field(() => OutsideEmployerInput, {
    nullable: true,
    description: 'Instead of it: who engages them outside the establishment. 编制外人员的用人单位（与编制二选一）。',
  })
  outsideOf?: OutsideEmployerInput | null;

  @Field(() => String, { description: 'What the post is called, 1 to 100 characters. 岗位（职务）名称（1–100 字）。' })
  postTitle!: string;

  @Field(() => PostRank, { description: 'Its level. 职务层次。' })
  postRank!: PostRank;

  @Field(() => Boolean, { description: 'Whether it is a leading post. 是否领导职务。' })
  isLeading!: boolean;

  @Field(() => DateScalar, { description: 'First day, not after today. 到岗日期（不晚于今日）。' })
  joinedOn!: string;
}

@InputType({ description: 'Somebody who serves no longer. 离职（退休）登记。' })
export class RecordDepartureInput extends CommandInput {
  @Field(() => ID, { description: 'The member of staff. 工作人员标识。' })
  staffMemberId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'First day they no longer serve, not after today. 离职日期（不晚于今日）。' })
  leftOn!: string;

  @Field(() => String, { description: 'Why, 1 to 200 characters. 原因（1–200 字）。' })
  reason!: string;
}

const WORDS = { en: 'The member of staff as they are now', zh: '操作后的工作人员' };

export const RegisterStaffMemberPayload = payloadOf(StaffMember, 'staffMember', 'registerStaffMember', WORDS);
export const RecordDeparturePayload = payloadOf(StaffMember, 'staffMember', 'recordDeparture', WORDS);
