import { isCitizenId } from '@township-graph/shared/citizen-id';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { textOf } from '@township-graph/shared/stated-text';
import { DelegationMode } from '../delegation/delegation.enums';
import { VillageRole } from '../matter/matter.enums';
import { ApplicantKind, HandlerTier } from './application.enums';
import { identityMalformed } from './application.errors';

/** Who applies, as it was entered. */
export interface ApplicantGiven {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly organizationName?: string | null;
  readonly idNumber?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly agentName?: string | null;
}

/** Columns of the applicant, or a refusal of what cannot be one. */
export function applicantColumns({ kind, name, organizationName, idNumber, phone, address, agentName }: ApplicantGiven) {
  const number = idNumber?.trim().toUpperCase() || null;
  if (number !== null && !isCitizenId(number)) throw identityMalformed();
  return {
    applicantKind: kind,
    applicantName: textOf('applicant.name', name, 100)!,
    applicantOrganization:
      kind === ApplicantKind.NATURAL_PERSON ? null : (textOf('applicant.organizationName', organizationName ?? name, 100) ?? null),
    applicantIdNumber: number,
    applicantPhone: textOf('applicant.phone', phone, 20),
    applicantAddress: textOf('applicant.address', address, 200),
    agentName: textOf('applicant.agentName', agentName, 100),
  };
}

/** Where an application begins: at the village that takes it in, or the township. */
export function tierOfPlace(divisionCode: string): HandlerTier {
  if (divisionCode.length === 12) return HandlerTier.VILLAGE;
  return divisionCode.length === 9 ? HandlerTier.TOWNSHIP : HandlerTier.DEPARTMENT;
}

export interface DecidingFacts {
  readonly exerciseLevel: ExerciseLevel;
  readonly villageRole: VillageRole | null;
  /** How it came down to the place where it is taken in; null where it did not. */
  readonly delegation: DelegationMode | null;
  readonly place: HandlerTier;
}

/**
 * Who decides. A village decides what it may complete itself (直接办结); a township what is exercised there, in its own
 * name, the department's (委托) or by the department's staff (驻场); what is only forwarded (服务前移), the department.
 */
export function decidingTier({ exerciseLevel, villageRole, delegation, place }: DecidingFacts): HandlerTier {
  if (place === HandlerTier.DEPARTMENT || delegation === DelegationMode.FORWARD) return HandlerTier.DEPARTMENT;
  if (place === HandlerTier.VILLAGE && villageRole === VillageRole.DIRECT) return HandlerTier.VILLAGE;
  const isTownships = exerciseLevel === ExerciseLevel.TOWNSHIP || exerciseLevel === ExerciseLevel.VILLAGE || delegation !== null;
  return isTownships ? HandlerTier.TOWNSHIP : HandlerTier.DEPARTMENT;
}

/** One tier up, on the way to who decides: village → township → department. */
export function nextTier(tier: HandlerTier): HandlerTier {
  return tier === HandlerTier.VILLAGE ? HandlerTier.TOWNSHIP : HandlerTier.DEPARTMENT;
}
