import { type Concern, ROW } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest } from './admission-request.entity';

/** Once it was submitted, and is no draft again: a draft is the department's own, also one that was dropped. */
const asked = (request: string) => `${request}.round > 0 AND ${request}.state <> 'DRAFT'`;

/** The townships and villages that a request names. */
export const NAMED = `SELECT 1 FROM admission_recipient r WHERE r.admissionId = ${ROW}.id`;

/** A request concerns those that it names: they read it, so they are told of it, and of what is due in it. */
export const CONCERNED: Concern = { column: 'r.divisionCode', among: `${NAMED} AND ${asked(ROW)}` };

/** The same of the deadlines of requests. */
export const CONCERNED_BY_DEADLINE: Concern = {
  column: 'r.divisionCode',
  among: `SELECT 1 FROM admission_recipient r INNER JOIN admission_request a ON a.id = r.admissionId
    WHERE ${ROW}.subjectType = 'AdmissionRequest' AND r.admissionId = ${ROW}.subjectId AND ${asked('a')}`,
};

/** The same for events, of one request as it stands. */
export async function divisionsNamed(tx: EntityManager, admissionId: string): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(AdmissionRecipient, 'recipient')
    .innerJoin(AdmissionRequest, 'request', `request.id = recipient.admissionId AND ${asked('request')}`)
    .where('recipient.admissionId = :admissionId', { admissionId })
    .orderBy('recipient.divisionCode')
    .getMany();
  return rows.map(({ divisionCode }) => divisionCode);
}
