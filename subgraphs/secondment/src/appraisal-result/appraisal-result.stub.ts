import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The assessment's result, as we see it: an identifier. */
@ObjectType({ description: 'What came of a round for one subject. 考核结果。' })
@Directive('@key(fields: "id")')
export class AppraisalResult {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  readonly id!: string;

  static of(id: string): AppraisalResult {
    return Object.assign(new AppraisalResult(), { id });
  }
}
