import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import type { Penalty } from '../decision/penalty.rules';
import { CasePenalty } from '../decision/penalty.type';

/** What the party is told before a penalty (行政处罚法§44). */
@Entity('prior_notice')
@ObjectType({ description: 'What the party was told before the decision (行政处罚法 §44). 行政处罚事先告知书。' })
export class PriorNotice extends CaseRecord {
  @Column({ type: 'simple-json' })
  readonly proposed!: readonly Penalty[];

  @Field(() => String, { description: 'Facts. 违法事实。' })
  @Column({ type: 'varchar' })
  readonly facts!: string;

  @Field(() => String, { description: 'Reasons. 理由。' })
  @Column({ type: 'varchar' })
  readonly reasons!: string;

  @Field(() => String, { description: 'Law and article. 依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => Boolean, { description: 'Whether it tells of the right to a hearing (行政处罚法 §63). 是否告知听证权利。' })
  @Column({ type: 'boolean' })
  readonly offersHearing!: boolean;

  /** Verified evidence at the time: what comes later needs more, if it is to be heavier (§45②). */
  @Column({ type: 'int' })
  readonly evidence!: number;

  @Field(() => DateTimeScalar, { description: 'When the party was told. 告知时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly notifiedAt!: Date;

  @Field(() => [CasePenalty], { description: 'What is proposed. 拟作出的处罚。' })
  penalties(): CasePenalty[] {
    return this.proposed.map(CasePenalty.of);
  }
}
