import { CreditCodeScalar, DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { yuanOf } from '../money';
import { PenaltyKind } from '../power/power.enums';
import { ServiceMethod } from '../service/service.enums';
import { DecisionOutcome, NotPunishedGround } from './decision.enums';
import { type Penalty, sumOf } from './penalty.rules';
import { CasePenalty } from './penalty.type';

/** What a decision says (行政处罚法§52②, §59). One of a case stands at a time. */
@Entity('case_decision')
@ObjectType({ description: 'The decision on a case, with all that it must say (行政处罚法 §59). 行政处罚（不予行政处罚）决定书。' })
export class CaseDecision extends CaseRecord {
  @Field(() => String, { description: 'Number with 〔〕. 决定书文号。' })
  @Column({ type: 'varchar' })
  readonly documentNumber!: string;

  @Field(() => DecisionOutcome, { description: 'What is decided. 决定结果。' })
  @Column({ type: 'varchar' })
  readonly outcome!: DecisionOutcome;

  @Column({ type: 'simple-json' })
  readonly decided!: readonly Penalty[];

  @Column({ type: 'int' })
  readonly fineFen!: number;

  @Field(() => NotPunishedGround, { nullable: true, description: 'Why it is not punished. 不予处罚情形。' })
  @Column({ type: 'varchar', nullable: true })
  readonly ground!: NotPunishedGround | null;

  @Field(() => String, { description: 'Facts and evidence. 违法事实和证据。' })
  @Column({ type: 'varchar' })
  readonly facts!: string;

  @Field(() => String, { description: 'Law and article. 依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => String, { nullable: true, description: 'Why it is lighter or mitigated (行政处罚法 §30, §32). 从轻、减轻理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly mitigation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the party was instructed where it is not punished (行政处罚法 §33③). 教育情况。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly education!: string | null;

  @Field(() => String, { nullable: true, description: 'How and until when it is performed. 履行方式和期限。' })
  @Column({ type: 'varchar', nullable: true })
  readonly performance!: string | null;

  @Field(() => String, { description: 'Ways and times of review and litigation. 救济途径和期限。' })
  @Column({ type: 'varchar' })
  readonly remedies!: string;

  @Field(() => CreditCodeScalar, { description: 'In whose name: the organ’s credit code. 处罚机关统一社会信用代码。' })
  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Field(() => DateScalar, { description: 'Day of the decision. 决定日期。' })
  @Column({ type: 'varchar' })
  readonly decidedOn!: string;

  @Field(() => ServiceMethod, { nullable: true, description: 'How it was served. 送达方式。' })
  @Column({ type: 'varchar', nullable: true })
  readonly serviceMethod!: ServiceMethod | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it counts as served. 送达日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly servedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked; null while it stands. 撤销理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly revocation!: string | null;

  @Field(() => [CasePenalty], { description: 'Penalties; none where it is not punished. 处罚内容。' })
  penalties(): CasePenalty[] {
    return this.decided.map(CasePenalty.of);
  }

  @Field(() => DecimalScalar, { description: 'Fine in yuan. 罚款金额（元）。' })
  fine(): string {
    return yuanOf(this.fineFen);
  }

  @Field(() => DecimalScalar, { description: 'Confiscated gains and goods in yuan. 没收金额（元）。' })
  confiscated(): string {
    return yuanOf(sumOf(this.decided, PenaltyKind.CONFISCATION_OF_GAINS, PenaltyKind.CONFISCATION_OF_PROPERTY));
  }
}
