import { addYears, daysBetween } from '@township-graph/shared/calendar';
import { dayOf, endOfDay } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { LimitUnit } from '@township-graph/shared/deadline';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import { v7 as uuid } from 'uuid';
import { CORRECTION_CLOCK, rule } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { CorrectionOrder } from './correction-order.entity';

export interface OrderGiven extends CaseMoveGiven {
  readonly content: string;
  readonly legalBasis: string;
  readonly dueOn: string;
}

export interface CheckGiven extends CaseMoveGiven {
  readonly orderId: string;
  readonly isCorrected: boolean;
  readonly finding: string;
}

const BASIS = '行政处罚法§28①';

/** Orders to put it right, apart from penalties. */
export class CorrectionService {
  constructor(private readonly moving: CaseMoving) {}

  orderCorrection(context: RequestContext, input: OrderGiven): Promise<EnforcementCase> {
    const content = words('content', input.content, 1000);
    const legalBasis = statedText('legalBasis', input.legalBasis, 200);
    const { dueOn } = input;
    return this.moving.move(context, input, {
      name: 'orderCorrection',
      needs: 'enforcement:handle',
      action: 'orderCorrection',
      legalBasis: BASIS,
      change: async (tx, { id: caseId, divisionCode, openOrders }) => {
        const { clock, deadlines } = this.moving;
        const orderedAt = clock();
        const today = dayOf(orderedAt);
        if (dueOn < today || dueOn > addYears(today, 1))
          throw invalid('CORRECTION_DAY', '改正期限须在当日至一年之内', 'The day is today, or within a year');
        const id = uuid();
        const limit = rule(daysBetween(today, dueOn), LimitUnit.DAY, BASIS);
        await deadlines.start(tx, { type: 'CorrectionOrder', id, divisionCode }, CORRECTION_CLOCK, limit, orderedAt);
        await insertAll(tx, CorrectionOrder, [
          { id, caseId, divisionCode, content, legalBasis, orderedAt, dueOn, checkedAt: null, isCorrected: null, finding: null },
        ]);
        return { openOrders: openOrders + 1, isOrdered: true };
      },
    });
  }

  checkCorrection(context: RequestContext, input: CheckGiven): Promise<EnforcementCase> {
    const finding = words('finding', input.finding, 500);
    const { orderId, isCorrected } = input;
    return this.moving.move(context, input, {
      name: 'checkCorrection',
      needs: 'enforcement:handle',
      action: 'checkCorrection',
      legalBasis: BASIS,
      change: async (tx, enforcementCase) => {
        const order = await this.moving.recordOf(tx, CorrectionOrder, enforcementCase, orderId, ['该责令改正', 'Order to correct']);
        if (order.checkedAt) upheld(refusal('CORRECTION_CHECKED', '该责令改正已经复查', 'It was checked already'));
        const checkedAt = this.moving.clock();
        const isEarly = !isCorrected && checkedAt <= endOfDay(order.dueOn);
        if (isEarly) upheld(refusal('CORRECTION_NOT_DUE', '改正期限未满，不能认定逾期未改正', 'The time to put it right is not over'));
        await tx.update(CorrectionOrder, { id: orderId }, { checkedAt, isCorrected, finding });
        await this.moving.deadlines.meet(tx, orderId, CORRECTION_CLOCK);
        return { openOrders: enforcementCase.openOrders - 1, isCorrected };
      },
    });
  }
}
