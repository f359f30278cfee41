import type { EntityManager } from 'typeorm';
import type { ThreePower } from './three-powers.enums';
import { ThreePowersState } from './three-powers.enums';
import { ThreePowersGrant } from './three-powers-grant.entity';

export const standingKeyOf = (divisionCode: string, departmentCreditCode: string, power: ThreePower) =>
  `${divisionCode}:${departmentCreditCode}:${power}`;

/** Whether the township holds a power over the department's staff on a day. */
export async function holdsPower(
  tx: EntityManager,
  divisionCode: string,
  departmentCreditCode: string,
  power: ThreePower,
  day: string,
): Promise<boolean> {
  const standingKey = standingKeyOf(divisionCode, departmentCreditCode, power);
  const grant = await tx.findOneBy(ThreePowersGrant, { standingKey, state: ThreePowersState.GRANTED });
  return grant !== null && grant.effectiveFrom <= day;
}
