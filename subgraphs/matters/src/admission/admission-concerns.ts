import type { EntityManager } from 'typeorm';
import { AdmissionState } from './admission.enums';
import { AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest } from './admission-request.entity';

/** Once it was submitted, and is no draft again: a draft is the department's own, also one that was dropped. */
const ASKED = 'request.id = recipient.admissionId AND request.round > 0 AND request.state <> :draft';

/** The townships and villages that a request concerns as it stands: they read it (AdmissionRepository), so they are told of it. */
export async function divisionsNamed(tx: EntityManager, admissionId: string): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(AdmissionRecipient, 'recipient')
    .innerJoin(AdmissionRequest, 'request', ASKED, { draft: AdmissionState.DRAFT })
    .where('recipient.admissionId = :admissionId', { admissionId })
    .orderBy('recipient.divisionCode')
    .getMany();
  return rows.map(({ divisionCode }) => divisionCode);
}
