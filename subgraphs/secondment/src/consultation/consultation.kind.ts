import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { Consultation } from './consultation.entity';
import type { ConsultationAction } from './consultation.enums';
import { CONSULTATION_MACHINE, type ConsultationStanding } from './consultation.machine';

/** The department asks, and the township answers: nobody above it in its name. */
export const CONSULTATIONS: CourseKind<Consultation, ConsultationAction, 'ASK', ConsultationStanding> = {
  type: 'Consultation',
  words: { zh: '该征求意见', en: 'Consultation' },
  entity: Consultation,
  machine: CONSULTATION_MACHINE,
  steps: {
    ASK: { needs: 'personnel:manage', told: 'CONSULTATION_SENT', ofCounty: true },
    AGREE: { needs: 'personnel:manage', told: 'CONSULTATION_AGREED', ofPlace: true },
    OBJECT: { needs: 'personnel:manage', told: 'CONSULTATION_OBJECTED', ofPlace: true },
    EXPIRE: { needs: 'personnel:manage', told: 'CONSULTATION_EXPIRED', ofCounty: true },
    WITHDRAW: { needs: 'personnel:manage', told: 'CONSULTATION_WITHDRAWN', ofCounty: true },
  },
  facts: ({ answerDueAt }, now) => ({ isTimeUp: answerDueAt !== null && answerDueAt < now }),
  payload: ({ proposalId, kind }) => ({ proposalId, kind }),
};

export type ConsultationCourse = Course<Consultation, ConsultationAction, 'ASK', ConsultationStanding>;
