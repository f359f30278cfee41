import { words } from '@township-graph/shared/stated-text';
import { hashed } from '../concerned-party/concerned-party.rules';
import type { InspectionCheck } from './inspection-check.entity';
import type { InspectionItem } from './inspection-item.entity';
import type { JointInspectionPlan } from './inspection-plan.entity';
import type { FoundOfItem } from './joint-inspection.commands';
import { InspectionGround, InspectionItemState, InspectionPlanState, InspectionResult } from './joint-inspection.enums';
import {
  findingMissing,
  groundAndPlan,
  itemsNeeded,
  outsideList,
  outsidePlan,
  planElsewhere,
  planNotPublished,
  resultsIncomplete,
} from './joint-inspection.errors';

const MOST_ITEMS = 100;

export function checkItemIds(itemIds: readonly string[]): void {
  if (itemIds.length < 1 || itemIds.length > MOST_ITEMS || new Set(itemIds).size < itemIds.length) throw itemsNeeded();
}

/** Nothing outside the list that is published for the place is inspected (国办发〔2024〕54号). */
export function checkListed(items: readonly InspectionItem[], itemIds: readonly string[], place: string): void {
  const listed = items.filter(({ state, divisionCode }) => state === InspectionItemState.LISTED && place.startsWith(divisionCode));
  const known = new Set(listed.map(({ id }) => id));
  const outside = itemIds.filter((id) => !known.has(id));
  if (outside.length > 0) throw outsideList(outside);
}

/** A planned visit names its plan; any other the reason why it does without. */
export function checkGround(ground: InspectionGround, planId: string | null | undefined, reason: string | null | undefined): void {
  const isPlanned = ground === InspectionGround.PLAN;
  if (isPlanned !== Boolean(planId) || isPlanned === Boolean(reason?.trim())) throw groundAndPlan();
}

/** A plan lets visits start once it is published, in its place, its year and for its items. */
export function checkPlan(plan: JointInspectionPlan, itemIds: readonly string[], place: string, today: string): void {
  if (plan.state !== InspectionPlanState.PUBLISHED) throw planNotPublished(plan.state);
  if (!place.startsWith(plan.divisionCode) || plan.year !== Number(today.slice(0, 4))) throw planElsewhere();
  const outside = itemIds.filter((id) => !plan.itemIds.includes(id));
  if (outside.length > 0) throw outsidePlan(outside);
}

/** Each item has one result; a problem is said in words, and only a problem. */
export function checkedResults(checks: readonly InspectionCheck[], results: readonly FoundOfItem[]): FoundOfItem[] {
  const wanted = new Set(checks.map(({ itemId }) => itemId));
  const given = new Set(results.map(({ itemId }) => itemId));
  const amiss = [...new Set([...wanted, ...given])].filter((id) => !wanted.has(id) || !given.has(id));
  if (amiss.length > 0 || results.length > given.size) throw resultsIncomplete(amiss);
  return results.map(({ itemId, result, finding }) => {
    const isProblem = result !== InspectionResult.NO_PROBLEM;
    if (isProblem !== Boolean(finding?.trim())) throw findingMissing(itemId);
    return { itemId, result, finding: isProblem ? words('finding', finding, 500) : null };
  });
}

/** Who is visited, whatever the visit: by credit code, or else by name and township. */
export function partyKeyOf(creditCode: string | null, name: string, place: string): string {
  return creditCode ?? hashed(name, place.slice(0, 9));
}
