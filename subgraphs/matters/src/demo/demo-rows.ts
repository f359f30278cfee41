import { demoId } from '@township-graph/shared/demo/demo-id';
import { type DemoOrganization, departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel, makeImplementationCode } from '@township-graph/shared/implementation-code';
import { GuideClass, HandlingKind, KIND_CODES, MatterRank, MatterState, PowerSource, type VillageRole } from '../matter/matter.enums';
import { checkMatter } from '../matter/matter.rules';
import { TimeUnit } from '../matter/time-limit';
import { nameKeyOf } from '../search/search-words';
import { type CatalogueItem, catalogue, type DemoHandling } from './catalogue';
import { guideDetails } from './guide-details';
import type { Leaf, Variant } from './variants';

/** One matter of the demonstration: what, by whom, where. */
export interface MatterPlan {
  readonly leaf: Leaf;
  readonly organ: DemoOrganization;
  readonly level: ExerciseLevel;
  readonly handling: DemoHandling;
  readonly sites: readonly string[];
  readonly validFrom: string;
  readonly villageRole?: VillageRole | null;
  readonly selfService?: boolean;
  readonly state?: MatterState;
  /** The day its promise was shortened; before it stood at the statutory limit. */
  readonly shortenedOn?: string;
  /** The day it was taken out of the list. */
  readonly abolishedOn?: string;
}

const CLASSES: Readonly<Record<DemoHandling, GuideClass>> = {
  OWN: GuideClass.STATUTORY,
  DIRECT_GRANT: GuideClass.DELEGATED,
  ENTRUST: GuideClass.DELEGATED,
  FORWARD: GuideClass.DELEGATED,
  KIOSK: GuideClass.DELEGATED,
  STATIONED: GuideClass.STATIONED,
};

const SOURCES: Readonly<Record<DemoHandling, PowerSource>> = {
  OWN: PowerSource.STATUTORY,
  DIRECT_GRANT: PowerSource.DEVOLVED,
  // The department's own by law; that townships handle it does not make it theirs.
  ENTRUST: PowerSource.STATUTORY,
  FORWARD: PowerSource.STATUTORY,
  KIOSK: PowerSource.STATUTORY,
  STATIONED: PowerSource.STATUTORY,
};

/** A township acts in its own name only in what is its own or was granted to it. */
export const actsInOwnName = (handling: DemoHandling): boolean => handling === 'OWN' || handling === 'DIRECT_GRANT';

/** The organ whose matter it is. */
export function organOf(item: CatalogueItem, handling: DemoHandling, townshipCode: string): DemoOrganization {
  return actsInOwnName(handling) ? townshipGovernmentOf(townshipCode) : departmentOf(townshipCode.slice(0, 6), item.leadDepartment);
}

/** Gathers the rows of matters; parents come with their first child. */
export class DemoRows {
  readonly matters: object[] = [];
  readonly guides: object[] = [];
  readonly sites: { readonly matterId: string }[] = [];
  readonly names = new Set<string>();
  private readonly mainItems = new Map<string, string>();

  /** Adds a matter with its main item, guide and sites; gives its id. */
  add(plan: MatterPlan): string {
    const { leaf, sites, validFrom, abolishedOn } = plan;
    const id = this.addItem(plan, leaf.variant, this.mainItem(plan));
    for (const divisionCode of sites) {
      const site = { matterId: id, divisionCode, validFrom, validTo: abolishedOn ?? null, villageRole: null };
      this.sites.push(site);
    }
    return id;
  }

  /** The real matter in the organ's list: a heading, handled nowhere itself. */
  private mainItem(plan: MatterPlan): string {
    const { organ, level, leaf } = plan;
    const key = `${organ.creditCode}:${level}:${leaf.item.serial}`;
    let id = this.mainItems.get(key);
    if (!id) {
      const { shortenedOn: _shortened, abolishedOn: _abolished, ...standing } = plan;
      id = this.addItem(standing, null, null);
      this.mainItems.set(key, id);
    }
    return id;
  }

