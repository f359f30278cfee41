import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { Candidate } from './candidate.entity';
import type { CandidateAction } from './candidate.enums';
import { CANDIDATE_MACHINE } from './candidate.machine';
import { CandidateObjection } from './objection.entity';
import type { ObjectionAction } from './objection.enums';
import { OBJECTION_MACHINE } from './objection.machine';

const RECRUITMENT = '事业单位人事管理条例§9';
const ofCounty = { needs: 'personnel:manage', ofCounty: true } as const;
const step = (told: string, basis?: string) => ({ ...ofCounty, told, basis });

/** The county keeps the candidates; a township reads of who has chosen a post there. */
export const CANDIDATES: CourseKind<Candidate, CandidateAction, 'REGISTER', void> = {
  type: 'Candidate',
  words: { zh: '该报名人员', en: 'Candidate' },
  entity: Candidate,
  machine: CANDIDATE_MACHINE,
  steps: {
    REGISTER: step('CANDIDATE_REGISTERED'),
    QUALIFY: step('CANDIDATE_QUALIFIED', RECRUITMENT),
    NOT_QUALIFY: step('CANDIDATE_NOT_QUALIFIED', RECRUITMENT),
    RECORD_WRITTEN: step('CANDIDATE_WRITTEN_RECORDED', RECRUITMENT),
    ADMIT: step('CANDIDATE_ADMITTED'),
    RECORD_INTERVIEW: step('CANDIDATE_INTERVIEW_RECORDED', RECRUITMENT),
    RANK: step('CANDIDATE_RANKED'),
    ELIMINATE: step('CANDIDATE_ELIMINATED'),
    CHOOSE_POST: step('POST_CHOSEN'),
    WAIVE_POST: step('POST_WAIVED'),
    LEAVE_UNPLACED: step('CANDIDATE_NOT_PLACED'),
    LIST: step('CANDIDATE_LISTED', RECRUITMENT),
    DISQUALIFY: step('CANDIDATE_DISQUALIFIED', RECRUITMENT),
    APPOINT: step('CANDIDATE_APPOINTED', RECRUITMENT),
    WITHDRAW: step('CANDIDATE_WITHDRAWN'),
  },
  facts: () => undefined,
  concerns: ({ chosenDivisionCode }) => (chosenDivisionCode === null ? [] : [chosenDivisionCode]),
  payload: ({ campaignId, staffMemberId }) => ({ campaignId, staffMemberId }),
};

export type CandidateCourse = Course<Candidate, CandidateAction, 'REGISTER', void>;

/** Raised while the list is public, and decided by the county. */
export const OBJECTIONS: CourseKind<CandidateObjection, ObjectionAction, 'RAISE', void> = {
  type: 'CandidateObjection',
  words: { zh: '该异议', en: 'Objection' },
  entity: CandidateObjection,
  machine: OBJECTION_MACHINE,
  steps: {
    RAISE: step('OBJECTION_RAISED', RECRUITMENT),
    UPHOLD: step('OBJECTION_UPHELD', RECRUITMENT),
    DISMISS: step('OBJECTION_DISMISSED', RECRUITMENT),
  },
  facts: () => undefined,
  payload: ({ campaignId, candidateId }) => ({ campaignId, candidateId }),
};

export type ObjectionCourse = Course<CandidateObjection, ObjectionAction, 'RAISE', void>;
