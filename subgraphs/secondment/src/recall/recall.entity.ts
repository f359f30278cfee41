import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { RecallState } from './recall.enums';

/** A township that wants the department to take somebody back. */
@Entity('recall')
@ObjectType({ description: 'A request that a department recall who is placed in a township. 召回。' })
@Directive('@key(fields: "id")')
export class Recall {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The township. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly placementId!: string;

  /** The placement while the request is open: one at a time. */
  @Column({ type: 'varchar', nullable: true })
  openKey!: string | null;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Column({ type: 'varchar' })
  readonly groundId!: string;

  @Column({ type: 'varchar' })
  readonly departmentCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentName!: string;

  @Column({ type: 'varchar' })
  readonly reasonText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was requested. 申请时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly requestedAt!: Date;

  @Column({ type: 'varchar', nullable: true })
  decision!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day without 评优, of who was recalled. 不得评优截止日期。' })
  @Column({ type: 'varchar', nullable: true })
  barsMeritUntil!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day without promotion in rank, of who was recalled. 不得职级晋升截止日期。',
  })
  @Column({ type: 'varchar', nullable: true })
  barsPromotionUntil!: string | null;

  @Field(() => RecallState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: RecallState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('departmentCreditCode', 'departmentName')
  @Field(() => Organization, { nullable: true, description: 'The department. 派出部门。' })
  department(): Organization {
    return Organization.of(this.departmentCreditCode, this.departmentName);
  }
}
