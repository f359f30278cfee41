import { Field, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';

@InputType({ description: 'A case is closed. 结案。' })
export class CloseCaseInput extends CaseReasonedInput {}

@InputType({ description: 'A case is put on file. 归档。' })
export class ArchiveCaseInput extends CaseMoveInput {
  @Field(() => String, { description: 'Number of the file. 档号。' })
  archiveNumber!: string;
}
