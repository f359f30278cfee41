import { Personal } from '@township-graph/shared/personal-data';
import { Field, ObjectType } from 'type-graphql';

/** Who complains: for the desk that handles it, and never for whom it is about. No event, course or case repeats it. */
@ObjectType({
  description:
    'Who complains or reports; masked without a stated purpose, and never told to whom it is about. 投诉举报人（默认脱敏，不得向被投诉举报人泄露）。',
})
export class Complainant {
  /** The complaint's: what the audit trail says was read. */
  readonly id!: string;
  readonly divisionCode!: string;

  @Personal('NAME')
  @Field(() => String, { description: 'Name. 姓名。' })
  readonly name!: string;

  @Personal('PHONE')
  @Field(() => String, { description: 'Telephone. 联系电话。' })
  readonly phone!: string;
}
