import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { GRADE_WORDS, RatingState } from './rating.enums';

/** What an applicant thinks of how an application was handled: once, and once more afterwards (追评). */
@Entity('application_rating')
@ObjectType({ description: 'A rating (好差评), and what was done about a bad one. 好差评及差评整改。' })
@Directive('@key(fields: "id")')
export class Rating {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly applicationId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Grade, 1 (best) to 5. 评价等级（1 非常满意—5 非常不满意）。' })
  @Column({ type: 'int' })
  readonly grade!: number;

  @Field(() => String, { nullable: true, description: 'What was said; numbers of persons are masked. 评价内容。' })
  @Column({ type: 'varchar', nullable: true })
  readonly comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When. 评价时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly ratedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Grade given afterwards. 追评等级。' })
  @Column({ type: 'int', nullable: true })
  followUpGrade!: number | null;

  @Field(() => String, { nullable: true, description: 'What was added afterwards. 追评内容。' })
  @Column({ type: 'varchar', nullable: true })
  followUpComment!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was added to. 追评时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  followUpAt!: Date | null;

  @Field(() => RatingState, { description: 'What becomes of it. 办理状态。' })
  @Column({ type: 'varchar' })
  state!: RatingState;

  @Field(() => Int, { description: 'Version: pass it as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('followUpGrade', 'grade')
  @Field(() => String, { description: 'The grade in words. 评价等级名称。' })
  gradeText(): string {
    return GRADE_WORDS[(this.followUpGrade ?? this.grade) - 1]!;
  }
}
