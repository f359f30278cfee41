import type { Clock } from '@township-graph/shared/clock';
import { covers } from '@township-graph/shared/division-code';
import type { DomainError } from '@township-graph/shared/errors';
import { divisionsOf, holds, type Scope, sees, type Viewer } from '@township-graph/shared/viewer';
import { bodyUnknown, drafterDecides, notTheDepartment, notTheRecipient, outsideDuty } from './admission.errors';
import type { AdmissionAction } from './admission.status';
import type { AdmissionRequest } from './admission-request.entity';

/** Who takes a step: the department that asks, a body that decides on it, or who is to carry it out. */
type Role = 'DEPARTMENT' | 'DECIDER' | 'RECIPIENT' | 'SYSTEM';

const ROLES: Readonly<Record<AdmissionAction, Role>> = {
  amendAdmission: 'DEPARTMENT',
  submitAdmission: 'DEPARTMENT',
  withdrawAdmission: 'DEPARTMENT',
  adjustAdmission: 'DEPARTMENT',
  passAdmissionReview: 'DECIDER',
  returnAdmission: 'DECIDER',
  rejectAdmission: 'DECIDER',
  conveneAdmissionCouncil: 'DECIDER',
  passAdmissionCouncil: 'DECIDER',
  publishAdmission: 'DECIDER',
  publishAdmissionBatch: 'DECIDER',
  closeAdmissionBatches: 'DECIDER',
  evaluateAdmission: 'DECIDER',
  evaluatePartly: 'DECIDER',
  reclaimAdmission: 'DECIDER',
  abolishAdmission: 'DECIDER',
  giveAdmissionOpinion: 'RECIPIENT',
  askTownships: 'SYSTEM',
  supersedeAdmission: 'SYSTEM',
};

const SCOPES: Readonly<Record<Role, Scope | null>> = {
  DEPARTMENT: 'matters:handle',
  DECIDER: 'matters:manage',
  RECIPIENT: 'matters:handle',
  SYSTEM: null,
};

/** The scope without which nobody may so much as try. */
export const scopeFor = (action: AdmissionAction): Scope => SCOPES[ROLES[action]]!;

type Judged = Pick<AdmissionRequest, 'divisionCode' | 'departmentCreditCode' | 'draftedBy'>;

/** Why this viewer does not take this step; null when it may. A request it cannot see is not judged at all. */
export function refusalOf(
  viewer: Viewer,
  action: AdmissionAction,
  request: Judged,
  recipients: readonly string[],
  clock: Clock,
): DomainError | null {
  const { organization, subject } = viewer;
  switch (ROLES[action]) {
    case 'DEPARTMENT':
      if (!sees(viewer, request.divisionCode, clock)) return outsideDuty();
      return organization === request.departmentCreditCode ? null : notTheDepartment();
    case 'DECIDER':
      if (!sees(viewer, request.divisionCode, clock)) return outsideDuty();
      if (organization === null) return bodyUnknown();
      // 谁提出谁不得审批：by organisation, and by person where one works for two.
      return organization === request.departmentCreditCode || subject === request.draftedBy ? drafterDecides() : null;
    case 'RECIPIENT':
      return recipients.some((code) => speaksFor(viewer, code, clock)) ? null : notTheRecipient();
    case 'SYSTEM':
      return outsideDuty();
  }
}

/** A county sees its townships, and does not speak for them: the duty must be of a township or village, at or above the recipient. */
export function speaksFor(viewer: Viewer, recipient: string, clock: Clock): boolean {
  return divisionsOf(viewer, clock).some((code) => code.length > 6 && covers(code, recipient));
}

/** Whether `availableActions` names it. */
export function mayAct(viewer: Viewer, action: AdmissionAction, request: Judged, recipients: readonly string[], clock: Clock): boolean {
  const scope = SCOPES[ROLES[action]];
  return scope !== null && holds(viewer, scope) && refusalOf(viewer, action, request, recipients, clock) === null;
}
