import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Personnel's member of staff, as we see it: an identifier. */
@ObjectType({ description: 'Member of staff. 工作人员。' })
@Directive('@key(fields: "id")')
export class StaffMember {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  readonly id!: string;

  static of(id: string): StaffMember {
    return Object.assign(new StaffMember(), { id });
  }
}
