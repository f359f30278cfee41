import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { MeasureApproval, MeasureKind, MeasureOutcome } from './measure.enums';
import type { MeasureFacts } from './measure.rules';

@ObjectType({ description: 'A thing that is kept, sealed or seized. 物品。' })
export class MeasuredThing {
  @Field(() => String, { description: 'Name. 名称。' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many. 数量。' })
  readonly quantity!: number;
}

/** Things registered and kept as evidence, sealed, or seized. */
@Entity('case_measure')
@ObjectType('CaseMeasure', { description: 'A measure on things. 先行登记保存、查封、扣押。' })
export class Measure extends CaseRecord {
  @Field(() => MeasureKind, { description: 'Kind. 种类。' })
  @Column({ type: 'varchar' })
  readonly kind!: MeasureKind;

  @Field(() => [MeasuredThing], { description: 'The list of things. 物品清单。' })
  @Column({ type: 'simple-json' })
  readonly things!: readonly MeasuredThing[];

  @Field(() => String, { description: 'Why. 理由。' })
  @Column({ type: 'varchar' })
  readonly reason!: string;

  @Field(() => String, { description: 'Law and article. 依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => DateTimeScalar, { description: 'When it began. 开始时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it lasts at most. 期限届满时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly dueAt!: Date;

  @Field(() => Boolean, { description: 'Whether it was extended (行政强制法 §25). 是否延长。' })
  @Column({ type: 'boolean' })
  readonly isExtended!: boolean;

  @Field(() => MeasureApproval, { description: 'Whether the head approved it. 负责人批准情况。' })
  @Column({ type: 'varchar' })
  readonly approval!: MeasureApproval;

  @Field(() => MeasureOutcome, { nullable: true, description: 'What became of the things; null while it lasts. 处理结果。' })
  @Column({ type: 'varchar', nullable: true })
  readonly outcome!: MeasureOutcome | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended. 处理时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly endedAt!: Date | null;

  judgedAt(now: Date): MeasureFacts {
    const { kind, outcome, dueAt, isExtended, approval } = this;
    return { kind, isOpen: outcome === null, isOver: now > dueAt, isExtended, isUnapproved: approval === MeasureApproval.PENDING };
  }
}
