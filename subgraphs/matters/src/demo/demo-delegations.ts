import { demoId } from '@township-graph/shared/demo/demo-id';
import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { DelegationMode, DelegationState, OpenApplicationsRule } from '../delegation/delegation.enums';
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
      legalBasis: '示例：县级人民政府赋权决定',
      ...courseOf(state ?? DelegationState.PUBLISHED, effectiveFrom, reclaimedOn ?? null, item.serial),
      version: 1,
    };
    checkDelegation(row);
    this.delegations.push(row);
    this.recipients.push(...recipients.map((divisionCode) => ({ delegationId: id, divisionCode, ...governmentOf(divisionCode) })));
    this.links.push(...matterIds.map((matterId) => ({ delegationId: id, matterId })));
  }
}

/** One agreement a department's matter, dated the first day of its month; 示例 says whose invention it is. */
function agreementOf(mode: DelegationMode, effectiveFrom: string, serial: number) {
  if (mode !== DelegationMode.ENTRUST) return { agreementNumber: null, agreementSignedOn: null };
  return { agreementNumber: `示例委〔${effectiveFrom.slice(0, 4)}〕${serial}号`, agreementSignedOn: `${effectiveFrom.slice(0, 8)}01` };
}

function governmentOf(divisionCode: string) {
  const { creditCode, name } = townshipGovernmentOf(divisionCode);
  return { organizationCreditCode: creditCode, organizationName: name };
}

/** Published on its first day, and taken back for good where it was: by documents that say whose invention they are. */
function courseOf(state: DelegationState, effectiveFrom: string, reclaimedOn: string | null, serial: number) {
  if (state === DelegationState.DRAFT) return { state, reclaimedOn };
  const published = { publishedOn: effectiveFrom, publicationNumber: documentNumber(effectiveFrom, serial) };
  if (reclaimedOn === null) return { ...published, state, reclaimedOn };
  return {
    ...published,
    state: DelegationState.RECLAIMED,
    reclaimedOn,
    reclaimLegalBasis: '示例：省级人民政府调整赋权事项的决定',
    reclaimNumber: documentNumber(reclaimedOn, serial),
    openApplications: OpenApplicationsRule.FINISH_BY_TOWNSHIP,
  };
}

const documentNumber = (day: string, serial: number) => `示例政〔${day.slice(0, 4)}〕${serial}号`;
