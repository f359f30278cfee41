import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { HAND_IN_CLOCK, HAND_IN_RULE, PAYMENT_CLOCK } from '../case/case.deadlines';
import { EnforcementCase } from '../case/case.entity';
import { CaseProcedure, type CaseSource, CaseState } from '../case/case.enums';
import { upheld } from '../case/case.errors';
import { type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { NumberKind } from '../case-number/case-number.rules';
import { nextNumber, refuseTaken } from '../case-number/next-number';
import { CaseDecision } from '../decision/case-decision.entity';
import { DecisionOutcome } from '../decision/decision.enums';
import { markFined } from '../decision/fined-acts';
import { type Penalty, payable, sumOf } from '../decision/penalty.rules';
import type { PenaltyGiven } from '../decision/penalty-given.rules';
import { performanceText, remediesText } from '../decision/remedies';
import { cashRefusal } from '../decision/simple-procedure.rules';
import { StatementStanding } from '../notice/notice.enums';
import { startCollection } from '../payment/collection';
import { FineCollection } from '../payment/fine-collection.entity';
import { FinePayment } from '../payment/fine-payment.entity';
import { type CashGround, PaymentChannel, PaymentPurpose } from '../payment/payment.enums';
import { PenaltyKind } from '../power/power.enums';
import { ServiceMethod } from '../service/service.enums';
import type { CaseGround, Ground, GroundGiven } from './case-ground';
import { assign } from './case-team';
import { CaseFunction } from './filing.enums';
import { NEW_CASE } from './new-case';
import { checkedOnTheSpot } from './on-the-spot.rules';
import { recordProof } from './on-the-spot-records';

export interface OnTheSpotGiven extends GroundGiven {
  readonly idempotencyKey?: string | null;
  readonly source: CaseSource;
  readonly penalties: readonly PenaltyGiven[];
  readonly evidence: string;
  readonly showedCertificates: boolean;
  readonly toldRights: boolean;
  readonly statement?: string | null;
  readonly correction: string;
  readonly isCorrected?: boolean | null;
  readonly mitigation?: string | null;
  readonly cashGround?: CashGround | null;
  readonly isCashAskedByParty?: boolean | null;
  readonly receiptNumber?: string | null;
}

const BASIS = '行政处罚法§51、§52';

/** The simple procedure: found, told, heard and decided on the spot. */
export class OnTheSpotService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly ground: CaseGround,
  ) {}

  decideOnTheSpot(context: RequestContext, input: OnTheSpotGiven): Promise<EnforcementCase> {
    return this.moving.begin(context, input, {
      name: 'decideOnTheSpot',
      legalBasis: BASIS,
      make: async (tx) => {
        this.ground.actingIn(context, input.divisionCode);
        return this.decidedCase(tx, context, input, await this.ground.prepare(tx, context, input));
      },
    });
  }

  reportDecision(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'reportDecision',
      needs: 'enforcement:handle',
      action: 'reportDecision',
      legalBasis: '行政处罚法§52③',
      change: () => ({ isReported: true }),
    });
  }

  private async decidedCase(
    tx: EntityManager,
    { viewer }: RequestContext,
    input: OnTheSpotGiven,
    ground: Ground,
  ): Promise<EnforcementCase> {
    const { clock } = this.moving;
    const now = clock();
    const { divisionCode, source } = input;
    const begun = Object.assign(new EnforcementCase(), NEW_CASE, ground.columns, {
      id: uuid(),
      divisionCode,
      source,
      procedure: CaseProcedure.SIMPLE,
      openedOn: dayOf(now),
    });
    const penalties = checkedOnTheSpot(begun, input, ground.held.power);
    const isPayable = payable(penalties) > 0;
    Object.assign(begun, {
      caseNumber: await this.numberOf(tx, begun, penalties, input, ground),
      state: isPayable ? CaseState.EXECUTING : CaseState.SERVED,
      filedAt: now,
      handledBy: [viewer.subject!],
      verifiedEvidence: 1,
      isCorrected: input.isCorrected ?? false,
      isOrdered: true,
      openOrders: input.isCorrected ? 0 : 1,
      notifiedAt: now,
      statement: input.statement ? StatementStanding.HEARD : StatementStanding.WAIVED,
      outcome: DecisionOutcome.PENALTY,
      decidedAt: now,
      isOnTime: true,
      servedOn: dayOf(now),
      isPaidUp: isPayable ? false : null,
    });
    await assign(
      tx,
      begun,
      CaseFunction.INVESTIGATOR,
      ground.officers.map(({ id }) => id),
      now,
    );
    await recordProof(tx, begun, input, ground.held.power, now);
    if (isPayable) await startCollection(tx, this.moving, begun, penalties, now);
    if (input.cashGround) Object.assign(begun, await this.takeCash(tx, begun, input, penalties, now));
    return begun;
  }

  /** The case has the number of its only document: a form of its own with a number (§52①). */
  private async numberOf(
    tx: EntityManager,
    begun: EnforcementCase,
    decided: Penalty[],
    input: OnTheSpotGiven,
    { held }: Ground,
  ): Promise<string> {
    const { clock, settings } = this.moving;
    const now = clock();
    const fineFen = sumOf(decided, PenaltyKind.FINE);
    if (fineFen > 0) await markFined(tx, begun.actKey!, begun.id);
    const documentNumber = await nextNumber(tx, settings.numbers, NumberKind.SIMPLE_PENALTY, held.inNameOf, now);
    await refuseTaken(tx, CaseDecision, 'documentNumber', documentNumber);
    await insertAll(tx, CaseDecision, [
      {
        id: uuid(),
        caseId: begun.id,
        divisionCode: begun.divisionCode,
        documentNumber,
        outcome: DecisionOutcome.PENALTY,
        decided,
        fineFen,
        ground: null,
        facts: begun.facts,
        legalBasis: held.power.legalBasis,
        mitigation: optionalWords('mitigation', input.mitigation, 500),
        education: null,
        performance: performanceText(fineFen > 0),
        remedies: remediesText(held.inNameOf),
        organCreditCode: held.inNameOf.creditCode,
        decidedOn: dayOf(now),
        serviceMethod: ServiceMethod.ON_THE_SPOT,
        servedOn: dayOf(now),
        revocation: null,
      },
    ]);
    return documentNumber;
  }

  /** Cash at once, in the cases of §68 and §69, and in two working days at the organ (§71). */
  private async takeCash(tx: EntityManager, begun: EnforcementCase, input: OnTheSpotGiven, penalties: readonly Penalty[], now: Date) {
    const fineFen = sumOf(penalties, PenaltyKind.FINE);
    const ground = input.cashGround!;
    const receiptNumber = optionalWords('receiptNumber', input.receiptNumber, 40);
    upheld(cashRefusal({ isSimple: true, fineFen, ground, receiptNumber, isAskedByParty: input.isCashAskedByParty ?? false }));
    const { id: caseId, divisionCode } = begun;
    const paidOn = dayOf(now);
    await insertAll(tx, FinePayment, [
      {
        id: uuid(),
        caseId,
        divisionCode,
        purpose: PaymentPurpose.FINE,
        fen: fineFen,
        paidOn,
        channel: PaymentChannel.CASH,
        receiptNumber,
        cashGround: ground,
        handedInOn: null,
        remittedOn: null,
      },
    ]);
    await tx.update(FineCollection, { caseId }, { paid: [{ on: paidOn, fen: fineFen }] });
    await this.moving.deadlines.meet(tx, caseId, PAYMENT_CLOCK);
    await this.moving.deadlines.start(tx, subjectOf(begun), HAND_IN_CLOCK, HAND_IN_RULE, now);
    return { isPaidUp: true, openRemittances: 1 };
  }
}
