import { daysBetween } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { optionalWords } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import {
  AGREEMENT_CLOCK,
  COURT_CLOCK,
  HAND_IN_CLOCK,
  HAND_IN_RULE,
  PAYMENT_CLOCK,
  REMITTANCE_CLOCK,
  REMITTANCE_RULE,
  rule,
} from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { CaseProcedure } from '../case/case.enums';
import { invalid, upheld } from '../case/case.errors';
import { type CaseColumns, type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { cashRefusal } from '../decision/simple-procedure.rules';
import { fenOf } from '../money';
import { collectionOf } from './collection';
import { FineCollection } from './fine-collection.entity';
import { FinePayment } from './fine-payment.entity';
import { planRefusal } from './instalments.rules';
import { type CashGround, PaymentChannel, PaymentPurpose } from './payment.enums';

export interface PaymentGiven extends CaseMoveGiven {
  readonly purpose: PaymentPurpose;
  readonly amount: string;
  readonly paidOn: string;
  readonly channel: PaymentChannel;
  readonly receiptNumber?: string | null;
  readonly cashGround?: CashGround | null;
  readonly isCashAskedByParty?: boolean | null;
}

interface CashGiven extends CaseMoveGiven {
  readonly paymentId: string;
  readonly on: string;
}

export interface ExtendPaymentGiven extends CaseMoveGiven {
  readonly parts: readonly { readonly dueOn: string; readonly amount: string }[];
  readonly hardship: string;
}

/** Payments: at a bank, and only seldom on the spot. */
export class PaymentService {
  constructor(private readonly moving: CaseMoving) {}

  recordPayment(context: RequestContext, input: PaymentGiven): Promise<EnforcementCase> {
    const fen = fenOf('amount', input.amount);
    if (fen === 0) throw invalid('AMOUNT', '缴款金额须大于零', 'A payment is more than nothing', { field: 'amount' });
    return this.moving.move(context, input, {
      name: 'recordPayment',
      needs: 'enforcement:handle',
      action: 'recordPayment',
      legalBasis: '行政处罚法§67',
      change: async (tx, enforcementCase) => {
        const collection = await collectionOf(tx, enforcementCase.id);
        const today = dayOf(this.moving.clock());
        const { purpose, paidOn } = input;
        if (paidOn > today || paidOn < enforcementCase.servedOn!)
          throw invalid('PAYMENT_DAY', '缴款日期须在送达之后且不晚于当日', 'It is paid after it was served, and by today');
        const cash = cashOf(enforcementCase, collection, input);
        if (fen > owed(collection, purpose, today)) throw invalid('OVERPAID', '缴款金额超过应缴金额', 'More than is owed', { purpose });
        const paid = withPayment(collection, purpose, paidOn, fen);
        await tx.update(FineCollection, { id: collection.id }, paid);
        const { id: caseId, divisionCode } = enforcementCase;
        await insertAll(tx, FinePayment, [
          { id: uuid(), caseId, divisionCode, purpose, fen, paidOn, channel: input.channel, handedInOn: null, remittedOn: null, ...cash },
        ]);
        return this.afterPayment(tx, enforcementCase, Object.assign(collection, paid), input.channel, today);
      },
    });
  }

  /** Two working days from the party to the organ (§71). */
  handInCash(context: RequestContext, input: CashGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'handInCash',
      needs: 'enforcement:handle',
      action: 'handInCash',
      legalBasis: '行政处罚法§71',
      change: async (tx, enforcementCase) => {
        const { id, handedInOn, paidOn } = await this.cashPayment(tx, enforcementCase, input.paymentId);
        if (handedInOn) upheld(refusal('HANDED_IN_ALREADY', '该款项已经交至行政机关', 'It is at the organ already'));
        this.refuseDay(input.on, paidOn);
        await tx.update(FinePayment, { id }, { handedInOn: input.on });
        await this.moving.deadlines.meet(tx, enforcementCase.id, HAND_IN_CLOCK);
        await this.moving.deadlines.start(tx, subjectOf(enforcementCase), REMITTANCE_CLOCK, REMITTANCE_RULE, startOfDay(input.on));
        return {};
      },
    });
  }

  /** And two from the organ to the bank (§71). */
  remitCash(context: RequestContext, input: CashGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'remitCash',
      needs: 'enforcement:handle',
      action: 'remitCash',
      legalBasis: '行政处罚法§71',
      change: async (tx, enforcementCase) => {
        const { id, handedInOn } = await this.cashPayment(tx, enforcementCase, input.paymentId);
        if (!handedInOn)
          upheld(
            refusal(
              'CASH_NOT_HANDED_IN',
              '当场收缴的罚款应当先交至行政机关（行政处罚法第七十一条）',
              'Cash comes to the organ first (行政处罚法 §71)',
            ),
          );
        this.refuseDay(input.on, handedInOn);
        await tx.update(FinePayment, { id }, { remittedOn: input.on });
        await this.moving.deadlines.meet(tx, enforcementCase.id, REMITTANCE_CLOCK);
        return { openRemittances: enforcementCase.openRemittances - 1 };
      },
    });
  }

  extendPayment(context: RequestContext, input: ExtendPaymentGiven): Promise<EnforcementCase> {
    const hardship = optionalWords('hardship', input.hardship, 500);
    const plan = input.parts.map(({ dueOn, amount }) => ({ dueOn, fen: fenOf('parts.amount', amount) }));
    return this.moving.move(context, input, {
      name: 'extendPayment',
      needs: 'enforcement:manage',
      action: 'extendPayment',
      legalBasis: '行政处罚法§66②',
      change: async (tx, enforcementCase) => {
        const { id: caseId } = enforcementCase;
        const collection = await collectionOf(tx, caseId);
        const today = dayOf(this.moving.clock());
        const unpaidFen = collection.unpaidFen();
        upheld(planRefusal({ unpaidFen, hardship, dueOn: collection.nextDueOn(), today }, plan));
        const settled = collection.fineFen - unpaidFen;
        const instalments = [...(settled > 0 ? [{ dueOn: today, fen: settled }] : []), ...plan];
        await tx.update(FineCollection, { id: collection.id }, { instalments, hardship });
        await this.moving.deadlines.lapse(tx, caseId, [PAYMENT_CLOCK]);
        const days = rule(daysBetween(today, plan.at(-1)!.dueOn), LimitUnit.DAY, '行政处罚法§66②', RestDayRule.STANDS);
        await this.moving.deadlines.start(tx, subjectOf(enforcementCase), PAYMENT_CLOCK, days);
        return {};
      },
    });
  }

  /** Cash that is on its way to the bank. */
  private async cashPayment(tx: EntityManager, enforcementCase: EnforcementCase, paymentId: string): Promise<FinePayment> {
    const payment = await this.moving.recordOf(tx, FinePayment, enforcementCase, paymentId, ['该缴款记录', 'Payment']);
    if (payment.channel !== PaymentChannel.CASH || payment.remittedOn)
      upheld(refusal('NOTHING_TO_REMIT', '该款项无须缴付或者已经缴付', 'There is nothing to remit'));
    return payment;
  }

  private refuseDay(on: string, earliest: string): void {
    if (on < earliest || on > dayOf(this.moving.clock()))
      throw invalid('PAYMENT_DAY', '日期须在上一环节之后且不晚于当日', 'Not before the step that goes before, and by today');
  }

  private async afterPayment(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    collection: FineCollection,
    channel: PaymentChannel,
    today: string,
  ): Promise<CaseColumns> {
    const { deadlines } = this.moving;
    const isPaidUp = collection.isPaidUp(today);
    if (isPaidUp) {
      for (const kind of [PAYMENT_CLOCK, AGREEMENT_CLOCK]) await deadlines.meet(tx, enforcementCase.id, kind);
      await deadlines.lapse(tx, enforcementCase.id, [COURT_CLOCK]);
    }
    if (channel !== PaymentChannel.CASH) return { isPaidUp };
    await deadlines.start(tx, subjectOf(enforcementCase), HAND_IN_CLOCK, HAND_IN_RULE);
    return { isPaidUp, openRemittances: enforcementCase.openRemittances + 1 };
  }
}

