import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import type { Officer } from '../officer/officer.entity';
import { OfficerKind } from '../officer/officer.enums';
import { mayReview } from '../officer/officer.rules';
import { ReviewGround } from './legal-review.enums';

export interface ReviewFacts {
  readonly grounds: readonly ReviewGround[];
  /** When the hearing was over; null without one. */
  readonly heardAt: Date | null;
  /** When a review passed it last. */
  readonly passedAt: Date | null;
}

/** Whether it must pass a review before a penalty is decided. */
export const needsReview = ({ grounds, heardAt }: ReviewFacts) => grounds.length > 0 || heardAt !== null;

/** No decision without review, or on one that did not pass; after a hearing, on one that knew of it (行政处罚法§58①). */
export function reviewRefusal(facts: ReviewFacts): MoveRefusal | null {
  const { heardAt, passedAt } = facts;
  if (!needsReview(facts) || (passedAt !== null && (heardAt === null || passedAt >= heardAt))) return null;
  return refusal(
    'REVIEW_MISSING',
    '未经法制审核或者审核未通过，不得作出决定（行政处罚法第五十八条）',
    'No decision without legal review, or on one that did not pass (行政处罚法 §58)',
  );
}

/** By those who do reviews, and, where they came to it of late, with the qualification (行政处罚法§58). */
export function reviewerRefusal(officer: Pick<Officer, 'kind' | 'legalQualificationNumber' | 'reviewerSince'>): MoveRefusal | null {
  if (officer.kind !== OfficerKind.LEGAL_REVIEWER)
    return refusal(
      'NOT_A_REVIEWER',
      '应当由从事行政处罚决定法制审核的人员审核（行政处罚法第五十八条）',
      'Only those do reviews who are appointed to (行政处罚法 §58)',
    );
  return mayReview(officer)
    ? null
    : refusal(
        'REVIEWER_UNQUALIFIED',
        '初次从事法制审核的人员应当取得法律职业资格（行政处罚法第五十八条第二款）',
        'Who reviews for the first time must hold the legal profession qualification (行政处罚法 §58②)',
      );
}
