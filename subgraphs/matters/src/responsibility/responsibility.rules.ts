import { type DutyCriteriaFacts, outcomeOf } from './community-duty.rules';
import { type CleanUpOutcome, DutyClass, ResponsibilityListKind } from './responsibility.enums';
import { criteriaMisplaced, criteriaSayKept, dutyClassMissing, partiesMissing, reclaimedByNobody } from './responsibility.errors';
import type { ResponsibilityItem } from './responsibility-item.entity';

type Party = ResponsibilityItem['primaryParties'][number];

/** What an item says, before it has a number and days. */
export interface ItemContent {
  readonly name: string;
  readonly dutyClass: DutyClass | null;
  readonly criteria: DutyCriteriaFacts | null;
  readonly mergedInto: string | null;
  readonly primaryParties: readonly Party[];
  readonly supportingParties: readonly Party[];
  readonly basis: string | null;
  readonly basicCode: string | null;
}

/** Refuses what no list of the kind may say; gives the outcome of a clean-up, which is the tests' to say and nobody else's. */
export function checkItem(kind: ResponsibilityListKind, item: ItemContent): CleanUpOutcome | null {
  const { name, dutyClass, criteria, primaryParties, supportingParties } = item;
  if ((kind === ResponsibilityListKind.DUTY_2024) !== (dutyClass !== null)) throw dutyClassMissing(name);
  const areBothNamed = primaryParties.length > 0 && supportingParties.length > 0;
  const areShared = kind === ResponsibilityListKind.TERRITORIAL || dutyClass === DutyClass.COOPERATIVE;
  if (areShared && !areBothNamed) throw partiesMissing(name);
  // 上级部门收回：谁收回、今后怎么办。
  if (dutyClass === DutyClass.RECLAIMED && !primaryParties.some(({ creditCode, duty }) => creditCode !== null && duty !== ''))
    throw reclaimedByNobody(name);
  if (kind !== ResponsibilityListKind.COMMUNITY_DUTY) {
    if (criteria !== null || item.mergedInto !== null) throw criteriaMisplaced(name);
    return null;
  }
  return criteria === null ? null : cleanUpOutcome(criteria, item.mergedInto);
}

/** What the tests say; who wants to merge what is to be kept is refused. */
export function cleanUpOutcome(criteria: DutyCriteriaFacts, mergedInto: string | null): CleanUpOutcome {
  if (mergedInto !== null && criteria.lawBased && criteria.orderedInWriting && criteria.needed) throw criteriaSayKept();
  return outcomeOf(criteria, mergedInto);
}
