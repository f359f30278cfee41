import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import { dayOf } from '@township-graph/shared/clock';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { Shown } from '@township-graph/shared/loader';
import { DecimalScalar } from '@township-graph/shared/scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CaseTransfer } from '../case-transfer/case-transfer.entity';
import type { EnforcementContext } from '../context';
import { CaseDecision } from '../decision/case-decision.entity';
import { Deliberation } from '../deliberation/deliberation.entity';
import { CaseOfficer } from '../filing/case-officer.entity';
import { CorrectionOrder } from '../investigation/correction-order.entity';
import { Evidence } from '../investigation/evidence.entity';
import { Measure } from '../investigation/measure.entity';
import { JurisdictionDispute } from '../jurisdiction/jurisdiction-dispute.entity';
import { LegalReview } from '../legal-review/legal-review.entity';
import { yuanOf } from '../money';
import { Hearing } from '../notice/hearing.entity';
import { PartyStatement } from '../notice/party-statement.entity';
import { PriorNotice } from '../notice/prior-notice.entity';
import { Officer } from '../officer/officer.entity';
import { ExecutionAgreement } from '../payment/execution-agreement.entity';
import { FineCollection } from '../payment/fine-collection.entity';
import { FinePayment } from '../payment/fine-payment.entity';
import { Recusal } from '../recusal/recusal.entity';
import { Remedy } from '../remedy/remedy.entity';
import { Restitution } from '../restitution/restitution.entity';
import { EnforcementCase } from './case.entity';

