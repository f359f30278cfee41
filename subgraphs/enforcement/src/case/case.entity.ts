import { Reads } from '@township-graph/shared/asked-properties';
import { isCitizenId, parseCitizenId } from '@township-graph/shared/citizen-id';
import { DateScalar, DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DecisionOutcome, Harm } from '../decision/decision.enums';
import { forbiddenPenalty, type GroundFacts } from '../decision/not-punished.rules';
import { Division } from '../division/division.stub';
import { isTimeBarred, limitationEndsOn } from '../filing/limitation.rules';
import { ReviewGround } from '../legal-review/legal-review.enums';
import { yuanOf } from '../money';
import { HearingStanding, StatementStanding } from '../notice/notice.enums';
import { Organization } from '../organization/organization.stub';
import { PartyKind } from '../power/power.enums';
import { PowerGrantMode } from '../power-grant/power-grant.enums';
import { CaseProcedure, CaseSource, CaseState } from './case.enums';
import type { CaseFacts } from './case-guards';
import { CaseParty } from './case-party.type';

/**
 * One enforcement case (行政执法案件). What its guards judge by stands in its own row, so that what may be done next is told
 * without another query; the course of each stage lies in that stage's table.
 */
@Entity('enforcement_case')
@ObjectType({ description: 'One enforcement case, from the clue to the file. 行政执法案件。' })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "caseNumber")')
export class EnforcementCase {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'Case number with 〔〕; null before it is filed. 案号。' })
  @Column({ type: 'varchar', nullable: true })
  caseNumber!: string | null;

  /** The division of the organ that handles it. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  /** Where the organ is that it was handed over to, and that organ: it reads the case, and answers. */
  @Column({ type: 'varchar', nullable: true })
  receivingDivisionCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  receivingCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  organCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  organName!: string | null;

  @Field(() => CaseProcedure, { description: 'Procedure. 办案程序。' })
  @Column({ type: 'varchar' })
  readonly procedure!: CaseProcedure;

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

  @Field(() => PowerGrantMode, {
    nullable: true,
    description: 'By which right the organ holds the power: its own, granted, or entrusted. 权力来源（法定、赋权、委托）。',
  })
  @Column({ type: 'varchar', nullable: true })
  grantMode!: PowerGrantMode | null;

  @Column({ type: 'varchar', nullable: true })
  partyKind!: PartyKind | null;

  @Column({ type: 'varchar', nullable: true })
  partyName!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyIdNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyRepresentative!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyPhone!: string | null;

  @Column({ type: 'varchar', nullable: true })
  partyAddress!: string | null;

  /** Who it is, whatever the case: its identity number, its credit code, or a hash where it has neither. */
  @Column({ type: 'varchar', nullable: true })
  partyKey!: string | null;

  /** Cases about one act share it (行政处罚法§29). */
  @Column({ type: 'varchar', nullable: true })
  actKey!: string | null;

  @Field(() => String, { description: 'What happened, as far as it is known. 基本案情。' })
  @Column({ type: 'varchar' })
  facts!: string;

  @Field(() => String, { description: 'Where it happened. 案发地点。' })
  @Column({ type: 'varchar' })
  place!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the act. 违法行为发生日期。' })
  @Column({ type: 'varchar', nullable: true })
  actOn!: string | null;

  @Field(() => Boolean, { description: 'Whether the act goes or went on (§36②). 是否连续或者继续状态。' })
  @Column({ type: 'boolean' })
  isContinuing!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which an act that went on ended. 行为终了日期。' })
  @Column({ type: 'varchar', nullable: true })
  actEndedOn!: string | null;

  @Field(() => DateScalar, { description: 'Day on which it was found. 发现日期。' })
  @Column({ type: 'varchar' })
  readonly discoveredOn!: string;

  /** It touches life, health or financial safety and did harm: five years instead of two (§36①). */
  @Column({ type: 'boolean' })
  isGraveHarm!: boolean;

  @Field(() => Harm, { description: 'Harm. 危害后果。' })
  @Column({ type: 'varchar' })
  harm!: Harm;

  /** The same party was punished for the same cause before. */
  @Column({ type: 'boolean' })
  isRepeated!: boolean;

  @Column({ type: 'int' })
  gainsFen!: number;

  @Field(() => CaseState, { description: 'State. 案件状态。' })
  @Column({ type: 'varchar' })
  state!: CaseState;

  @Field(() => Int, { description: 'Version: pass it as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Field(() => DateScalar, { description: 'Day it was registered. 登记日期。' })
  @Column({ type: 'varchar' })
  readonly openedOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was filed. 立案时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  filedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it must be decided: ninety days from filing, unless extended (行政处罚法 §60). 办案期限。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  decideBy!: Date | null;

  /** Subjects of the accounts that have investigated: they review and host nothing here. */
  @Column({ type: 'simple-json' })
  handledBy!: readonly string[];

  @Column({ type: 'int' })
  verifiedEvidence!: number;

  @Column({ type: 'int' })
  openMeasures!: number;

  @Column({ type: 'int' })
  openOrders!: number;

  @Field(() => Boolean, { description: 'Whether what was wrong has been put right. 是否已改正。' })
  @Column({ type: 'boolean' })
  isCorrected!: boolean;

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

  @Field(() => DecisionOutcome, { nullable: true, description: 'What was decided. 决定结果。' })
  @Column({ type: 'varchar', nullable: true })
  outcome!: DecisionOutcome | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. 决定时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was decided in time; null before. 是否在期限内决定。' })
  @Column({ type: 'boolean', nullable: true })
  isOnTime!: boolean | null;

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

  @Reads(
    'id',
    'divisionCode',
    'partyKind',
    'partyName',
    'partyIdNumber',
    'partyCreditCode',
    'partyRepresentative',
    'partyPhone',
    'partyAddress',
  )
  @Field(() => CaseParty, { nullable: true, description: 'The party; null while it is unknown. 当事人。' })
  party(): CaseParty | null {
    if (this.partyKind === null) return null;
    return Object.assign(new CaseParty(), {
      id: this.id,
      divisionCode: this.divisionCode,
      kind: this.partyKind,
      name: this.partyKind === PartyKind.ORGANIZATION ? null : this.partyName,
      organizationName: this.partyKind === PartyKind.ORGANIZATION ? this.partyName : null,
      idNumber: this.partyIdNumber,
      creditCode: this.partyCreditCode,
      representative: this.partyRepresentative,
      phone: this.partyPhone,
      address: this.partyAddress,
    });
  }

  @Reads('gainsFen')
  @Field(() => DecimalScalar, { description: 'Unlawful gains found, in yuan. 违法所得（元）。' })
  gains(): string {
    return yuanOf(this.gainsFen);
  }

  @Reads('actOn', 'actEndedOn', 'isContinuing', 'discoveredOn', 'isGraveHarm')
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it could be found in time (行政处罚法 §36). 追责时效届满日期。',
  })
  limitationUntil(): string | null {
    return this.actOn === null ? null : limitationEndsOn(this.actDays());
  }

  actDays() {
    const { actOn, actEndedOn: endedOn, isContinuing, discoveredOn, isGraveHarm } = this;
    return { actOn: actOn!, endedOn, isContinuing, discoveredOn, isGraveHarm };
  }

  /** Of a natural person, what the identity number says. */
  bornOn(): string | null {
    const number = this.partyIdNumber;
    return number && isCitizenId(number) ? parseCitizenId(number).birthDate : null;
  }

  grounds(): GroundFacts {
    const { actOn, actEndedOn, isCorrected, harm, isRepeated } = this;
    const lastDay = actEndedOn ?? actOn!;
    return { bornOn: this.bornOn(), actOn: lastDay, isTimeBarred: isTimeBarred(this.actDays()), isCorrected, harm, isRepeated };
  }

  /** What its moves judge by. */
  judgedAt(now: Date): CaseFacts {
    const { procedure, decideBy, verifiedEvidence, openMeasures, openOrders, isCrimeSuspected, isReported, openRemedies, openRemittances } =
      this;
    const { notifiedAt, statement, statementUntil, hearing, hearingUntil, heardAt, deliberatedAt, needsDeliberation } = this;
    return {
      procedure,
      decideBy,
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
