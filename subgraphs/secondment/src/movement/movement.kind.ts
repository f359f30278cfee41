import type { Clock } from '@township-graph/shared/clock';
import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { divisionsOf, type Viewer } from '@township-graph/shared/viewer';
import { MovementProposal } from './movement.entity';
import { MovementAction, ProposerSide } from './movement.enums';
import { notYoursToWithdraw } from './movement.errors';
import { MOVEMENT_MACHINE, type MovementStanding } from './movement.machine';

const ofCounty = { needs: 'personnel:manage', ofCounty: true } as const;

/** Who has the township itself among its divisions speaks for it; whoever stands above it, for the department. */
export const sideOf = (viewer: Viewer, township: string, clock: Clock): ProposerSide =>
  divisionsOf(viewer, clock).includes(township) ? ProposerSide.TOWNSHIP : ProposerSide.DEPARTMENT;

/** Township and department propose; the department, of the county, consults, decides and carries out. */
export const MOVEMENTS: CourseKind<MovementProposal, MovementAction, 'PROPOSE', MovementStanding> = {
  type: 'MovementProposal',
  words: { zh: '该人事调整动议', en: 'Movement' },
  entity: MovementProposal,
  machine: MOVEMENT_MACHINE,
  steps: {
    PROPOSE: { needs: 'personnel:manage', told: 'MOVEMENT_PROPOSED' },
    CONSULT: { ...ofCounty, told: 'MOVEMENT_CONSULTED' },
    HEAR: { needs: 'personnel:manage', told: 'MOVEMENT_HEARD', ofPlace: true },
    NOTIFY: { ...ofCounty, told: 'MOVEMENT_NOTIFIED' },
    DECIDE: { ...ofCounty, told: 'MOVEMENT_DECIDED' },
    REJECT: { ...ofCounty, told: 'MOVEMENT_REJECTED' },
    CARRY_OUT: { ...ofCounty, told: 'MOVEMENT_CARRIED_OUT' },
    WITHDRAW: { needs: 'personnel:manage', told: 'MOVEMENT_WITHDRAWN' },
  },
  facts: (movement, now) => {
    const { answerDueAt, answeredAt, notifiedAt } = movement;
    return {
      needsConsultation: movement.needsConsultation(),
      isConsulted: answerDueAt !== null,
      isHeard: answeredAt !== null || (answerDueAt !== null && answerDueAt < now),
      isNotified: notifiedAt !== null,
    };
  },
  refusal: (viewer, { divisionCode, proposedBy }, action, clock) =>
    action === MovementAction.WITHDRAW && sideOf(viewer, divisionCode, clock) !== proposedBy ? notYoursToWithdraw() : null,
  payload: ({ staffMemberId, kind, proposedBy, isObjected }) => ({ staffMemberId, kind, proposedBy, isObjected }),
};

export type MovementCourse = Course<MovementProposal, MovementAction, 'PROPOSE', MovementStanding>;
