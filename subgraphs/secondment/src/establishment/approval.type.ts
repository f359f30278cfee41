import { DateScalar } from '@township-graph/shared/scalars';
import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The document by which posts were approved or moved. 机构编制批文。' })
export class EstablishmentApproval {
  constructor(authority: string, documentNumber: string, approvedOn: string) {
    this.authority = authority;
    this.documentNumber = documentNumber;
    this.approvedOn = approvedOn;
  }

  @Field(() => String, { description: 'Who approved it. 批准机关。' })
  readonly authority: string;

  @Field(() => String, { description: 'Number of the document. 批文文号。' })
  readonly documentNumber: string;

  @Field(() => DateScalar, { description: 'Day of the approval. 批准日期。' })
  readonly approvedOn: string;
}

@InputType({ description: 'The document by which posts are approved or moved. 机构编制批文。' })
export class EstablishmentApprovalInput {
  @Field(() => String, { description: 'Who approved it, 1 to 100 characters. 批准机关（1–100 字）。' })
  authority!: string;

  @Field(() => String, { description: 'Number of the document, 1 to 100 characters. 批文文号（1–100 字）。' })
  documentNumber!: string;

  @Field(() => DateScalar, { description: 'Day of the approval, not after today. 批准日期（不晚于今日）。' })
  approvedOn!: string;
}
