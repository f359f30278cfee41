import { dayOf } from '@township-graph/shared/clock';
import type { CourseKind } from '@township-graph/shared/course/course';
import { AppraisalRound } from './round.entity';
import type { RoundAction } from './round.enums';
import { ROUND_MACHINE, type RoundStanding } from './round.machine';

const manage = (told: string) => ({ needs: 'assessment:manage', told }) as const;

/** Who may do what with a round, and who is told. */
export const ROUNDS: CourseKind<AppraisalRound, RoundAction, 'OPEN', RoundStanding> = {
  type: 'AppraisalRound',
  words: { zh: '该考核轮次', en: 'Appraisal round' },
  entity: AppraisalRound,
  machine: ROUND_MACHINE,
  steps: {
    OPEN: { ...manage('ROUND_OPENED'), basis: '山东省乡镇人民政府工作条例§19' },
    START_SCORING: manage('ROUND_SCORING'),
    CALCULATE: manage('ROUND_CALCULATED'),
    RETURN_TO_SCORING: manage('ROUND_SCORING'),
    DECIDE_TIE: manage('ROUND_TIE_DECIDED'),
    PUBLISH: manage('ROUND_PUBLISHED'),
    // By whoever files an appeal: its own command has looked whether it may.
    APPEAL: { needs: 'assessment:score', told: 'ROUND_APPEALED', ofPlace: true },
    MAINTAIN: manage('ROUND_APPEAL_DECIDED'),
    REOPEN: manage('ROUND_SCORING'),
    CONFIRM: manage('ROUND_CONFIRMED'),
    ARCHIVE: manage('ROUND_ARCHIVED'),
    CORRECT: { ...manage('ROUND_CORRECTED'), basis: '公务员法§98；事业单位人事管理条例§38' },
  },
  facts: ({ undecidedTies, pendingAppeals, publicUntil }, now) => ({
    undecidedTies,
    pendingAppeals,
    isPublicityOver: publicUntil !== null && dayOf(now) > publicUntil,
  }),
  payload: ({ kind, year }) => ({ kind, year }),
  concerns: ({ participants }) => participants,
};