/** The course of each stage, as a case shows it. */
@Resolver(() => EnforcementCase)
export class CaseRecordsResolver {
  @Reads('id')
  @FieldResolver(() => [CaseOfficer], { description: 'Who investigates, reviews, hosts; those who left too. 办案人员。' })
  officers(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CaseOfficer[]> {
    return loaders.officersByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Recusal], {
    description: 'Applications that an officer be recused, and what was decided (行政处罚法 §43). 回避申请及决定。',
  })
  recusals(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Recusal[]> {
    return loaders.recusalsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Evidence], { description: 'Evidence. 证据。' })
  evidence(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Evidence[]> {
    return loaders.evidenceByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Measure], { description: 'Things kept, sealed or seized. 先行登记保存、查封、扣押。' })
  measures(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Measure[]> {
    return loaders.measuresByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CorrectionOrder], { description: 'Orders to put it right. 责令改正。' })
  corrections(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CorrectionOrder[]> {
    return loaders.correctionsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [LegalReview], { description: 'Legal reviews. 法制审核。' })
  legalReviews(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<LegalReview[]> {
    return loaders.reviewsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [PriorNotice], { description: 'What the party was told before a decision. 事先告知。' })
  notices(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<PriorNotice[]> {
    return loaders.noticesByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [PartyStatement], { description: 'What the party said, or waived. 陈述申辩。' })
  statements(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<PartyStatement[]> {
    return loaders.statementsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Hearing], { description: 'Hearings. 听证。' })
  hearings(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Hearing[]> {
    return loaders.hearingsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Deliberation], { description: 'Deliberations of the heads. 集体讨论。' })
  deliberations(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Deliberation[]> {
    return loaders.deliberationsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDecision], {
    description: 'All decisions: before the last those that were revoked, to be made anew. 全部决定书（含被撤销后重新作出的）。',
  })
  decisions(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CaseDecision[]> {
    return loaders.decisionsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => CaseDecision, { nullable: true, description: 'The last decision, whether it stands or not. 决定书（最近一份）。' })
  async decision(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CaseDecision | null> {
    return (await loaders.decisionsByCase.load(id)).at(-1) ?? null;
  }

  @Reads('id', 'isPaidUp')
  @FieldResolver(() => FineCollection, { nullable: true, description: 'What is to be paid, once it is served. 罚没款缴纳。' })
  async collection(@Root() { id, isPaidUp }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<FineCollection | null> {
    // Of a decision that was revoked to be made anew nothing is to be paid.
    if (isPaidUp === null) return null;
    return (await loaders.collectionsByCase.load(id)).at(-1) ?? null;
  }

  @Reads('id')
  @FieldResolver(() => [ExecutionAgreement], { description: 'Agreements on how it is carried out (行政强制法 §42). 执行协议。' })
  executionAgreements(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<ExecutionAgreement[]> {
    return loaders.agreementsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [FinePayment], { description: 'Payments. 缴款记录。' })
  payments(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<FinePayment[]> {
    return loaders.paymentsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Restitution], {
    description: 'What is to be given back since a decision was revoked or changed (行政强制法 §41). 执行回转（退还财物）。',
  })
  restitutions(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Restitution[]> {
    return loaders.restitutionsByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseTransfer], { description: 'Transfers. 移送。' })
  transfers(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<CaseTransfer[]> {
    return loaders.transfersByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [JurisdictionDispute], {
    description: 'Disputes over jurisdiction, and designations (行政处罚法 §25②). 管辖争议及指定管辖。',
  })
  jurisdictionDisputes(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<JurisdictionDispute[]> {
    return loaders.disputesByCase.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [Remedy], { description: 'Reviews and lawsuits. 行政复议、行政诉讼。' })
  remedies(@Root() { id }: EnforcementCase, @Ctx() { loaders }: EnforcementContext): Promise<Remedy[]> {
    return loaders.remediesByCase.load(id);
  }
}

/** The officer behind a record; null where it is one of elsewhere, whom this viewer does not see. */
const OFFICER = { nullable: true, description: 'The officer. 执法人员。' };

@Resolver(() => CaseOfficer)
export class CaseOfficerResolver {
  @FieldResolver(() => Officer, OFFICER)
  officer(@Root() { officerId }: CaseOfficer, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerById.shown(officerId);
  }
}

@Resolver(() => LegalReview)
export class LegalReviewResolver {
  @FieldResolver(() => Officer, OFFICER)
  reviewer(@Root() { reviewerId }: LegalReview, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerById.shown(reviewerId);
  }
}

@Resolver(() => Hearing)
export class HearingResolver {
  @FieldResolver(() => Officer, OFFICER)
  host(@Root() { hostId }: Hearing, @Ctx() { loaders }: EnforcementContext): Shown<Officer> | null {
    return hostId ? loaders.officerById.shown(hostId) : null;
  }
}

@Resolver(() => Measure)
export class MeasureResolver {
  @FieldResolver(() => [CaseDeadline], {
    description: 'PRESERVATION (7 working days), SEIZURE (30 days, and 30 more), EMERGENCY_REPORT (24 hours). 时限。',
  })
  deadlines(@Root() { id }: Measure, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}

@Resolver(() => FineCollection)
export class FineCollectionResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => DecimalScalar, { description: 'What is unpaid of the fine, in yuan. 未缴罚款（元）。' })
  unpaid(@Root() collection: FineCollection): string {
    return yuanOf(collection.unpaidFen());
  }

  @FieldResolver(() => DecimalScalar, {
    description:
      'What was added for paying late, up to today, in yuan: three percent a day, no more than the fine, not during review and litigation (行政处罚法 §72, §73). 加处罚款（元）。',
  })
  lateFine(@Root() collection: FineCollection): string {
    return yuanOf(collection.lateFineFen(dayOf(this.clock())));
  }

  @FieldResolver(() => DecimalScalar, { description: 'What of that an agreement waives, in yuan (行政强制法 §42). 减免的加处罚款（元）。' })
  lateFineWaived(@Root() { waivedFen }: FineCollection): string {
    return yuanOf(waivedFen);
  }

  @FieldResolver(() => DecimalScalar, { description: 'What of that was paid, in yuan. 已缴加处罚款（元）。' })
  lateFinePaid(@Root() { lateFinePaidFen }: FineCollection): string {
    return yuanOf(lateFinePaidFen);
  }
}
