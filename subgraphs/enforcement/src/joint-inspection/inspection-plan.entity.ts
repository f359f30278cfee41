import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { InspectionPlanState } from './joint-inspection.enums';

/** What an organ means to inspect in a year, together with others (综合查一次年度计划). */
@Entity('joint_inspection_plan')
@ObjectType({ description: 'Yearly plan of joint inspections: public once published. 年度联合检查计划（公布后公开）。' })
@Directive('@key(fields: "id")')
export class JointInspectionPlan {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'The calendar year. 年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly organName!: string;

  @Field(() => String, { description: 'Title. 计划名称。' })
  @Column({ type: 'varchar' })
  readonly title!: string;

  @Column({ type: 'simple-json' })
  readonly itemIds!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Number under which it was filed. 备案文号。' })
  @Column({ type: 'varchar', nullable: true })
  filingNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was filed. 备案日期。' })
  @Column({ type: 'varchar', nullable: true })
  filedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was published. 公布日期。' })
  @Column({ type: 'varchar', nullable: true })
  publishedOn!: string | null;

  @Field(() => InspectionPlanState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: InspectionPlanState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where it applies. 适用区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('organCreditCode', 'organName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The organ that leads. 牵头机关。' })
  organ(): Organization {
    return Organization.of(this.organCreditCode, this.organName);
  }
}
