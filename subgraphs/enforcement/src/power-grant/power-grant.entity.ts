import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { PowerGrantEvaluationOutcome, PowerGrantMode, PowerGrantState } from './power-grant.enums';
import { PowerGrantAgreement, PowerGrantEvaluation, PowerGrantPublication } from './power-grant.types';

/** One act by which an organ holds powers in a division: a department's list for a township, or a county's concentrated list. Published by law. */
@Entity('power_grant')
@ObjectType({ description: 'An act by which an organ holds powers in a division, from a day on. 执法赋权（委托、相对集中）。' })
@Directive('@key(fields: "id")')
export class PowerGrant {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The county that manages it. */
  @Column({ type: 'varchar' })
  readonly countyCode!: string;

  /** Where the powers are held: a township; of a concentrated list the county. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => PowerGrantMode, { description: 'How it is held. 来源方式。' })
  @Column({ type: 'varchar' })
  readonly mode!: PowerGrantMode;

  @Column({ type: 'varchar' })
  readonly holderCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly holderName!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly departmentCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly departmentName!: string | null;

  @Field(() => String, { description: 'The law that lets it be held so. 法律依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the province’s decision, of what it decides. 省级人民政府决定文号（赋权、相对集中）。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly decisionNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How it was found that the holder can carry the powers (行政处罚法§21, §24); null where the law does not ask. 承接能力评估意见。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly capability!: string | null;

  @Column({ type: 'varchar', nullable: true })
  agreementNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  agreementSignedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  agreementValidTo!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly publishedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly publicationNumber!: string | null;

  @Field(() => DateScalar, { description: 'First day in force. 生效日期。' })
  @Column({ type: 'varchar' })
  readonly effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in force; null while open-ended. 失效日期。' })
  @Column({ type: 'varchar', nullable: true })
  effectiveTo!: string | null;

  @Column({ type: 'varchar', nullable: true })
  evaluatedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  evaluationOutcome!: PowerGrantEvaluationOutcome | null;

  @Field(() => PowerGrantState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: PowerGrantState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, {
    nullable: true,
    description: 'Where the powers are held: the township, or the county of a concentrated list. 行使区域（乡镇或县）。',
  })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('holderCreditCode', 'holderName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The organ that holds them. 承接（行使）机关。' })
  holder(): Organization {
    return Organization.of(this.holderCreditCode, this.holderName);
  }

  @Reads('departmentCreditCode', 'departmentName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, {
    nullable: true,
    description:
      'The department that they come from; null of what the law gives to townships, and of a concentrated list. 原实施（委托）部门。',
  })
  department(): Organization | null {
    const { departmentCreditCode: creditCode, departmentName } = this;
    return creditCode === null ? null : Organization.of(creditCode, departmentName ?? undefined);
  }

  @Reads('mode', 'departmentCreditCode', 'departmentName', 'holderCreditCode', 'holderName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, {
    nullable: true,
    description:
      'In whose name is decided, and who answers in review and suit: an entrusting department, else the holder. 以谁的名义作出决定、谁为复议被申请人（诉讼被告）。',
  })
  inNameOf(): Organization | null {
    return this.mode === PowerGrantMode.ENTRUSTED ? this.department() : this.holder();
  }

  @Reads('agreementNumber', 'agreementSignedOn', 'agreementValidTo')
  @Field(() => PowerGrantAgreement, {
    nullable: true,
    description: 'The agreement; never absent from an entrustment. 委托书（委托方式必备）。',
  })
  agreement(): PowerGrantAgreement | null {
    const { agreementNumber: number, agreementSignedOn: signedOn, agreementValidTo: validTo } = this;
    return number === null ? null : Object.assign(new PowerGrantAgreement(), { number, signedOn, validTo });
  }

  @Reads('publishedOn', 'publicationNumber')
  @Field(() => PowerGrantPublication, {
    nullable: true,
    description: 'How it was published; null of what the law itself gives. 公布情况，法定职权为空。',
  })
  publication(): PowerGrantPublication | null {
    const { publishedOn, publicationNumber: documentNumber } = this;
    return publishedOn === null ? null : Object.assign(new PowerGrantPublication(), { publishedOn, documentNumber });
  }

  @Reads('evaluatedOn', 'evaluationOutcome')
  @Field(() => PowerGrantEvaluation, { nullable: true, description: 'The last evaluation. 最近一次评估。' })
  evaluation(): PowerGrantEvaluation | null {
    const { evaluatedOn, evaluationOutcome: outcome } = this;
    return evaluatedOn === null ? null : Object.assign(new PowerGrantEvaluation(), { evaluatedOn, outcome });
  }
}
