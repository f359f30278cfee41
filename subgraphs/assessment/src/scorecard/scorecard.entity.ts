import { DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Both what is given and what is shown. */
@InputType('IndicatorScoreInput', { description: 'The score of an indicator. 指标得分。' })
@ObjectType({ description: 'The score of an indicator. 指标得分。' })
export class IndicatorScore {
  @Field(() => String, { description: 'Code of the indicator. 指标代码。' })
  indicator!: string;

  @Field(() => DecimalScalar, { description: 'Score, 0 to 100. 得分（0–100）。' })
  score!: string;
}

/** What a rater gives a subject: one live card of each for each. */
@Entity('scorecard')
@ObjectType({ description: 'What a rater gives a subject: one live card. 评分表（每一评分人对每一对象一份有效）。' })
@Directive('@key(fields: "id")')
export class Scorecard {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly roundSubjectId!: string;

  @Column({ type: 'varchar' })
  readonly raterId!: string;

  /** Where the rater belongs. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  /** Who holds the round reads the cards; who is appraised does not. */
  @Column({ type: 'varchar' })
  readonly roundDivisionCode!: string;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [IndicatorScore], { description: 'Scores. 各指标得分。' })
  @Column({ type: 'simple-json' })
  readonly scores!: IndicatorScore[];

  @Field(() => DateTimeScalar, { description: 'When it was handed in, as it is now. 提交时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly submittedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it came after the last day for scores. 是否逾期提交。' })
  @Column({ type: 'boolean' })
  readonly isLate!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was changed. 更改理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly changeReason!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`; above 1 it was changed. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;
}
