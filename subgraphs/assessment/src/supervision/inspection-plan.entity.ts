import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';

/** What a county's organs mean to inspect in townships in a year, together (六督联查), and how often at the most. */
@Entity('inspection_plan')
@ObjectType({ description: 'Joint supervision of townships in a year, with its cap. 督查检查年度计划（六督联查）。' })
@Directive('@key(fields: "id")')
export class InspectionPlan {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Calendar year. 年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Field(() => String, { description: 'Name. 名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => [String], { description: 'What is inspected in one visit. 合并督查的事项。' })
  @Column({ type: 'simple-json' })
  readonly matters!: string[];

  @Column({ type: 'varchar' })
  readonly organizerCreditCode!: string;

  @Field(() => Int, { description: 'How often a year each township is visited at the most. 每乡镇全年次数上限。' })
  @Column({ type: 'int' })
  readonly visitsAYear!: number;

  @Field(() => Division, { nullable: true, description: 'The county. 县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Field(() => Organization, { nullable: true, description: 'Who leads it. 牵头单位。' })
  organizer(): Organization {
    return Organization.of(this.organizerCreditCode);
  }
}
