import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import { AdmissionReviewKind, AdmissionState } from './admission.enums';

/** The moves by the names of their mutations; the last two follow by themselves, and what is published in part is evaluated as it is. */
export type AdmissionAction =
  | 'amendAdmission'
  | 'submitAdmission'
  | 'withdrawAdmission'
  | 'passAdmissionReview'
  | 'returnAdmission'
  | 'rejectAdmission'
  | 'giveAdmissionOpinion'
  | 'conveneAdmissionCouncil'
  | 'passAdmissionCouncil'
  | 'publishAdmission'
  | 'publishAdmissionBatch'
  | 'closeAdmissionBatches'
  | 'evaluateAdmission'
  | 'evaluatePartly'
  | 'adjustAdmission'
  | 'reclaimAdmission'
  | 'abolishAdmission'
  | 'askTownships'
  | 'supersedeAdmission';

/** What the guards judge by. */
export interface AdmissionFacts {
  /** What the application lacks (admission.rules). */
  readonly missingConditions: readonly string[];
  readonly unmetCriteria: readonly string[];
  readonly passedReviews: readonly AdmissionReviewKind[];
  /** Recipients that have not said what they think of it, while there is time to. */
  readonly awaitedOpinions: number;
  /** Recipients for whom nothing is published yet. */
  readonly openRecipients: number;
  readonly hasSuccessor: boolean;
}

const S = AdmissionState;

const conditionsIncomplete = (missing: readonly string[]): MoveRefusal => ({
  reason: 'CONDITIONS_INCOMPLETE',
  message: {
    zh: `申请须附依据、人员、经费、培训、业务指导，尚缺：${missing.join('、')}`,
    en: `An application states basis, staff, funds, training and guidance; missing: ${missing.join(', ')}`,
  },
});
const criteriaUnmet = (unmet: readonly string[]): MoveRefusal => ({
  reason: 'CRITERIA_UNMET',
  message: {
    zh: `交办和社区（村）事项须同时有法律法规依据、上级明文要求、工作实际需要，不满足：${unmet.join('、')}`,
    en: `What is handed down or asked of communities is based on law, ordered in writing and needed, all three; unmet: ${unmet.join(', ')}`,
  },
});
const reviewPassedAlready: MoveRefusal = {
  reason: 'REVIEW_PASSED_ALREADY',
  message: { zh: '两项审核均已通过', en: 'Both reviews have passed it' },
};
const reviewsOutstanding: MoveRefusal = {
  reason: 'REVIEWS_OUTSTANDING',
  message: { zh: '编办审核和合法性审核均通过后方可征求镇街意见', en: 'Townships are asked when both reviews have passed it' },
};
const opinionsOutstanding: MoveRefusal = {
  reason: 'OPINIONS_OUTSTANDING',
  message: { zh: '仍有承接方未反馈意见，且征求意见期限未满', en: 'Some have not answered yet, and there is time left for them' },
};
const nothingOpen: MoveRefusal = {
  reason: 'NOTHING_OPEN',
  message: { zh: '已对全部承接方公布，无可分批', en: 'It is published for all: nothing is left for a batch' },
};
const adjustedAlready: MoveRefusal = {
  reason: 'ADJUSTMENT_UNDER_WAY',
  message: { zh: '已有调整的新版本在办', en: 'A new version is already under way' },
};

/** The mutation by which a move is made. */
export const mutationOf = (action: AdmissionAction) => (action === 'evaluatePartly' ? 'evaluateAdmission' : action);

/** What a mutation does to a request in this state. */
export const moveBy = (mutation: AdmissionAction, state: AdmissionState): AdmissionAction =>
  mutation === 'evaluateAdmission' && state === S.PARTIAL ? 'evaluatePartly' : mutation;

/** 职责准入: every move there is. What a mutation brings with it (documents, days, reasons) its service checks. */
export const ADMISSION_MACHINE = defineMachine<AdmissionState, AdmissionAction, AdmissionFacts>({
  initial: S.DRAFT,
  sentAs: mutationOf,
  moves: {
    amendAdmission: { from: [S.DRAFT, S.RETURNED], to: S.DRAFT },
    submitAdmission: {
      from: [S.DRAFT, S.RETURNED],
      to: S.SUBMITTED,
      guard: ({ missingConditions, unmetCriteria }) => {
        if (missingConditions.length > 0) return conditionsIncomplete(missingConditions);
        return unmetCriteria.length > 0 ? criteriaUnmet(unmetCriteria) : null;
      },
    },
    withdrawAdmission: { from: [S.DRAFT, S.RETURNED, S.SUBMITTED, S.UNDER_REVIEW, S.TOWN_OPINION, S.JOINT_COUNCIL], to: S.WITHDRAWN },
    passAdmissionReview: {
      from: [S.SUBMITTED, S.UNDER_REVIEW],
      to: S.UNDER_REVIEW,
      guard: ({ passedReviews }) => (passedReviews.length === 2 ? reviewPassedAlready : null),
    },
    returnAdmission: { from: [S.SUBMITTED, S.UNDER_REVIEW, S.TOWN_OPINION, S.JOINT_COUNCIL, S.GOV_APPROVAL], to: S.RETURNED },
    rejectAdmission: { from: [S.SUBMITTED, S.UNDER_REVIEW, S.JOINT_COUNCIL, S.GOV_APPROVAL], to: S.REJECTED },
    giveAdmissionOpinion: { from: [S.TOWN_OPINION], to: S.TOWN_OPINION },
    conveneAdmissionCouncil: {
      from: [S.TOWN_OPINION],
      to: S.JOINT_COUNCIL,
      guard: ({ awaitedOpinions }) => (awaitedOpinions > 0 ? opinionsOutstanding : null),
    },
    passAdmissionCouncil: { from: [S.JOINT_COUNCIL], to: S.GOV_APPROVAL },
    publishAdmission: { from: [S.GOV_APPROVAL, S.PARTIAL], to: S.PUBLISHED },
    publishAdmissionBatch: {
      from: [S.GOV_APPROVAL, S.PARTIAL],
      to: S.PARTIAL,
      guard: ({ openRecipients }) => (openRecipients < 2 ? nothingOpen : null),
    },
    closeAdmissionBatches: { from: [S.PARTIAL], to: S.PUBLISHED },
    evaluateAdmission: { from: [S.PUBLISHED, S.EVALUATED], to: S.EVALUATED },
    evaluatePartly: { from: [S.PARTIAL], to: S.PARTIAL },
    adjustAdmission: { from: [S.EVALUATED], to: S.EVALUATED, guard: ({ hasSuccessor }) => (hasSuccessor ? adjustedAlready : null) },
    reclaimAdmission: { from: [S.PARTIAL, S.PUBLISHED, S.EVALUATED], to: S.RECLAIMED },
    abolishAdmission: { from: [S.PARTIAL, S.PUBLISHED, S.EVALUATED], to: S.ABOLISHED },
    askTownships: {
      from: [S.UNDER_REVIEW],
      to: S.TOWN_OPINION,
      guard: ({ passedReviews }) => (passedReviews.length < 2 ? reviewsOutstanding : null),
    },
    supersedeAdmission: { from: [S.EVALUATED], to: S.ADJUSTED },
  },
});
