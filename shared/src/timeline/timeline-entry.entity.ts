import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Personal } from '../personal-data';
import { CreditCodeScalar, DateTimeScalar } from '../scalars';

/** One step in the life of something that moves through states: who did what, when, and by which law. Never changed, never removed. */
@Entity('timeline_entry')
@ObjectType({ description: 'One step in the course of a case: who, when, from which state to which, why. 流转记录。' })
@Directive('@shareable')
export class TimelineEntry {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly subjectType!: string;

  @Column({ type: 'varchar' })
  readonly subjectId!: string;

  /** The subject's, so that scope needs no join; it moves with the subject. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly at!: Date;

  @Field(() => String, { description: 'What was done: the word of availableActions, or of the rule that did it. 操作。' })
  @Column({ type: 'varchar' })
  readonly action!: string;

  @Field(() => String, { nullable: true, description: 'State before; null where it begins. 操作前状态。' })
  @Column({ name: 'fromState', type: 'varchar', nullable: true })
  readonly from!: string | null;

  @Field(() => String, { description: 'State after. 操作后状态。' })
  @Column({ name: 'toState', type: 'varchar' })
  readonly to!: string;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Who did it, by name; null for the system. 经办人（系统操作为空）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly actor!: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'As whom: the organisation’s credit code. 经办机构统一社会信用代码。' })
  @Column({ type: 'varchar', nullable: true })
  readonly organization!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason or remark; identity and telephone numbers in it are masked. 理由或备注。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly note!: string | null;

  @Field(() => String, { nullable: true, description: 'Legal basis of the step. 法律依据。' })
  @Column({ type: 'varchar', nullable: true })
  readonly legalBasis!: string | null;
}
