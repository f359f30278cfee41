import { demoId } from '@township-graph/shared/demo/demo-id';
import { departmentOf } from '@township-graph/shared/demo/roster';
import { DelegationMode, DelegationState } from '../delegation/delegation.enums';
import { checkDelegation } from '../delegation/delegation.rules';
import { basicCodeOf } from './demo-rows';
import type { Leaf } from './variants';

export interface DelegationPlan {
  readonly countyCode: string;
  readonly leaf: Leaf;
  readonly mode: DelegationMode;
  readonly batch: { readonly number: string; readonly name: string };
  readonly effectiveFrom: string;
  readonly reclaimedOn?: string;
  readonly state?: DelegationState;
  readonly matterIds: readonly string[];
  readonly recipients: readonly string[];
}

/** Gathers the rows of delegations. */
export class DemoDelegations {
  readonly delegations: object[] = [];
  readonly recipients: object[] = [];
  readonly links: object[] = [];

  add({ countyCode, leaf, mode, batch, effectiveFrom, reclaimedOn, state, matterIds, recipients }: DelegationPlan): void {
    const { item, variant } = leaf;
    const department = departmentOf(countyCode, item.leadDepartment);
    const basicCode = basicCodeOf(item, variant, countyCode);
    const id = demoId(`delegation:${countyCode}:${basicCode}:${batch.number}`);
    const row = {
      id,
      divisionCode: countyCode,
      mode,
      basicCode,
      matterName: `${item.name}（${variant.label}）`,
      matterId: matterIds[0]!,
      delegatingCreditCode: department.creditCode!,
      delegatingName: department.name,
      batchNumber: batch.number,
      batchName: batch.name,
      ...agreementOf(mode, effectiveFrom, item.serial),
      effectiveFrom,
      effectiveTo: null,
      reclaimedOn: reclaimedOn ?? null,
      state: state ?? DelegationState.PUBLISHED,
    };
    checkDelegation(row);
    this.delegations.push(row);
    this.recipients.push(...recipients.map((divisionCode) => ({ delegationId: id, divisionCode })));
    this.links.push(...matterIds.map((matterId) => ({ delegationId: id, matterId })));
  }
}

/** One agreement a department's matter, dated the first day of its month; 示例 says whose invention it is. */
function agreementOf(mode: DelegationMode, effectiveFrom: string, serial: number) {
  if (mode !== DelegationMode.ENTRUST) return { agreementNumber: null, agreementSignedOn: null };
  return { agreementNumber: `示例委〔${effectiveFrom.slice(0, 4)}〕${serial}号`, agreementSignedOn: `${effectiveFrom.slice(0, 8)}01` };
}
