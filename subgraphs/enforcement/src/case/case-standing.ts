import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { forbiddenPenalty } from '../decision/not-punished.rules';
import { ReviewGround } from '../legal-review/legal-review.enums';
import { HearingStanding, StatementStanding } from '../notice/notice.enums';
import { PowerGrantMode } from '../power-grant/power-grant.enums';
import { RevocationGround } from '../remedy/remedy.enums';
import { CaseProcedure, CaseState } from './case.enums';
import { CaseAct } from './case-act';
import type { CaseFacts } from './case-guards';
/** How a case stands: all that its moves judge by. */
@ObjectType()
export abstract class CaseStanding extends CaseAct {
  @Field(() => CaseProcedure, { description: 'Procedure. 办案程序。' })
  @Column({ type: 'varchar' })
  readonly procedure!: CaseProcedure;

  @Field(() => PowerGrantMode, {
    nullable: true,
    description: 'By which right the organ holds the power: its own, granted, or entrusted. 权力来源（法定、赋权、委托）。',
  })
  @Column({ type: 'varchar', nullable: true })
  grantMode!: PowerGrantMode | null;

  @Field(() => CaseState, { description: 'State. 案件状态。' })
  @Column({ type: 'varchar' })
  state!: CaseState;

  @Field(() => Int, { description: 'Version: pass it as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it must be decided: ninety days from filing, unless extended (行政处罚法 §60). 办案期限。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  decideBy!: Date | null;

  /** Subjects of the accounts that have investigated: they review and host nothing here. */
  @Column({ type: 'simple-json' })
  handledBy!: readonly string[];

  /** Subjects of the officers who were recused: they take no step here any more. */
  @Column({ type: 'simple-json', nullable: true })
  recused!: readonly string[] | null;

  /** Applications for recusal that nobody has decided on. */
  @Column({ type: 'int' })
  openRecusals!: number;

  /** Recusals left fewer than two who investigate. */
  @Column({ type: 'boolean' })
  isShortOfOfficers!: boolean;

  /** Evidence that was found true and stands. */
  @Column({ type: 'int' })
  verifiedEvidence!: number;

  /** Evidence that had been found true, and was excluded. */
  @Column({ type: 'int' })
  excludedEvidence!: number;

  @Column({ type: 'int' })
  openMeasures!: number;

  @Column({ type: 'int' })
  openOrders!: number;

  /** An order to correct was given. */
  @Column({ type: 'boolean' })
  isOrdered!: boolean;

  @Field(() => [ReviewGround], { description: 'Why it must pass legal review, besides a hearing (行政处罚法 §58). 法制审核情形。' })
  @Column({ type: 'simple-json' })
  reviewGrounds!: readonly ReviewGround[];

  @Column({ type: 'datetime', precision: 3, nullable: true })
  reviewPassedAt!: Date | null;

  @Field(() => Boolean, { description: 'Complex or grave, so that the heads decide together (行政处罚法 §57②). 是否须集体讨论。' })
  @Column({ type: 'boolean' })
  needsDeliberation!: boolean;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  deliberatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the party was told what is proposed. 事先告知时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  notifiedAt!: Date | null;

  @Field(() => StatementStanding, { description: 'What became of the right to state its case. 陈述申辩情况。' })
  @Column({ type: 'varchar' })
  statement!: StatementStanding;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the party may state its case. 陈述申辩期限。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  statementUntil!: Date | null;

  @Field(() => HearingStanding, { description: 'How the right to a hearing stands. 听证情况。' })
  @Column({ type: 'varchar' })
  hearing!: HearingStanding;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the party may ask for a hearing: five working days (行政处罚法 §64(1)). 申请听证期限。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  hearingUntil!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  heardAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a suspected crime is being transferred. 是否涉嫌犯罪正在移送。' })
  @Column({ type: 'boolean' })
  isCrimeSuspected!: boolean;

  @Field(() => RevocationGround, {
    nullable: true,
    description:
      'Why the decision before was revoked, while it is being made anew: not the same on the same facts and grounds (行政复议法 §64②, 行政诉讼法 §71). 重新作出决定的，原决定被撤销的理由。',
  })
  @Column({ type: 'varchar', nullable: true })
  redoGround!: RevocationGround | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. 决定时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which the decision counts as served. 送达日期。' })
  @Column({ type: 'varchar', nullable: true })
  servedOn!: string | null;

  @Column({ type: 'boolean' })
  isReported!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether all is paid; null where nothing was to be. 是否缴清。' })
  @Column({ type: 'boolean', nullable: true })
  isPaidUp!: boolean | null;

  @Column({ type: 'boolean' })
  isExecutionEnded!: boolean;

  @Column({ type: 'int' })
  openRemedies!: number;

  /** Payments in cash that are not at the bank yet (§71). */
  @Column({ type: 'int' })
  openRemittances!: number;

  /** What is to be given back since a decision was revoked or changed, and was not yet (行政强制法§41). */
  @Column({ type: 'int' })
  openRestitutions!: number;

  /** All that was ever found true: what is new since a day shows by this, whatever was excluded. */
  everVerified(): number {
    return this.verifiedEvidence + this.excludedEvidence;
  }

  /** What its moves judge by. */
  judgedAt(now: Date): CaseFacts {
    const { procedure, decideBy, verifiedEvidence, openMeasures, openOrders, isCrimeSuspected, isReported, openRemedies, openRemittances } =
      this;
    const { notifiedAt, statement, statementUntil, hearing, hearingUntil, heardAt, deliberatedAt, needsDeliberation } = this;
    return {
      procedure,
      decideBy,
      openRecusals: this.openRecusals,
      isShortOfOfficers: this.isShortOfOfficers,
      verifiedEvidence,
      openMeasures,
      openOrders,
      isOrderedOrDone: this.isOrdered || this.isCorrected,
      isCrimeSuspected,
      forbidden: this.actOn === null ? null : forbiddenPenalty(this.grounds()),
      isReported,
      isDecided: this.decidedAt !== null,
      isServed: this.servedOn !== null,
      openRemedies,
      openRemittances,
      openRestitutions: this.openRestitutions,
      isPaidUp: this.isPaidUp,
      isExecutionEnded: this.isExecutionEnded,
      isEntrusted: this.grantMode === PowerGrantMode.ENTRUSTED,
      notifiedAt,
      statement,
      statementUntil,
      hearing,
      hearingUntil,
      heardAt,
      grounds: this.reviewGrounds,
      passedAt: this.reviewPassedAt,
      needsDeliberation,
      deliberatedAt,
      now,
    };
  }
}
