import type { EntityManager } from 'typeorm';

/** Which duty, where, on which day. */
export interface DutyOnDay {
  readonly divisionCode: string;
  readonly day: string;
  readonly dutyName: string;
  readonly basicCode: string | null;
}

/** An admission that held on a day. */
export interface AdmissionInForce {
  readonly id: string;
  readonly dutyName: string;
  readonly documentNumber: string;
}

const IN_FORCE = `SELECT a.id AS id, a.dutyName AS dutyName, r.documentNumber AS documentNumber
  FROM admission_recipient r JOIN admission_request a ON a.id = r.admissionId
  WHERE r.divisionCode = ? AND r.effectiveFrom <= ? AND (r.effectiveTo IS NULL OR r.effectiveTo > ?)`;

/** The published admission that covers the duty at this very place on the day; by catalogue item where both name one, else by name. */
export async function admissionInForce(
  tx: EntityManager,
  { divisionCode, day, dutyName, basicCode }: DutyOnDay,
): Promise<AdmissionInForce | null> {
  const [found] = await tx.query<AdmissionInForce[]>(
    `${IN_FORCE} AND (a.dutyName = ? OR a.basicCode = ?) ORDER BY r.effectiveFrom DESC, a.id LIMIT 1`,
    [divisionCode, day, day, dutyName, basicCode],
  );
  return found ?? null;
}

/** Whether this admission held there on the day. */
export async function isAdmissionInForce(tx: EntityManager, id: string, divisionCode: string, day: string): Promise<boolean> {
  const found = await tx.query<AdmissionInForce[]>(`${IN_FORCE} AND a.id = ?`, [divisionCode, day, day, id]);
  return found[0]?.id === id;
}
