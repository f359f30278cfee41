import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';

/** What is recorded in the course of a case. It belongs where the case does, so that its scope needs no join. */
@ObjectType()
export abstract class CaseRecord {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly caseId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;
}
