import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { Officer } from './officer.entity';
import { OfficerAllocation, OfficerKind } from './officer.enums';

export const OfficerConnection = connectionOf(Officer, 'Officer', '执法人员');

@InputType({ description: 'Which officers; all conditions apply together. 执法人员筛选条件（同时满足）。' })
export class OfficerFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Who serve in this division or below it. 服务于该区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this team. 所在队伍。' })
  teamId?: string | null;

  @Field(() => [OfficerKind], { nullable: true, description: 'Of one of these kinds. 人员类别（任一）。' })
  kind?: OfficerKind[] | null;

  @Field(() => [OfficerAllocation], { nullable: true, description: 'Whose post came by one of these rules. 人员配置来源（任一）。' })
  allocation?: OfficerAllocation[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Certified officers who have no certificate that is valid on this day or later. 该日及以后没有有效证件的持证人员。',
  })
  uncertifiedFrom?: string | null;
}

@ArgsType()
export class OfficerListArgs extends PageArgs {
  @Field(() => OfficerFilter, { nullable: true, description: 'Which officers. 筛选条件。' })
  filter?: OfficerFilter | null;
}

@InputType({ description: 'An enforcement certificate. 行政执法证件。' })
export class OfficerCertificateInput {
  @Field(() => String, { description: 'Number, 1 to 50 characters. 证件编号（1–50 字）。' })
  number!: string;

  @Field(() => String, { description: 'Who issued it, 1 to 100 characters. 发证机关（1–100 字）。' })
  issuedBy!: string;

  @Field(() => DateScalar, { description: 'First day it is valid. 有效期起。' })
  validFrom!: string;

  @Field(() => DateScalar, {
    description: 'Last day it is valid; five years at the most unless the settings say otherwise. 有效期止（含当日，缺省最长5年）。',
  })
  validTo!: string;
}

@InputType({ description: 'Somebody who is to work in enforcement. 登记执法人员。' })
export class RegisterOfficerInput extends CommandInput {
  @Field(() => ID, { description: 'The member of staff, 1 to 36 characters. 工作人员标识（1–36 字）。' })
  staffMemberId!: string;

  @Field(() => String, { description: 'Name, 1 to 50 characters. 姓名（1–50 字）。' })
  name!: string;

  @Field(() => OfficerKind, { description: 'What they may do. 人员类别。' })
  kind!: OfficerKind;

  @Field(() => DivisionCodeScalar, {
    description: 'Where they serve; of who is put into a team, its home counts. 服务区划，编入队伍的以驻地为准。',
  })
  divisionCode!: string;

  @Field(() => OrganInput, { description: 'The organ that employs them. 所在机关。' })
  organization!: OrganInput;

  @Field(() => ID, { nullable: true, description: 'A team that they are put into. 编入的队伍。' })
  teamId?: string | null;

  @Field(() => OfficerAllocation, { nullable: true, description: 'By which rule the post came here. 人员配置来源。' })
  allocation?: OfficerAllocation | null;

  @Field(() => OfficerCertificateInput, {
    nullable: true,
    description:
      'The certificate, of a certified officer alone; those that personnel has recorded, when absent. 行政执法证件，仅持证人员填写；缺省取人员库中登记的证件。',
  })
  certificate?: OfficerCertificateInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of the legal profession qualification, to 50 characters; who reviews since 2018 needs it. 法律职业资格证书编号（2018年起初次从事法制审核的必填）。',
  })
  legalQualificationNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when they have reviewed decisions. 从事法制审核的起始日期。' })
  reviewerSince?: string | null;
}

@InputType({ description: 'Something done about an officer who was read before. 对执法人员的操作。' })
abstract class OfficerMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The officer. 执法人员标识。' })
  officerId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'A certificate that runs on. 换发证件。' })
export class RenewCertificateInput extends OfficerMoveInput {
  @Field(() => OfficerCertificateInput, { description: 'The new certificate, which runs longer. 新证件（有效期更长）。' })
  certificate!: OfficerCertificateInput;
}

@InputType({ description: 'Certificates that are valid no longer, from today on. 收回证件（自今日起失效）。' })
export class RevokeCertificateInput extends OfficerMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 原因（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'The team that an officer is in. 编入队伍。' })
export class AssignOfficerInput extends OfficerMoveInput {
  @Field(() => ID, { nullable: true, description: 'The team; none when absent. 队伍标识，缺省为不编入任何队伍。' })
  teamId?: string | null;
}

const WORDS = { en: 'The officer as they are now', zh: '操作后的执法人员' };

export const RegisterOfficerPayload = payloadOf(Officer, 'officer', 'registerOfficer', WORDS);
export const RenewCertificatePayload = payloadOf(Officer, 'officer', 'renewCertificate', WORDS);
export const RevokeCertificatePayload = payloadOf(Officer, 'officer', 'revokeCertificate', WORDS);
export const AssignOfficerPayload = payloadOf(Officer, 'officer', 'assignOfficer', WORDS);
