import { demoChildrenOf, LANKAO } from '@township-graph/shared/demo/divisions';
import { demoOrganization, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { HandlerTier } from '../../application/application.enums';
import { decidingTier, tierOfPlace } from '../../application/intake.rules';
import { type DelegationMode, DelegationState } from '../../delegation/delegation.enums';
import type { Matter } from '../../matter/matter.entity';
import { HandlingKind, MatterState, type VillageRole } from '../../matter/matter.enums';
import type { DemoDelegations } from '../demo-delegations';
import type { DemoRows } from '../demo-rows';

/** A matter at a place: what one can apply for there, and who decides. */
export interface Offer {
  readonly revisions: readonly Matter[];
  readonly villageRole: VillageRole | null;
  readonly decidingTier: HandlerTier;
}

/** A township or village of 兰考 where applications are taken in. */
export interface Place {
  readonly divisionCode: string;
  readonly tier: HandlerTier;
  readonly immediate: readonly Offer[];
  readonly promised: readonly Offer[];
  /** Who acts there, by tier: the village committee, the township's government. */
  readonly organizations: Readonly<Partial<Record<HandlerTier, string>>>;
}

export interface Township {
  readonly center: Place;
  readonly villages: readonly Place[];
}

/** What each township and village of 兰考 handles throughout, by the rows that the demonstration loads: nothing reclaimed, nothing in draft. */
export function lankaoTownships({ matters, sites }: DemoRows, { delegations, links }: DemoDelegations): Township[] {
  const revisions = grouped(matters as Matter[], ({ id }) => id);
  const modes = modesOf(delegations as GrantRow[], links as LinkRow[]);
  const standing = (sites as SiteRow[]).filter(
    ({ matterId, divisionCode, validTo }) =>
      divisionCode.startsWith(LANKAO) && validTo === null && revisions.get(matterId)!.every(({ state }) => state === MatterState.PUBLISHED),
  );
  const handledAt = grouped(standing, ({ divisionCode }) => divisionCode);
  const placeOf = (divisionCode: string): Place => {
    const place = tierOfPlace(divisionCode);
    const offers = (handledAt.get(divisionCode) ?? []).map(({ matterId }): Offer => {
      const ofMatter = revisions.get(matterId)!;
      const { exerciseLevel, villageRole } = ofMatter[0]!;
      const delegation = modes.get(matterId) ?? null;
      return { revisions: ofMatter, villageRole, decidingTier: decidingTier({ exerciseLevel, villageRole, delegation, place }) };
    });
    const isImmediate = ({ revisions: [first] }: Offer) => first!.handlingKind === HandlingKind.IMMEDIATE;
    return {
      divisionCode,
      tier: place,
      immediate: offers.filter(isImmediate),
      promised: offers.filter((offer) => !isImmediate(offer)),
      organizations: organizationsOf(divisionCode),
    };
  };
  return governedTownshipsOf(LANKAO).map((code) => ({
    center: placeOf(code),
    villages: demoChildrenOf(code).map((village) => placeOf(village.code)),
  }));
}

/** The revision that holds on a day. */
export function matterOn({ revisions }: Offer, day: string): Matter {
  const found = revisions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  if (!found) throw new Error(`${revisions[0]!.name} is not handled on ${day}`);
  return found;
}

interface SiteRow {
  readonly matterId: string;
  readonly divisionCode: string;
  readonly validTo: string | null;
}

interface GrantRow {
  readonly id: string;
  readonly mode: DelegationMode;
  readonly state: DelegationState;
}

interface LinkRow {
  readonly delegationId: string;
  readonly matterId: string;
}

/** How each matter came down: in 兰考, what still stands came down once, to all townships. */
function modesOf(delegations: readonly GrantRow[], links: readonly LinkRow[]): ReadonlyMap<string, DelegationMode> {
  const published = new Map(
    delegations.filter(({ state }) => state === DelegationState.PUBLISHED).map(({ id, mode }) => [id, mode] as const),
  );
  return new Map(
    links.flatMap(({ delegationId, matterId }) => (published.has(delegationId) ? [[matterId, published.get(delegationId)!] as const] : [])),
  );
}

function organizationsOf(divisionCode: string): Place['organizations'] {
  const township = townshipGovernmentOf(divisionCode.slice(0, 9)).creditCode!;
  return tierOfPlace(divisionCode) === HandlerTier.VILLAGE
    ? { VILLAGE: demoOrganization(divisionCode, 'COMMITTEE').creditCode!, TOWNSHIP: township }
    : { TOWNSHIP: township };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