  private addItem(plan: MatterPlan, variant: Variant | null, parentId: string | null): string {
    const { leaf, validFrom, shortenedOn, abolishedOn } = plan;
    const row = matterRow(plan, variant, parentId);
    const longer = leaf.item.statutoryLimit ?? { value: row.promisedValue * 2, unit: TimeUnit.WORKDAY };
    const first = { ...row, revision: 1, validFrom, validTo: shortenedOn ?? abolishedOn ?? null };
    if (shortenedOn) {
      this.addRevision({ ...first, promisedValue: longer.value, promisedUnit: longer.unit }, plan);
      this.addRevision({ ...row, revision: 2, validFrom: shortenedOn, validTo: null }, plan);
    } else {
      this.addRevision(first, plan);
      if (abolishedOn) this.addRevision({ ...row, revision: 2, state: MatterState.ABOLISHED, validFrom: abolishedOn, validTo: null }, plan);
    }
    this.names.add(row.name);
    return row.id;
  }

  private addRevision(row: ReturnType<typeof matterRow> & { revision: number }, { leaf }: MatterPlan): void {
    checkMatter(row);
    this.matters.push(row);
    this.guides.push({
      matterId: row.id,
      revision: row.revision,
      onSiteReason: row.onSiteVisits > 0 ? '核验身份和材料原件' : null,
      ...guideDetails(leaf.item, row.handlingKind, {
        byMachine: row.instantApproval || row.singleCertificate,
        selfService: row.selfService,
      }),
    });
  }
}

function matterRow(plan: MatterPlan, variant: Variant | null, parentId: string | null) {
  const { leaf, organ, level, handling, villageRole = null, state = MatterState.PUBLISHED } = plan;
  // A heading is handled nowhere, so at no kiosk either.
  const selfService = variant !== null && (plan.selfService ?? false);
  const byMachine = variant?.share === 0;
  const { item } = leaf;
  const lead = departmentOf(organ.divisionCode.slice(0, 6), item.leadDepartment);
  const basicCode = basicCodeOf(item, variant, organ.divisionCode);
  const implementationCode = makeImplementationCode({ creditCode: organ.creditCode!, exerciseLevel: level, basicCode });
  const promisedValue = byMachine ? 0 : Math.ceil(item.demoPromisedWorkdays * (variant?.share ?? 1));
  const handlingKind = promisedValue === 0 ? HandlingKind.IMMEDIATE : HandlingKind.PROMISED;
  const name = variant ? `${item.name}（${variant.label}）` : item.name;
  const isEven = item.serial % 2 === 0;
  return {
    id: demoId(`matter:${implementationCode}`),
    basicCode,
    implementationCode,
    localCode: `DEMO-${organ.divisionCode}-${basicCode}`,
    name,
    nameKey: nameKeyOf(name),
    rank: variant ? MatterRank.HANDLING_ITEM : MatterRank.MAIN,
    parentId,
    kind: item.kind,
    exerciseLevel: level,
    divisionCode: organ.divisionCode,
    state,
    implementingCreditCode: organ.creditCode!,
    implementingName: organ.name,
    leadCreditCode: lead.creditCode,
    leadName: lead.name,
    powerSource: SOURCES[handling],
    handlingKind,
    statutoryValue: item.statutoryLimit?.value ?? null,
    statutoryUnit: item.statutoryLimit?.unit ?? null,
    promisedValue,
    promisedUnit: TimeUnit.WORKDAY,
    stepCount: guideDetails(item, handlingKind, { byMachine, selfService }).steps.length,
    onSiteVisits: handlingKind === HandlingKind.IMMEDIATE ? 0 : 1,
    villageRole: level === ExerciseLevel.VILLAGE ? villageRole : null,
    instantApproval: byMachine && isEven,
    singleCertificate: byMachine && !isEven,
    selfService,
    // What a village accepts for a department came down by no delegation.
    guideClass: level === ExerciseLevel.VILLAGE && handling !== 'OWN' ? null : CLASSES[handling],
    basisVerified: item.legalBases.every(({ verified }) => verified),
    isDemonstration: true,
    validFrom: plan.validFrom,
    validTo: null as string | null,
  };
}

let departments: readonly string[] | undefined;

/** Province, kind, department, main item from 900, variant: made up, but made up the right way. */
export function basicCodeOf(item: CatalogueItem, variant: Variant | null, divisionCode: string): string {
  departments ??= [...new Set(catalogue().map(({ leadDepartment }) => leadDepartment))];
  const department = 50 + departments.indexOf(item.leadDepartment);
  return `${divisionCode.slice(0, 2)}${KIND_CODES[item.kind]}${department}${900 + item.serial}${variant?.serial ?? '000'}`;
}