/** Cash needs a ground and a receipt (§67–70); gains and added fines are never taken on the spot. */
function cashOf(
  { procedure }: EnforcementCase,
  { fineFen }: FineCollection,
  { channel, purpose, cashGround, isCashAskedByParty, receiptNumber }: PaymentGiven,
) {
  const receipt = optionalWords('receiptNumber', receiptNumber, 40);
  if (channel !== PaymentChannel.CASH) return { receiptNumber: receipt, cashGround: null };
  if (!cashGround || purpose !== PaymentPurpose.FINE)
    throw invalid(
      'CASH_GROUND_MISSING',
      '当场收缴仅限罚款并须说明情形（行政处罚法第六十八条、第六十九条）',
      'Only a fine is taken in cash, for a ground that is said (行政处罚法 §68, §69)',
    );
  const isSimple = procedure === CaseProcedure.SIMPLE;
  upheld(cashRefusal({ isSimple, fineFen, ground: cashGround, receiptNumber: receipt, isAskedByParty: isCashAskedByParty ?? false }));
  return { receiptNumber: receipt, cashGround };
}

function owed(collection: FineCollection, purpose: PaymentPurpose, today: string): number {
  if (purpose === PaymentPurpose.FINE) return collection.unpaidFen();
  return purpose === PaymentPurpose.GAINS ? collection.gainsOwedFen() : collection.lateFineOwedFen(today);
}

function withPayment(
  { paid, gainsPaidFen, lateFinePaidFen }: FineCollection,
  purpose: PaymentPurpose,
  on: string,
  fen: number,
): Partial<FineCollection> {
  if (purpose === PaymentPurpose.FINE) return { paid: [...paid, { on, fen }] };
  return purpose === PaymentPurpose.GAINS ? { gainsPaidFen: gainsPaidFen + fen } : { lateFinePaidFen: lateFinePaidFen + fen };
}
