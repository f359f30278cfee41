import { dayOf, startOfDay } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { SERVICE_CLOCK } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { CaseDecision } from '../decision/case-decision.entity';
import { decisionOf } from '../decision/decisions-of-case';
import { startCollection } from '../payment/collection';
import type { ServiceMethod } from './service.enums';
import { servedOn, serviceRefusal } from './service.rules';

export interface ServeGiven extends CaseMoveGiven {
  readonly method: ServiceMethod;
  readonly on: string;
  readonly isConfirmed?: boolean | null;
}

/** Serving decisions: from then the party has to perform, and may ask for review or sue. */
export class ServiceOfProcess {
  constructor(private readonly moving: CaseMoving) {}

  serveDecision(context: RequestContext, input: ServeGiven): Promise<EnforcementCase> {
    const { method, on } = input;
    return this.moving.move(context, input, {
      name: 'serveDecision',
      needs: 'enforcement:handle',
      // What is to be paid is not paid yet when it is served.
      action: ({ isPaidUp }) => (isPaidUp === false ? 'serveToExecute' : 'serveDecision'),
      legalBasis: '行政处罚法§61',
      change: async (tx, enforcementCase) => {
        const { deadlines, clock } = this.moving;
        const { id: caseId, decidedAt } = enforcementCase;
        const today = dayOf(clock());
        upheld(serviceRefusal({ method, on, isConfirmed: input.isConfirmed ?? false, decidedOn: dayOf(decidedAt!), today }));
        const day = servedOn({ method, on });
        const { id, decided } = await decisionOf(tx, caseId);
        await tx.update(CaseDecision, { id }, { serviceMethod: method, servedOn: day });
        await deadlines.meet(tx, caseId, SERVICE_CLOCK);
        if (enforcementCase.isPaidUp === false) await startCollection(tx, this.moving, enforcementCase, decided, startOfDay(day));
        return { servedOn: day };
      },
    });
  }
}
