import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';

/** What a mutual evaluation says of a department and a township: whether the township may have its staff recalled. */
@Entity('recall_ground')
@ObjectType({ description: 'What a mutual evaluation says about recalls. 双向互评结果（召回依据）。' })
export class RecallGround {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The township. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentName!: string;

  @Field(() => String, { description: 'Of which period, such as 2026. 考核周期。' })
  @Column({ type: 'varchar' })
  readonly period!: string;

  @Field(() => Boolean, { description: 'Whether it enables recalls. 是否可申请召回。' })
  @Column({ type: 'boolean' })
  readonly isEnabling!: boolean;

  @Field(() => ID, { description: 'The result it rests on. 考核结果标识。' })
  @Column({ type: 'varchar' })
  readonly sourceId!: string;

  @Field(() => Int, {
    description: 'Which version of that result: 1 as confirmed, one more with each correction. 所依据考核结果的版本号。',
  })
  @Column({ type: 'int' })
  readonly sourceVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When the result was confirmed. 结果确认时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly confirmedAt!: Date;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('departmentCreditCode', 'departmentName')
  @Field(() => Organization, { nullable: true, description: 'The department. 县级部门。' })
  department(): Organization {
    return Organization.of(this.departmentCreditCode, this.departmentName);
  }
}
