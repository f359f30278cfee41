import { machineFaults } from '@township-graph/shared/state-machine';
import { AdmissionReviewKind, AdmissionState } from './admission.enums';
import { ADMISSION_MACHINE, type AdmissionAction, type AdmissionFacts, mutationOf } from './admission.status';

const S = AdmissionState;
const COMPLETE: AdmissionFacts = {
  missingConditions: [],
  unmetCriteria: [],
  passedReviews: [AdmissionReviewKind.LEGAL_REVIEW],
  awaitedOpinions: 0,
  openRecipients: 3,
  hasSuccessor: false,
};

/** Every move that there is; what is not here is illegal. */
const LAWFUL: Readonly<Record<AdmissionState, readonly AdmissionAction[]>> = {
  DRAFT: ['amendAdmission', 'submitAdmission', 'withdrawAdmission'],
  RETURNED: ['amendAdmission', 'submitAdmission', 'withdrawAdmission'],
  SUBMITTED: ['withdrawAdmission', 'passAdmissionReview', 'returnAdmission', 'rejectAdmission'],
  UNDER_REVIEW: ['withdrawAdmission', 'passAdmissionReview', 'returnAdmission', 'rejectAdmission'],
  TOWN_OPINION: ['withdrawAdmission', 'returnAdmission', 'giveAdmissionOpinion', 'conveneAdmissionCouncil'],
  JOINT_COUNCIL: ['withdrawAdmission', 'returnAdmission', 'rejectAdmission', 'passAdmissionCouncil'],
  GOV_APPROVAL: ['returnAdmission', 'rejectAdmission', 'publishAdmission', 'publishAdmissionBatch'],
  PARTIAL: ['publishAdmission', 'publishAdmissionBatch', 'closeAdmissionBatches', 'evaluatePartly', 'reclaimAdmission', 'abolishAdmission'],
  PUBLISHED: ['evaluateAdmission', 'reclaimAdmission', 'abolishAdmission'],
  EVALUATED: ['evaluateAdmission', 'adjustAdmission', 'reclaimAdmission', 'abolishAdmission', 'supersedeAdmission'],
  ADJUSTED: [],
  RECLAIMED: [],
  ABOLISHED: [],
  REJECTED: [],
  WITHDRAWN: [],
};
const FINALS = [S.ADJUSTED, S.RECLAIMED, S.ABOLISHED, S.REJECTED, S.WITHDRAWN];

const refusalOf = (state: AdmissionState, action: AdmissionAction, facts: AdmissionFacts) => {
  try {
    ADMISSION_MACHINE.next(state, action, facts);
  } catch (error) {
    return error as { reason: string; details: object };
  }
  throw new Error('not refused');
};

test('the table is sound: every state is reached, and comes to an end', () => {
  expect(machineFaults(ADMISSION_MACHINE, { states: Object.values(S), finals: FINALS })).toEqual([]);
});

test.each(Object.entries(LAWFUL))('from %s what is not lawful is refused, with the state and what is', (state, lawful) => {
  expect(ADMISSION_MACHINE.availableActions(state as AdmissionState, COMPLETE)).toEqual(lawful);
  for (const action of Object.keys(ADMISSION_MACHINE.moves) as AdmissionAction[]) {
    if (lawful.includes(action) || action === 'askTownships') continue;
    const { reason, details } = refusalOf(state as AdmissionState, action, COMPLETE);
    expect(reason).toBe('MOVE_NOT_ALLOWED');
    expect(details).toMatchObject({ from: state, action: mutationOf(action), allowed: lawful.map(mutationOf) });
  }
});

const BOTH = [AdmissionReviewKind.LEGAL_REVIEW, AdmissionReviewKind.BIANBAN_REVIEW];

test.each<[string, AdmissionState, AdmissionAction, Partial<AdmissionFacts>, string]>([
  ['书面申请须附依据·人员·经费·培训·业务指导', S.DRAFT, 'submitAdmission', { missingConditions: ['staff'] }, 'CONDITIONS_INCOMPLETE'],
  ['三项标准须同时满足', S.DRAFT, 'submitAdmission', { unmetCriteria: ['needed'] }, 'CRITERIA_UNMET'],
  ['两项审核均通过后才征求意见', S.UNDER_REVIEW, 'askTownships', {}, 'REVIEWS_OUTSTANDING'],
  ['审核不重复', S.UNDER_REVIEW, 'passAdmissionReview', { passedReviews: BOTH }, 'REVIEW_PASSED_ALREADY'],
  ['征求意见期内须等待', S.TOWN_OPINION, 'conveneAdmissionCouncil', { awaitedOpinions: 1 }, 'OPINIONS_OUTSTANDING'],
  ['分批须留有余', S.GOV_APPROVAL, 'publishAdmissionBatch', { openRecipients: 1 }, 'NOTHING_OPEN'],
  ['一次只有一个新版本', S.EVALUATED, 'adjustAdmission', { hasSuccessor: true }, 'ADJUSTMENT_UNDER_WAY'],
])('%s', (_, state, action, facts, reason) => {
  expect(refusalOf(state, action, { ...COMPLETE, ...facts }).reason).toBe(reason);
});
