import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { MovementKind, MovementState, ProposerSide } from './movement.enums';

/** What is proposed for somebody who serves in a township. */
@Entity('movement_proposal')
@ObjectType({ description: 'A proposal to move somebody who serves in a township. 人事调整动议。' })
@Directive('@key(fields: "id")')
export class MovementProposal {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The township where they serve. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly placementId!: string | null;

  @Field(() => MovementKind, { description: 'What is proposed. 类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: MovementKind;

  @Field(() => ProposerSide, { description: 'Who proposes. 动议方。' })
  @Column({ type: 'varchar' })
  readonly proposedBy!: ProposerSide;

  @Column({ type: 'varchar' })
  readonly departmentCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentName!: string;

  @Field(() => Boolean, { description: 'Whether it is about a leading post at section level. 是否涉及科级领导职务。' })
  @Column({ type: 'boolean' })
  readonly isSectionChief!: boolean;

  @Column({ type: 'varchar' })
  readonly reasonText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed. 动议时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the township may answer. 答复期限。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  answerDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the township answered. 答复时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;

  /** The township is against it: who decides says what becomes of its reasons. */
  @Column({ type: 'boolean' })
  isObjected!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the township was told by a copy. 抄告时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  notifiedAt!: Date | null;

  @Column({ type: 'varchar', nullable: true })
  decision!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From when it has effect. 生效日期。' })
  @Column({ type: 'varchar', nullable: true })
  effectiveOn!: string | null;

  @Field(() => MovementState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: MovementState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  /** The township's own proposal is its opinion already. */
  needsConsultation(): boolean {
    return this.isSectionChief && this.proposedBy === ProposerSide.DEPARTMENT;
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('departmentCreditCode', 'departmentName')
  @Field(() => Organization, { nullable: true, description: 'The home organisation, which decides. 派出单位（决定单位）。' })
  department(): Organization {
    return Organization.of(this.departmentCreditCode, this.departmentName);
  }
}
