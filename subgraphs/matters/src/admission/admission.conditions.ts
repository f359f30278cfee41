import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { StaffKind } from './admission.enums';

/** Both what is given and what is shown: the words of the application. */
@InputType('AdmissionBasisInput', { description: 'An article of law that the duty rests on. 法律法规依据。' })
@ObjectType({ description: 'An article of law that the duty rests on. 法律法规依据。' })
export class AdmissionBasis {
  @Field(() => String, { description: 'The law or document. 依据名称。' })
  title!: string;

  @Field(() => String, { description: 'Article and paragraph. 条款。' })
  article!: string;
}

@InputType('AdmissionStaffInput', { description: 'Staff that comes with the duty. 人员保障。' })
@ObjectType({ description: 'Staff that comes with the duty. 人员保障。' })
export class AdmissionStaff {
  @Field(() => StaffKind, { description: 'Kind. 人员类别。' })
  kind!: StaffKind;

  @Field(() => Int, { description: 'How many for each recipient. 每个承接方人数。' })
  count!: number;
}

@InputType('AdmissionConditionsInput', {
  description: 'What must come with a duty; a draft may lack some of it, an application may not. 准入条件（草稿可缺项，申请须齐备）。',
})
@ObjectType({ description: 'What comes with a duty. 准入条件（依据、人员、经费、培训、业务指导）。' })
export class AdmissionConditions {
  @Field(() => [AdmissionBasis], { nullable: true, description: 'Basis in law, each with its article. 法律法规依据。' })
  legalBases?: AdmissionBasis[] | null;

  @Field(() => [AdmissionStaff], { nullable: true, description: 'Staff by kind. 人员。' })
  staff?: AdmissionStaff[] | null;

  @Field(() => Int, { nullable: true, description: 'Funds a year for each recipient, in yuan; 0 is said, not left out. 每年经费（元）。' })
  fundsYuan?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days of training before it begins. 培训天数。' })
  trainingDays?: number | null;

  @Field(() => String, { nullable: true, description: 'The department that guides the work, by name. 业务指导部门名称。' })
  guidingName?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The same by credit code. 业务指导部门统一社会信用代码。' })
  guidingCreditCode?: string | null;
}
