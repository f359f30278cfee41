import type { EntityManager } from 'typeorm';
import { PowerGrant } from '../power-grant/power-grant.entity';
import { EnforcementTeam } from '../team/team.entity';

/** An organ that reads its cases here, and where. */
export interface ReceivingOrgan {
  readonly creditCode: string;
  readonly divisionCode: string;
}

/** The organ of that code, if powers or a team of this graph are its own; null of any other, which answers on paper. */
export async function receivingOrgan(tx: EntityManager, creditCode: string): Promise<ReceivingOrgan | null> {
  const held = await tx.findOneBy(PowerGrant, { holderCreditCode: creditCode });
  if (held) return { creditCode, divisionCode: held.divisionCode };
  const given = await tx.findOneBy(PowerGrant, { departmentCreditCode: creditCode });
  if (given) return { creditCode, divisionCode: given.countyCode };
  const team = await tx.findOneBy(EnforcementTeam, { organCreditCode: creditCode });
  return team && { creditCode, divisionCode: team.divisionCode };
}

/** Those of them that there are. */
export async function receivingOrgans(tx: EntityManager, creditCodes: readonly string[]): Promise<ReceivingOrgan[]> {
  const found = await Promise.all(creditCodes.map((creditCode) => receivingOrgan(tx, creditCode)));
  return found.flatMap((organ) => organ ?? []);
}
