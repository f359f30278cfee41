import type { EntityManager } from 'typeorm';
import type { PowerGrant } from './power-grant.entity';
import { PowerGrantMode } from './power-grant.enums';
import { alreadyHeld, departmentWithoutPower, subDelegation } from './power-grant.errors';

/** Powers that are to be held in a division from a day on, and whose grant it is. */
type Wanted = Pick<PowerGrant, 'id' | 'mode' | 'countyCode' | 'divisionCode' | 'departmentCreditCode' | 'effectiveFrom' | 'effectiveTo'>;

interface HeldElsewhere {
  readonly powerCode: string;
  readonly grantId: string;
}

/** Refuses what somebody holds there already. The caller has the division's turn, so that nobody grants in between. */
export async function refuseHeldTwice(tx: EntityManager, wanted: Wanted, powerIds: readonly string[]): Promise<void> {
  const held = await othersThat(tx, wanted, powerIds, 'held.divisionCode = :divisionCode', { divisionCode: wanted.divisionCode });
  if (held[0]) throw alreadyHeld(codesOf(held), held[0].grantId);
}

/** Refuses what the department has not to give: what it was itself entrusted with, and what was concentrated in another organ. */
export async function refuseWithoutPower(tx: EntityManager, wanted: Wanted, powerIds: readonly string[]): Promise<void> {
  const { departmentCreditCode: department, countyCode } = wanted;
  if (department === null) return;
  const { ENTRUSTED, CENTRALIZED } = PowerGrantMode;
  const entrusted = await othersThat(tx, wanted, powerIds, 'act.mode = :mode AND act.holderCreditCode = :department', {
    mode: ENTRUSTED,
    department,
  });
  if (entrusted.length > 0) throw subDelegation(department, codesOf(entrusted));
  const where = 'act.mode = :mode AND act.countyCode = :countyCode AND act.holderCreditCode <> :department';
  const elsewhere = await othersThat(tx, wanted, powerIds, where, { mode: CENTRALIZED, countyCode, department });
  if (elsewhere.length > 0) throw departmentWithoutPower(department, codesOf(elsewhere));
}

/** Other grants of the same powers, on some of the same days. What was taken back on its first day was never held. */
function othersThat(
  tx: EntityManager,
  { id, effectiveFrom: from, effectiveTo: to }: Wanted,
  powerIds: readonly string[],
  where: string,
  parameters: Readonly<Record<string, string>>,
): Promise<HeldElsewhere[]> {
  const query = tx
    .createQueryBuilder()
    .select('held.powerCode', 'powerCode')
    .addSelect('held.grantId', 'grantId')
    .from('granted_power', 'held')
    .innerJoin('power_grant', 'act', 'act.id = held.grantId')
    .where('held.powerId IN (:...powerIds) AND held.grantId <> :id', { powerIds, id })
    .andWhere('(held.validTo IS NULL OR (held.validTo > :from AND held.validTo > held.validFrom))', { from })
    .andWhere(where, parameters);
  if (to !== null) query.andWhere('held.validFrom < :to', { to });
  return query.orderBy('held.powerCode').addOrderBy('held.grantId').getRawMany<HeldElsewhere>();
}

const codesOf = (held: readonly HeldElsewhere[]) => [...new Set(held.map(({ powerCode }) => powerCode))];
