import { DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the graph was asked for a score, and what it answered. Kept of every calculation. */
@Entity('round_evidence')
@ObjectType({ description: 'What the graph was asked for a score, and what it answered. 自动取数凭证。' })
export class RoundEvidence {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Which calculation. 第几次计算。' })
  @Column({ type: 'int' })
  readonly calculation!: number;

  @Column({ type: 'varchar' })
  readonly roundSubjectId!: string;

  @Field(() => String, { description: 'Code of the indicator. 指标代码。' })
  @Column({ type: 'varchar' })
  readonly indicator!: string;

  @Field(() => String, { nullable: true, description: 'The query as it was sent. 查询语句。' })
  @Column({ type: 'text', nullable: true })
  readonly query!: string | null;

  @Field(() => String, { nullable: true, description: 'The answer as it came, JSON. 返回内容。' })
  @Column({ type: 'text', nullable: true })
  readonly answer!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The number in it. 取值。' })
  @Column({ type: 'varchar', nullable: true })
  readonly value!: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is none: then it is not scored. 未取到数的原因（该项不计分）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly notScored!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked. 取数时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly askedAt!: Date;
}
