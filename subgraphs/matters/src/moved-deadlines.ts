import { dayOf } from '@township-graph/shared/clock';
import type { MovedDeadline } from '@township-graph/shared/deadlines/provisional-deadlines';
import { Not } from 'typeorm';
import { AdmissionRequest } from './admission/admission-request.entity';
import { OPINION_TIME } from './admission/admission-review.service';
import { PROMISED } from './application/application.deadlines';
import { Application } from './application/application.entity';
import { ApplicationState } from './application/application.enums';
import { JOINT } from './bundle/bundle.rules';
import { BundleApplication } from './bundle/bundle-application.entity';

/** Where a date is kept beside its deadline, to list and judge by: it moves when the holidays of a further year are known. */
export const MOVED_DEADLINES: readonly MovedDeadline[] = [
  {
    subjectType: 'Application',
    kind: PROMISED,
    apply: (tx, { subjectId: id, dueAt }) => tx.update(Application, { id, state: Not(ApplicationState.SUSPENDED) }, { dueAt }),
  },
  {
    subjectType: 'BundleApplication',
    kind: JOINT,
    apply: (tx, { subjectId: id, dueAt }) => tx.update(BundleApplication, { id }, { dueAt }),
  },
  {
    subjectType: 'AdmissionRequest',
    kind: OPINION_TIME,
    apply: (tx, { subjectId: id, dueAt }) => tx.update(AdmissionRequest, { id }, { opinionsDueOn: dayOf(dueAt) }),
  },
];
