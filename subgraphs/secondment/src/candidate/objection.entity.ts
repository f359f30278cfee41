import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ObjectionState } from './objection.enums';

/** What somebody has against a candidate while the list is public; who said so is nobody's to read. */
@Entity('candidate_objection')
@ObjectType({ description: 'An objection to a candidate on the public list. 公示异议。' })
@Directive('@key(fields: "id")')
export class CandidateObjection {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly candidateId!: string;

  @Column({ type: 'varchar' })
  readonly campaignId!: string;

  /** The county that decides. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly contentText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was raised. 提出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly raisedAt!: Date;

  @Column({ type: 'varchar', nullable: true })
  finding!: string | null;

  @Field(() => ObjectionState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: ObjectionState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}
