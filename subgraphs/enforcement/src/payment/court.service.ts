import { addDays } from '@township-graph/shared/calendar';
import { dayOf, endOfDay } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { refusal } from '@township-graph/shared/state-machine';
import { COURT_CLOCK, COURT_RULE } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import { type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { agreementStands } from './agreement.rules';
import { collectionOf } from './collection';
import { courtRefusal, courtWindow } from './court.rules';
import { courtFacts } from './court-facts';
import { FineCollection } from './fine-collection.entity';
import { CourtResult } from './payment.enums';

/** Reminding the party, and asking the court, for a township has no power of its own to enforce a fine. */
export class CourtService {
  constructor(private readonly moving: CaseMoving) {}

  remindParty(context: RequestContext, input: CaseMoveGiven & { readonly servedOn: string }): Promise<EnforcementCase> {
    const { servedOn: remindedOn } = input;
    return this.moving.move(context, input, {
      name: 'remindParty',
      needs: 'enforcement:handle',
      action: 'remindParty',
      legalBasis: '行政强制法§54',
      change: async (tx, enforcementCase) => {
        const { id: caseId } = enforcementCase;
        const collection = await collectionOf(tx, caseId);
        const facts = await courtFacts(tx, enforcementCase, collection, this.today());
        if (!facts.isUnpaid) upheld(refusal('NOTHING_UNPAID', '罚款已缴清', 'Nothing is unpaid'));
        if (facts.isAgreed) upheld(agreementStands());
        const isOverdue = remindedOn > collection.nextDueOn();
        if (!isOverdue) upheld(refusal('NOT_OVERDUE', '缴款期限未满，不能催告', 'The time to pay is not over'));
        if (remindedOn > facts.today) throw invalid('PAYMENT_DAY', '送达日期不得晚于当日', 'It was served by today');
        await tx.update(FineCollection, { id: collection.id }, { remindedOn });
        const from = addDays(courtWindow(facts).from, -1);
        await this.moving.deadlines.lapse(tx, caseId, [COURT_CLOCK]);
        await this.moving.deadlines.start(tx, subjectOf(enforcementCase), COURT_CLOCK, COURT_RULE, endOfDay(from));
        return {};
      },
    });
  }

  applyToCourt(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'applyToCourt',
      needs: 'enforcement:manage',
      action: 'applyToCourt',
      legalBasis: '行政强制法§53、§54',
      change: async (tx, enforcementCase) => {
        const { id: caseId } = enforcementCase;
        const collection = await collectionOf(tx, caseId);
        upheld(courtRefusal(await courtFacts(tx, enforcementCase, collection, this.today())));
        await tx.update(FineCollection, { id: collection.id }, { courtAppliedAt: this.moving.clock(), courtResult: null });
        await this.moving.deadlines.meet(tx, caseId, COURT_CLOCK);
        return {};
      },
    });
  }

  recordCourtResult(context: RequestContext, input: CaseMoveGiven & { readonly result: CourtResult }): Promise<EnforcementCase> {
    const { result } = input;
    return this.moving.move(context, input, {
      name: 'recordCourtResult',
      needs: 'enforcement:handle',
      action: 'recordCourtResult',
      legalBasis: '行政强制法§57、§58',
      change: async (tx, { id: caseId }) => {
        const { id, courtAppliedAt, courtResult } = await collectionOf(tx, caseId);
        if (!courtAppliedAt || courtResult)
          upheld(refusal('NO_COURT_APPLICATION', '没有待处理的强制执行申请', 'No application to a court is open'));
        await tx.update(FineCollection, { id }, { courtResult: result });
        return { isExecutionEnded: result !== CourtResult.REFUSED };
      },
    });
  }

  private today(): string {
    return dayOf(this.moving.clock());
  }
}
