import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { DelegationMode, DelegationState } from './delegation.enums';

@ObjectType({ description: 'The batch that a delegation came in. 下放批次。' })
export class DelegationBatch {
  @Field(() => String, { description: 'Number. 批次编号。' })
  readonly number!: string;

  @Field(() => String, { description: 'Name. 批次名称。' })
  readonly name!: string;
}

@ObjectType({ description: 'The written agreement of an entrustment. 委托协议书。' })
export class DelegationAgreement {
  @Field(() => String, { description: 'Document number. 文号。' })
  readonly number!: string;

  @Field(() => DateScalar, { description: 'Day it was signed. 签订日期。' })
  readonly signedOn!: string;
}

/** One catalogue item that a county passed down in one batch. Published ones are public by law (行政处罚法§20, 行政许可法§24). */
@Entity('delegation')
@ObjectType({ description: 'A county’s act of passing one catalogue item down to townships. 赋权（下放）。' })
@Directive('@key(fields: "id")')
export class Delegation {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The delegating county: what scopes the row. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => DelegationMode, { description: 'How it comes down. 赋权（下放）方式。' })
  @Column({ type: 'varchar' })
  mode!: DelegationMode;

  @Field(() => String, { description: 'The catalogue item. 基本编码。' })
  @Column({ type: 'varchar' })
  basicCode!: string;

  @Field(() => String, { description: 'Name of the item. 事项名称。' })
  @Column({ type: 'varchar' })
  matterName!: string;

  /** The department's matter; of a direct grant, one of the townships'. */
  @Column({ type: 'varchar' })
  matterId!: string;

  @Column({ type: 'varchar' })
  delegatingCreditCode!: string;

  @Column({ type: 'varchar' })
  delegatingName!: string;

  @Column({ type: 'varchar' })
  batchNumber!: string;

  @Column({ type: 'varchar' })
  batchName!: string;

  @Column({ type: 'varchar', nullable: true })
  agreementNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  agreementSignedOn!: string | null;

  @Field(() => DateScalar, { description: 'First day in force. 生效日期。' })
  @Column({ type: 'varchar' })
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in force; null while open-ended. 失效日期。' })
  @Column({ type: 'varchar', nullable: true })
  effectiveTo!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the county took it back. 收回日期。' })
  @Column({ type: 'varchar', nullable: true })
  reclaimedOn!: string | null;

  @Field(() => DelegationState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: DelegationState;

  @Field(() => Division, { nullable: true, description: 'The county that delegates. 下放的县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The department that passes it down. 下放（委托）部门。' })
  delegatingOrganization(): Organization {
    return Organization.of(this.delegatingCreditCode, this.delegatingName);
  }

  @Field(() => DelegationBatch, { description: 'The batch it came in. 下放批次。' })
  batch(): DelegationBatch {
    return Object.assign(new DelegationBatch(), { number: this.batchNumber, name: this.batchName });
  }

  @Field(() => DelegationAgreement, {
    nullable: true,
    description: 'The agreement; never absent from an entrustment. 委托协议书（委托方式必备）。',
  })
  agreement(): DelegationAgreement | null {
    if (this.agreementNumber === null) return null;
    return Object.assign(new DelegationAgreement(), { number: this.agreementNumber, signedOn: this.agreementSignedOn });
  }
}

/** A township or village that an item came down to. */
@Entity('delegation_recipient')
export class DelegationRecipient {
  @PrimaryColumn({ type: 'varchar' })
  readonly delegationId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;
}

/** Which matters a delegation made possible: the department's one, or of a direct grant one a township. */
@Entity('delegation_matter')
export class DelegationMatter {
  @PrimaryColumn({ type: 'varchar' })
  readonly delegationId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly matterId!: string;
}
