import { CommandInput } from '@township-graph/shared/command/command-input';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MeasuredThingInput } from '../investigation/investigation.inputs';
import { CaseDocumentKind } from './document.enums';

@InputType({ description: 'Where and when somebody is to come. 时间和地点。' })
export class DocumentAppointmentInput {
  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  at!: Date;

  @Field(() => String, { description: 'Where, 200 characters at most. 地点（至多 200 字）。' })
  place!: string;
}

@InputType({ description: 'A document is made of what is on record. 制作文书。' })
export class IssueDocumentInput extends CommandInput {
  @Field(() => ID, { description: 'The case. 案件标识。' })
  caseId!: string;

  @Field(() => Int, { description: 'The version of the case that was read. 读取时的案件版本号。' })
  expectedVersion!: number;

  @Field(() => CaseDocumentKind, { description: 'Which document. 文书种类。' })
  kind!: CaseDocumentKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The record that it states, where there are several, as `issuableDocuments` names it. 所载记录标识（有多项时必填）。',
  })
  sourceId?: string | null;

  @Field(() => DocumentAppointmentInput, { nullable: true, description: 'Of INQUIRY_NOTICE alone. 询问时间地点（仅调查询问通知书）。' })
  appointment?: DocumentAppointmentInput | null;

  @Field(() => [MeasuredThingInput], { nullable: true, description: 'Of SAMPLING_NOTICE alone. 抽样物品（仅抽样取证通知书）。' })
  samples?: MeasuredThingInput[] | null;
}
