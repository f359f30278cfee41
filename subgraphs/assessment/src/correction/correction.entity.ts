import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { decimalOfHundredths } from '../scoring/exact';
import { AppraisalGrade, type GradeScale, type Level } from '../scoring/grade';
import { CorrectionGround } from './correction.enums';

/** What a confirmed result was, and what it was corrected to. */
@Entity('result_correction')
@ObjectType({ description: 'What a confirmed result was, and what it was corrected to. 考核结果更正记录。' })
export class ResultCorrection {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly resultId!: string;

  /** Where the subject belongs. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly roundDivisionCode!: string;

  @Field(() => Int, { description: 'Which version of the result it made. 更正后的版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Column({ type: 'varchar' })
  readonly gradeScale!: GradeScale;

  @Column({ type: 'int' })
  readonly fromLevel!: Level;

  @Column({ type: 'int' })
  readonly toLevel!: Level;

  @Field(() => CorrectionGround, { description: 'Why. 更正依据类别。' })
  @Column({ type: 'varchar' })
  readonly ground!: CorrectionGround;

  @Field(() => String, { description: 'Number of the decision. 决定文号。' })
  @Column({ type: 'varchar' })
  readonly document!: string;

  @Field(() => String, { description: 'What was found. 更正理由。' })
  @Column({ type: 'text' })
  readonly reason!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When the review was applied for; null for what was none. 申请复核日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly appliedOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was corrected. 更正时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly correctedAt!: Date;

  @Column({ type: 'int', nullable: true })
  readonly fromHundredths!: number | null;

  @Column({ type: 'int', nullable: true })
  readonly toHundredths!: number | null;

  @Field(() => Int, { nullable: true, description: 'The rank that it had; null where it had none. 原名次。' })
  @Column({ type: 'int', nullable: true })
  readonly fromRank!: number | null;

  @Field(() => Int, { nullable: true, description: 'The rank that it has since. 更正后名次。' })
  @Column({ type: 'int', nullable: true })
  readonly toRank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Which calculation of the round gave it; null where the grade was decided. 所依据的第几次计算（直接更正等次的为空）。',
  })
  @Column({ type: 'int', nullable: true })
  readonly calculation!: number | null;

  @Field(() => Boolean, {
    description: 'Whether it follows from the correction of another’s result: its own score is as it was. 是否因其他对象更正而随之变动。',
  })
  @Column({ type: 'boolean' })
  readonly isConsequence!: boolean;

  @Reads('fromHundredths')
  @Field(() => DecimalScalar, { nullable: true, description: 'The score that it had. 原得分。' })
  scoreBefore(): string | null {
    return this.fromHundredths === null ? null : decimalOfHundredths(this.fromHundredths);
  }

  @Reads('toHundredths')
  @Field(() => DecimalScalar, { nullable: true, description: 'The score that it has since. 更正后得分。' })
  scoreAfter(): string | null {
    return this.toHundredths === null ? null : decimalOfHundredths(this.toHundredths);
  }

  @Reads('gradeScale', 'fromLevel')
  @Field(() => AppraisalGrade, { description: 'The grade that it had. 原等次。' })
  before(): AppraisalGrade {
    return AppraisalGrade.of(this.gradeScale, this.fromLevel);
  }

  @Reads('gradeScale', 'toLevel')
  @Field(() => AppraisalGrade, { description: 'The grade that it has since. 更正后等次。' })
  after(): AppraisalGrade {
    return AppraisalGrade.of(this.gradeScale, this.toLevel);
  }
}
