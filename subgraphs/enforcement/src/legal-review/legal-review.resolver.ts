import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { plainInput } from '../case/case-move.inputs';
import { ReviewCaseInput } from './legal-review.inputs';
import type { LegalReviewService } from './legal-review.service';

const SubmitForLegalReviewInput = plainInput('SubmitForLegalReview', 'It goes to legal review', '提交法制审核');

export const legalReviewResolver = (reviews: LegalReviewService) =>
  caseCommandResolver({
    submitForLegalReview: caseCommand({
      input: SubmitForLegalReviewInput,
      scope: 'enforcement:handle',
      en: 'Sends it to legal review: before the party is told, or once it was heard (行政处罚法 §58)',
      zh: '提交法制审核',
      run: (context, input) => reviews.submitForLegalReview(context, input),
    }),
    reviewCase: caseCommand({
      input: ReviewCaseInput,
      scope: 'enforcement:review',
      en: 'Reviews it: passed, or back to the investigation; by nobody who investigated (行政处罚法 §58)',
      zh: '法制审核',
      run: (context, input) => reviews.reviewCase(context, input),
    }),
  });
