import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DecisionOutcome } from '../decision/decision.enums';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { CaseSource } from './case.enums';

import { CaseStanding } from './case-standing';
/**
 * One enforcement case (行政执法案件). What its guards judge by stands in its own row, so that what may be done next is told
 * without another query; the course of each stage lies in that stage's table. What it is about is `CaseAct`, how it stands `CaseStanding`.
 */
@Entity('enforcement_case')
@ObjectType({ description: 'One enforcement case, from the clue to the file. 行政执法案件。' })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "caseNumber")')
export class EnforcementCase extends CaseStanding {
  @Field(() => String, { nullable: true, description: 'Case number with 〔〕; null before it is filed. 案号。' })
  @Column({ type: 'varchar', nullable: true })
  caseNumber!: string | null;

  /** Where the organ is that it was handed over to, and that organ: it reads the case, and answers. */
  @Column({ type: 'varchar', nullable: true })
  receivingDivisionCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  receivingCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  organCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  organName!: string | null;

  @Field(() => CaseSource, { description: 'Where it comes from. 案件来源。' })
  @Column({ type: 'varchar' })
  readonly source!: CaseSource;

  @Column({ type: 'varchar', nullable: true })
  powerId!: string | null;

  @Field(() => String, { nullable: true, description: 'Field of enforcement, as on the day of filing. 执法领域。' })
  @Column({ type: 'varchar', nullable: true })
  domain!: string | null;

  @Field(() => String, { nullable: true, description: 'Cause, as on the day of filing. 案由。' })
  @Column({ type: 'varchar', nullable: true })
  cause!: string | null;

  @Column({ type: 'varchar', nullable: true })
  grantId!: string | null;

  @Field(() => DateScalar, { description: 'Day it was registered. 登记日期。' })
  @Column({ type: 'varchar' })
  readonly openedOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was filed. 立案时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  filedAt!: Date | null;

  @Field(() => DecisionOutcome, { nullable: true, description: 'What was decided. 决定结果。' })
  @Column({ type: 'varchar', nullable: true })
  outcome!: DecisionOutcome | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was decided in time; null before. 是否在期限内决定。' })
  @Column({ type: 'boolean', nullable: true })
  isOnTime!: boolean | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was closed, dismissed, ended or revoked. 结案（不予立案、终止、撤销）时间。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was dismissed, ended or revoked, or how it was closed. 结案、终止、撤销说明。',
  })
  @Column({ type: 'varchar', nullable: true })
  endReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the file. 档号。' })
  @Column({ type: 'varchar', nullable: true })
  archiveNumber!: string | null;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Division of the organ that handles it. 办案机关所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('organCreditCode', 'organName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, {
    nullable: true,
    description: 'In whose name it is decided: of an entrusted power, the department’s. 处罚机关（以其名义；委托的为委托机关）。',
  })
  organ(): Organization | null {
    return this.organCreditCode ? Organization.of(this.organCreditCode, this.organName!) : null;
  }
}
