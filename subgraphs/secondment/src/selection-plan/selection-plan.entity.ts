import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';

@ObjectType({ description: 'How many are to be selected in a year. 年度选派计划数。' })
export class YearlyTarget {
  @Field(() => Int, { description: 'The year. 年度。' })
  readonly year!: number;

  @Field(() => Int, { description: 'How many, in persons. 人数。' })
  readonly number!: number;
}

/** For five years: how many a county selects in each. Never changed: another is adopted. */
@Entity('selection_plan')
@ObjectType({ description: 'Plan of selections over five years (兰改发〔2017〕11号). 选派五年计划。' })
@Directive('@key(fields: "id")')
export class SelectionPlan {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The county. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => String, { description: 'The document that adopts it. 文号。' })
  @Column({ type: 'varchar' })
  readonly document!: string;

  @Field(() => Int, { description: 'First year. 起始年度。' })
  @Column({ type: 'int' })
  readonly startYear!: number;

  @Field(() => Int, { description: 'Last year. 结束年度。' })
  @Column({ type: 'int' })
  readonly endYear!: number;

  @Field(() => [YearlyTarget], { description: 'How many in each year. 年度计划数。' })
  @Column({ type: 'simple-json' })
  readonly targets!: readonly YearlyTarget[];

  @Field(() => DateTimeScalar, { description: 'When it was recorded. 登记时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly adoptedAt!: Date;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The county. 县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
