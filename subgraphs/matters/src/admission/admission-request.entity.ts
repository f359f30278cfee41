import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { DutyCriteria } from '../responsibility/responsibility-item.entity';
import { AdmissionConditions } from './admission.conditions';
import { AdmissionKind, type AdmissionReviewKind, AdmissionState, type EvaluationResult, OpenCasesRule } from './admission.enums';

/** A review that passed it, as kept. */
export interface PassedReview {
  readonly kind: AdmissionReviewKind;
  /** Which application it was: one that was returned begins anew. */
  readonly round: number;
  readonly body: string;
  readonly organization: string;
  readonly opinion: string;
  readonly at: string;
}

/** An evaluation, as kept. */
export interface HeldEvaluation {
  readonly on: string;
  readonly result: EvaluationResult;
  readonly staffAdequate: boolean;
  readonly fundsAdequate: boolean;
  readonly findings: string;
  readonly organization: string;
}

/** A department's request that a duty may come down. Once published it is anybody's to read. */
@Entity('admission_request')
@ObjectType({ description: 'A request that a duty or task may come down to townships or villages. 职责准入申请。' })
@Directive('@key(fields: "id")')
export class AdmissionRequest {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The department's county: what scopes the row. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => AdmissionKind, { description: 'What asks to be admitted. 准入类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: AdmissionKind;

  @Field(() => String, { description: 'The duty or task. 职责（事项）名称。' })
  @Column({ type: 'varchar' })
  readonly dutyName!: string;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is. 基本编码。' })
  @Column({ type: 'varchar', nullable: true })
  readonly basicCode!: string | null;

  @Column({ type: 'varchar' })
  readonly departmentCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentName!: string;

  /** The token's subject: who drafts does not decide. */
  @Column({ type: 'varchar' })
  readonly draftedBy!: string;

  @Field(() => AdmissionConditions, { description: 'What comes with it. 准入条件。' })
  @Column({ type: 'simple-json' })
  readonly conditions!: AdmissionConditions;

  @Field(() => DutyCriteria, { nullable: true, description: 'The three tests; of tasks. 三项标准（交办、社区事项）。' })
  @Column({ type: 'simple-json', nullable: true })
  readonly criteria!: DutyCriteria | null;

  @Field(() => AdmissionState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: AdmissionState;

  @Field(() => Int, { description: 'Raised by every change: send it back as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => Int, {
    description: 'Edition, from 1; an adjustment is a request of its own with the next number. 第几版（调整后递增）。',
  })
  @Column({ type: 'int' })
  readonly edition!: number;

  @Column({ type: 'varchar', nullable: true })
  readonly predecessorId!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly successorId!: string | null;

  @Column({ type: 'int' })
  readonly round!: number;

  @Column({ type: 'simple-json' })
  readonly passedReviews!: readonly PassedReview[];

  @Column({ type: 'simple-json' })
  readonly heldEvaluations!: readonly HeldEvaluation[];

  @Field(() => DateScalar, { nullable: true, description: 'Last day for opinions. 征求意见截止日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly opinionsDueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer holds, where that is decided. 失效日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Document that ended it. 收回、取消或调整的文号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly endDocument!: string | null;

  @Field(() => OpenCasesRule, { nullable: true, description: 'What becomes of open cases, when taken back. 未办结事项的处理。' })
  @Column({ type: 'varchar', nullable: true })
  readonly openCases!: OpenCasesRule | null;

  @Field(() => DateTimeScalar, { description: 'When it was drafted. 拟提出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The county of the department. 所属县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('departmentCreditCode', 'departmentName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The department that asks. 申请部门。' })
  department(): Organization {
    return Organization.of(this.departmentCreditCode, this.departmentName);
  }
}
