import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Organization } from '../organization/organization.stub';
import { InspectionResult } from './joint-inspection.enums';

/** One item of one visit, as it stood in the list on that day, and what was found. */
@Entity('inspection_check')
@ObjectType({ description: 'One item of a visit, and what was found. 检查事项及结果。' })
export class InspectionCheck {
  @PrimaryColumn({ type: 'varchar' })
  readonly inspectionId!: string;

  @Field(() => ID, { description: 'The item. 检查事项标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly itemId!: string;

  @Field(() => String, { description: 'Name of the item, as on the day of the visit. 事项名称。' })
  @Column({ type: 'varchar' })
  readonly itemName!: string;

  @Column({ type: 'varchar' })
  readonly authorityCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly authorityName!: string;

  /** Whom, and in which year: what the frequency cap counts by. Null where the cap does not count it. */
  @Column({ type: 'varchar', nullable: true })
  readonly countedFor!: string | null;

  @Field(() => InspectionResult, { nullable: true, description: 'What was found; null before. 检查结果。' })
  @Column({ type: 'varchar', nullable: true })
  result!: InspectionResult | null;

  @Field(() => String, { nullable: true, description: 'The problem, in words. 问题描述。' })
  @Column({ type: 'varchar', nullable: true })
  finding!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was found to be put right, or handed on as a case. 跟进办结日期。',
  })
  @Column({ type: 'varchar', nullable: true })
  followedUpOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  caseId!: string | null;

  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The authority. 检查主体。' })
  authority(): Organization {
    return Organization.of(this.authorityCreditCode, this.authorityName);
  }
}
