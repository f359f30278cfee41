import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';

/** What the party said to a notice, and what became of it (行政处罚法§45). */
@Entity('party_statement')
@ObjectType({ description: 'What the party said, and how it was looked into (行政处罚法 §45). 陈述申辩笔录及复核意见。' })
export class PartyStatement extends CaseRecord {
  @Field(() => Boolean, { description: 'Whether the party waived its right expressly. 是否明确放弃。' })
  @Column({ type: 'boolean' })
  readonly isWaived!: boolean;

  @Field(() => String, { nullable: true, description: 'What it said. 陈述申辩内容。' })
  @Column({ type: 'varchar', nullable: true })
  readonly content!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was adopted, in whole or in part. 是否采纳。' })
  @Column({ type: 'boolean', nullable: true })
  readonly isAdopted!: boolean | null;

  @Field(() => String, { nullable: true, description: 'How it was looked into. 复核意见。' })
  @Column({ type: 'varchar', nullable: true })
  readonly examination!: string | null;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly statedAt!: Date;
}
