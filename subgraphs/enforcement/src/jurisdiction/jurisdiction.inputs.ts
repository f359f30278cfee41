import { Field, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { OrganInput } from '../organization/organ.input';

@InputType({ description: 'A dispute over jurisdiction goes to the common superior (行政处罚法 §25②). 报请指定管辖。' })
export class ReportJurisdictionDisputeInput extends CaseMoveInput {
  @Field(() => OrganInput, { description: 'The organ that it is disputed with. 争议的另一方机关。' })
  other!: OrganInput;

  @Field(() => String, {
    description: 'How it was consulted about without success, 500 characters at most. 协商不成的情况（至多 500 字）。',
  })
  consultation!: string;
}

@InputType({ description: 'The common superior designates whose the case is (行政处罚法 §25②). 指定管辖。' })
export class DesignateJurisdictionInput extends CaseReasonedInput {
  @Field(() => OrganInput, { description: 'The organ that is designated: it holds the power today. 被指定管辖的机关。' })
  designated!: OrganInput;

  @Field(() => String, { description: 'Name of the organ that designates, 1 to 100 characters. 指定机关名称。' })
  superiorName!: string;

  @Field(() => String, { description: 'Number of its letter, 1 to 60 characters. 指定管辖文书号。' })
  documentNumber!: string;
}
