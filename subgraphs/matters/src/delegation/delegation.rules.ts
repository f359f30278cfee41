import type { Delegation } from './delegation.entity';
import { DelegationMode } from './delegation.enums';
import { agreementMissing, delegationDaysReversed } from './delegation.errors';

export type DelegationFacts = Pick<
  Delegation,
  'basicCode' | 'mode' | 'agreementNumber' | 'agreementSignedOn' | 'effectiveFrom' | 'effectiveTo' | 'reclaimedOn'
>;

/** Refuses what the law does not let pass down. Whoever writes a delegation asks this first. */
export function checkDelegation(delegation: DelegationFacts): void {
  const { mode, basicCode, agreementNumber, agreementSignedOn, effectiveFrom, effectiveTo, reclaimedOn } = delegation;
  if (mode === DelegationMode.ENTRUST && (!agreementNumber || !agreementSignedOn)) throw agreementMissing(basicCode);
  for (const end of [effectiveTo, reclaimedOn]) if (end !== null && end < effectiveFrom) throw delegationDaysReversed(basicCode);
}
