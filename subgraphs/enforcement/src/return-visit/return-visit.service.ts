import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { optionalWords } from '@township-graph/shared/stated-text';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { ReturnVisit } from './return-visit.entity';
import { GRADES, type Respondent } from './return-visit.enums';

export interface ReturnVisitGiven extends CaseMoveGiven {
  readonly respondent: Respondent;
  readonly grade: number;
  readonly comment?: string | null;
}

/** Asks those concerned how a case was handled. Whoever will not answer leaves no row. */
export class ReturnVisitService {
  constructor(private readonly moving: CaseMoving) {}

  recordReturnVisit(context: RequestContext, input: ReturnVisitGiven): Promise<EnforcementCase> {
    const { respondent, grade } = input;
    const comment = optionalWords('comment', input.comment, 500);
    if (!(GRADES as readonly number[]).includes(grade)) throw invalid('GRADE', '满意度等级为 1 至 5', 'A grade is 1 to 5');
    return this.moving.move(context, input, {
      name: 'recordReturnVisit',
      needs: 'enforcement:handle',
      action: 'recordReturnVisit',
      change: async (tx, { id: caseId, divisionCode }) => {
        if (await tx.existsBy(ReturnVisit, { caseId }))
          upheld(refusal('VISITED_ALREADY', '该案件已经回访', 'Somebody was asked about this case already'));
        const visitedAt = this.moving.clock();
        await insertAll(tx, ReturnVisit, [{ id: uuid(), caseId, divisionCode, respondent, grade, comment, visitedAt }]);
        return {};
      },
    });
  }
}
