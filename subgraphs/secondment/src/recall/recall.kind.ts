import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { Recall } from './recall.entity';
import type { RecallAction } from './recall.enums';
import { RECALL_MACHINE } from './recall.machine';

/** The township requests, and nobody in its name; the department, of the county, decides. */
export const RECALLS: CourseKind<Recall, RecallAction, 'REQUEST', void> = {
  type: 'Recall',
  words: { zh: '该召回申请', en: 'Recall' },
  entity: Recall,
  machine: RECALL_MACHINE,
  steps: {
    REQUEST: { needs: 'personnel:manage', told: 'RECALL_REQUESTED', ofPlace: true },
    RECALL: { needs: 'personnel:manage', told: 'RECALL_DECIDED', ofCounty: true },
    REFUSE: { needs: 'personnel:manage', told: 'RECALL_REFUSED', ofCounty: true },
    WITHDRAW: { needs: 'personnel:manage', told: 'RECALL_WITHDRAWN', ofPlace: true },
  },
  facts: () => undefined,
  payload: ({ placementId, staffMemberId, barsMeritUntil, barsPromotionUntil }) => ({
    placementId,
    staffMemberId,
    barsMeritUntil,
    barsPromotionUntil,
  }),
};

export type RecallCourse = Course<Recall, RecallAction, 'REQUEST', void>;
