import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { DelegationMode, DelegationState, EvaluationOutcome, OpenApplicationsRule } from './delegation.enums';
import { DelegationAgreement, DelegationBatch, DelegationEvaluation, DelegationPublication, DelegationReclaim } from './delegation.types';

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

  /** The department's matter; of a direct grant that was recorded without it, one of the townships'. */
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

  @Column({ type: 'varchar', nullable: true })
  agreementValidTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The law or decision that lets it be passed down. 赋权（下放）依据。',
  })
  @Column({ type: 'varchar', nullable: true })
  legalBasis!: string | null;

  @Field(() => ID, { nullable: true, description: 'The admission that it rests on, where one was needed. 所依据的职责准入。' })
  @Column({ type: 'varchar', nullable: true })
  admissionRequestId!: string | null;

  @Column({ type: 'varchar', nullable: true })
  publishedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  publicationNumber!: string | null;

  @Field(() => DateScalar, { description: 'First day in force. 生效日期。' })
  @Column({ type: 'varchar' })
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in force; null while open-ended. 失效日期。' })
  @Column({ type: 'varchar', nullable: true })
  effectiveTo!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the county took it back. 收回日期。' })
  @Column({ type: 'varchar', nullable: true })
  reclaimedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  reclaimLegalBasis!: string | null;

  @Column({ type: 'varchar', nullable: true })
  reclaimNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  openApplications!: OpenApplicationsRule | null;

  @Column({ type: 'int', nullable: true })
  handedBack!: number | null;

  /** When what was open went over: not before the day on which the delegation ends. */
  @Column({ type: 'varchar', nullable: true })
  handedBackOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  evaluatedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  evaluationOutcome!: EvaluationOutcome | null;

  @Field(() => DelegationState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: DelegationState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  /** The first day no longer in force, as far as is decided. */
  get endsOn(): string | null {
    return this.reclaimedOn ?? this.effectiveTo;
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The county that delegates. 下放的县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('delegatingCreditCode', 'delegatingName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The department that passes it down. 下放（委托）部门。' })
  delegatingOrganization(): Organization {
    return Organization.of(this.delegatingCreditCode, this.delegatingName);
  }

  @Reads('batchNumber', 'batchName')
  @Field(() => DelegationBatch, { description: 'The batch it came in. 下放批次。' })
  batch(): DelegationBatch {
    return Object.assign(new DelegationBatch(), { number: this.batchNumber, name: this.batchName });
  }

  @Reads('agreementNumber', 'agreementSignedOn', 'agreementValidTo')
  @Field(() => DelegationAgreement, {
    nullable: true,
    description: 'The agreement; never absent from an entrustment. 委托协议书（委托方式必备）。',
  })
  agreement(): DelegationAgreement | null {
    if (this.agreementNumber === null) return null;
    const { agreementNumber: number, agreementSignedOn: signedOn, agreementValidTo: validTo } = this;
    return Object.assign(new DelegationAgreement(), { number, signedOn, validTo });
  }

  @Reads('publishedOn', 'publicationNumber')
  @Field(() => DelegationPublication, { nullable: true, description: 'How it was published. 公布情况。' })
  publication(): DelegationPublication | null {
    const { publishedOn, publicationNumber: documentNumber } = this;
    return publishedOn === null ? null : Object.assign(new DelegationPublication(), { publishedOn, documentNumber });
  }

  @Reads('state', 'reclaimedOn', 'effectiveTo', 'reclaimLegalBasis', 'reclaimNumber', 'openApplications', 'handedBack')
  @Field(() => DelegationReclaim, {
    nullable: true,
    description: 'How it was taken back or ended, once that is decided. 收回（终止）情况。',
  })
  reclaim(): DelegationReclaim | null {
    const { reclaimLegalBasis: legalBasis, reclaimNumber: documentNumber, openApplications, handedBack } = this;
    const effectiveOn = this.reclaimedOn ?? (this.state === DelegationState.ENDED ? this.effectiveTo : null);
    if (effectiveOn === null) return null;
    return Object.assign(new DelegationReclaim(), { effectiveOn, legalBasis, documentNumber, openApplications, handedBack });
  }

  @Reads('evaluatedOn', 'evaluationOutcome')
  @Field(() => DelegationEvaluation, { nullable: true, description: 'The last evaluation. 最近一次评估。' })
  evaluation(): DelegationEvaluation | null {
    const { evaluatedOn, evaluationOutcome: outcome } = this;
    return evaluatedOn === null ? null : Object.assign(new DelegationEvaluation(), { evaluatedOn, outcome });
  }
}
