import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import type { CaseGround } from '../filing/case-ground';
import { assign, functionsOf } from '../filing/case-team';
import { CaseFunction } from '../filing/filing.enums';
import { actorSeparationRefusal, separationRefusal } from '../filing/separation.rules';
import { FORGOTTEN } from '../notice/forgotten';
import { refuseRecused } from '../recusal/recused-officers';
import { LegalReview } from './legal-review.entity';
import { ReviewResult } from './legal-review.enums';
import { reviewerRefusal } from './legal-review.rules';

export interface ReviewGiven extends CaseMoveGiven {
  readonly reviewerId: string;
  readonly result: ReviewResult;
  readonly opinion: string;
}

const BASIS = '行政处罚法§58';

/** Legal review, by somebody who did not investigate. */
export class LegalReviewService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly ground: CaseGround,
  ) {}

  submitForLegalReview(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'submitForLegalReview',
      needs: 'enforcement:handle',
      action: 'submitForLegalReview',
      legalBasis: BASIS,
    });
  }

  reviewCase(context: RequestContext, input: ReviewGiven): Promise<EnforcementCase> {
    const opinion = words('opinion', input.opinion, 2000);
    const { result, reviewerId } = input;
    const isPassed = result === ReviewResult.PASSED;
    return this.moving.move(context, input, {
      name: 'reviewCase',
      needs: 'enforcement:review',
      action: isPassed ? 'passLegalReview' : 'returnFromLegalReview',
      legalBasis: BASIS,
      change: async (tx, enforcementCase) => {
        upheld(actorSeparationRefusal(context.viewer.subject, enforcementCase.handledBy));
        await this.refuseUnfit(tx, enforcementCase, reviewerId);
        const { id: caseId, divisionCode } = enforcementCase;
        const reviewedAt = this.moving.clock();
        await insertAll(tx, LegalReview, [{ id: uuid(), caseId, divisionCode, reviewerId, result, opinion, reviewedAt }]);
        await assign(tx, enforcementCase, CaseFunction.REVIEWER, [reviewerId], reviewedAt);
        return isPassed ? { reviewPassedAt: reviewedAt } : FORGOTTEN;
      },
    });
  }

  private async refuseUnfit(tx: EntityManager, { id, divisionCode }: EnforcementCase, reviewerId: string): Promise<void> {
    upheld(reviewerRefusal(await this.ground.officer(tx, reviewerId, divisionCode)));
    await refuseRecused(tx, id, [reviewerId]);
    upheld(separationRefusal({ ...(await functionsOf(tx, id)), reviewerId }));
  }
}
