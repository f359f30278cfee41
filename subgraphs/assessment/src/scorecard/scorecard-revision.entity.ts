import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IndicatorScore } from './scorecard.entity';

/** A card as it was before it was changed. */
@Entity('scorecard_revision')
@ObjectType({ description: 'A card as it was before it was changed. 评分表的历史版本。' })
export class ScorecardRevision {
  @PrimaryColumn({ type: 'varchar' })
  readonly scorecardId!: string;

  @Field(() => Int, { description: 'Its version then. 当时的版本号。' })
  @PrimaryColumn({ type: 'int' })
  readonly version!: number;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [IndicatorScore], { description: 'Scores. 各指标得分。' })
  @Column({ type: 'simple-json' })
  readonly scores!: IndicatorScore[];

  @Field(() => DateTimeScalar, { description: 'When it was handed in. 提交时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly submittedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it was late. 是否逾期。' })
  @Column({ type: 'boolean' })
  readonly isLate!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it took the place of the one before. 更改理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly changeReason!: string | null;
}
