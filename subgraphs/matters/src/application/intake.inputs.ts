import { CommandInput } from '@township-graph/shared/command/command-input';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ApplicantKind, ApplicationChannel } from './application.enums';

@InputType({ description: 'Who applies. 申请人。' })
export class ApplicantInput {
  @Field(() => ApplicantKind, { description: 'Kind. 服务对象类型。' })
  kind!: ApplicantKind;

  @Field(() => String, { description: 'Name of the person, or of who acts for the organisation. 申请人（经办人）姓名。' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name of the organisation. 申请单位名称。' })
  organizationName?: string | null;

  @Field(() => String, { nullable: true, description: 'Identity number, checked (GB 11643). 公民身份号码。' })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone. 联系电话。' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address. 联系（邮寄）地址。' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Who applies on the applicant’s behalf. 代办人姓名。' })
  agentName?: string | null;
}

@InputType({ description: 'A new application. 提交申请。' })
export class SubmitApplicationInput extends CommandInput {
  @Field(() => ID, { description: 'For which matter. 事项标识。' })
  matterId!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is taken in; online, divisionCode may say it. 受理服务点标识。' })
  servicePointId?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Where it is taken in, when no service point is named. 受理地区划。' })
  divisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the window. 窗口号。' })
  windowNumber?: string | null;

  @Field(() => ApplicationChannel, { description: 'How it comes. 申请渠道。' })
  channel!: ApplicationChannel;

  @Field(() => ApplicantInput, { description: 'Who applies. 申请人。' })
  applicant!: ApplicantInput;

  @Field(() => Boolean, { defaultValue: false, description: 'Save it without sending it in. 仅暂存。' })
  onlySave!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'An internal matter of a village or office. 是否基层内部办事。' })
  isInternal!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Minor material may follow (容缺受理). 是否容缺受理。' })
  isTolerated!: boolean;

  @Field(() => [String], {
    nullable: true,
    description: 'What may follow, each by its name; 容缺受理 needs one at least. 容缺后补材料（容缺受理必填）。',
  })
  missingMaterials?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'On the applicant’s commitment (告知承诺). 是否适用告知承诺制。' })
  isOnCommitment!: boolean;
}
