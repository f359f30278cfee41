import { Personal } from '@township-graph/shared/personal-data';
import { Field, ObjectType } from 'type-graphql';
import { ApplicantKind } from './application.enums';

/** The applicant's half of an application's row. Personal data of the applicant, in clear only for a stated purpose. */
@ObjectType({ description: 'Who applies, masked by default. 申请人（默认脱敏）。' })
export class Applicant {
  /** The application's: what the audit trail says was read. */
  readonly id!: string;
  readonly divisionCode!: string;

  @Field(() => ApplicantKind, { description: 'Kind. 服务对象类型。' })
  readonly kind!: ApplicantKind;

  @Personal('NAME')
  @Field(() => String, { description: 'Name of the person, or of the person who acts for an organisation. 申请人（经办人）姓名。' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name of the organisation. 申请单位名称。' })
  readonly organizationName!: string | null;

  @Personal('CITIZEN_ID')
  @Field(() => String, { nullable: true, description: 'Identity number (GB 11643). 公民身份号码。' })
  readonly idNumber!: string | null;

  @Personal('PHONE')
  @Field(() => String, { nullable: true, description: 'Telephone. 联系电话。' })
  readonly phone!: string | null;

  @Personal('ADDRESS')
  @Field(() => String, { nullable: true, description: 'Address; results sent by mail go there. 联系（邮寄）地址。' })
  readonly address!: string | null;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Who applies on the applicant’s behalf (代办). 代办人姓名。' })
  readonly agentName!: string | null;
}
