import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Organization } from '../organization/organization.stub';
import { FundingKind } from '../staff-member/staff-member.enums';
import { CandidateState } from './candidate.enums';
import { pointsOf } from './ranking.rules';

/** Somebody who takes part in a selection. */
@Entity('selection_candidate')
@ObjectType({ description: 'Somebody who takes part in a selection. 选派报名人员。' })
@Directive('@key(fields: "id")')
export class Candidate {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly campaignId!: string;

  /** The county that selects. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Column({ type: 'varchar' })
  readonly homeCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly homeName!: string;

  @Field(() => FundingKind, { description: 'Who paid for the post at registration. 报名时经费形式。' })
  @Column({ type: 'varchar' })
  readonly fundingKind!: FundingKind;

  @Field(() => DateTimeScalar, { description: 'When they registered. 报名时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly registeredAt!: Date;

  @Column({ type: 'varchar', nullable: true })
  refusalReason!: string | null;

  /** In hundredths of a point; null before it is known. */
  @Column({ type: 'int', nullable: true })
  writtenPoints!: number | null;

  @Field(() => Boolean, { description: 'Whether they were absent from the written examination. 笔试是否缺考。' })
  @Column({ type: 'boolean' })
  isAbsentFromWritten!: boolean;

  /** In hundredths of a point; null before it is known. */
  @Column({ type: 'int', nullable: true })
  interviewPoints!: number | null;

  @Field(() => Boolean, { description: 'Whether they were absent from the interview. 面试是否缺考。' })
  @Column({ type: 'boolean' })
  isAbsentFromInterview!: boolean;

  /** In ten-thousandths of a point. */
  @Column({ type: 'int', nullable: true })
  totalPoints!: number | null;

  @Field(() => Int, { name: 'rank', nullable: true, description: 'Rank; who is alike shares it (1, 1, 3). 名次（并列 1、1、3）。' })
  @Column({ type: 'int', nullable: true })
  rankNumber!: number | null;

  @Column({ type: 'varchar', nullable: true })
  postId!: string | null;

  /** The township of the post that they chose: it reads of them from then on. */
  @Column({ type: 'varchar', nullable: true })
  chosenDivisionCode!: string | null;

  @Field(() => CandidateState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: CandidateState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('writtenPoints')
  @Field(() => DecimalScalar, { nullable: true, description: 'Points of the written examination, of 100. 笔试成绩（百分制）。' })
  writtenScore(): string | null {
    return this.writtenPoints === null ? null : pointsOf(this.writtenPoints, 2);
  }

  @Reads('interviewPoints')
  @Field(() => DecimalScalar, { nullable: true, description: 'Points of the interview, of 100. 面试成绩（百分制）。' })
  interviewScore(): string | null {
    return this.interviewPoints === null ? null : pointsOf(this.interviewPoints, 2);
  }

  @Reads('totalPoints')
  @Field(() => DecimalScalar, { nullable: true, description: 'Total by the weights of the selection, exact. 总成绩（按权重，精确值）。' })
  totalScore(): string | null {
    return this.totalPoints === null ? null : pointsOf(this.totalPoints, 4);
  }

  @Directive('@provides(fields: "name")')
  @Reads('homeCreditCode', 'homeName')
  @Field(() => Organization, { nullable: true, description: 'Where they come from. 原单位。' })
  homeOrganization(): Organization {
    return Organization.of(this.homeCreditCode, this.homeName);
  }
}
