import { optionalWords, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { type ItemProposal, type ListProposal, type NewList, standingItems, standingList } from '../responsibility/list-publication';
import { ResponsibilityListState } from '../responsibility/responsibility.enums';
import { itemsEmpty } from '../responsibility/responsibility.errors';
import { checkItem, type ItemContent } from '../responsibility/responsibility.rules';
import { checkedBasicCode } from '../texts.rules';
import { itemDetail } from './matter-change.details';
import { ItemChangeKind, MatterChangeKind } from './matter-change.enums';
import { kindUnfit, subjectNotFound, subjectUnclear } from './matter-change.errors';
import { LIST_KINDS } from './matter-change.rules';
import type { Admit, Proposed } from './matter-proposal';

/** One item, as a client gives it. */
export interface ItemChange {
  readonly change: ItemChangeKind;
  readonly itemId?: string | null;
  readonly content?: GivenContent | null;
}

export type GivenContent = { readonly name: string } & {
  readonly [Field in Exclude<keyof ItemContent, 'name' | 'primaryParties' | 'supportingParties'>]?: ItemContent[Field];
} & {
  readonly [Field in 'primaryParties' | 'supportingParties']?:
    | readonly { readonly name: string; readonly duty: string; readonly creditCode?: string | null }[]
    | null;
};

const MOST_ITEMS = 500;

/** A list that is not there yet. */
export function proposedNewList(kind: MatterChangeKind, list: NewList, items: readonly ItemChange[], admit: Admit): Proposed<ListProposal> {
  admit(list.divisionCode, false);
  if (kind !== MatterChangeKind.ADD) throw kindUnfit(kind, 'NEW', [MatterChangeKind.ADD]);
  if (items.length < 1 || items.length > MOST_ITEMS) throw itemsEmpty();
  if (items.some(({ change }) => change !== ItemChangeKind.ADD)) throw subjectUnclear();
  const title = words('title', list.title, 200);
  const proposals = items.map(proposalOf);
  for (const { content } of proposals) checkItem(list.kind, content!);
  return {
    subjectId: null,
    subjectDivision: list.divisionCode,
    subjectName: title,
    baseRevision: null,
    proposal: { list: { ...list, title }, items: proposals },
    details: proposals.map(({ content }) => itemDetail(null, content!)),
  };
}

/** Items of a list that is there, and a draft with them. */
export async function proposedList(
  tx: EntityManager,
  id: string,
  kind: MatterChangeKind,
  items: readonly ItemChange[],
  admit: Admit,
): Promise<Proposed<ListProposal>> {
  const list = await standingList(tx, id);
  if (!list) throw subjectNotFound();
  const isDraft = list.state === ResponsibilityListState.DRAFT;
  admit(list.divisionCode, isDraft);
  const allowed = LIST_KINDS[list.state];
  if (!allowed.includes(kind)) throw kindUnfit(kind, list.state, allowed);
  if (items.length > MOST_ITEMS || (items.length === 0 && !isDraft)) throw itemsEmpty();
  const proposals = items.map(proposalOf);
  const standing = await standingItems(tx, id, proposals);
  for (const { content } of proposals) if (content) checkItem(list.kind, content);
  return {
    subjectId: id,
    subjectDivision: list.divisionCode,
    subjectName: list.title,
    baseRevision: list.version,
    proposal: { items: proposals },
    details: proposals.map(({ itemId, content }) => itemDetail(itemId ? standing.get(itemId)! : null, content ?? null)),
  };
}

/** What is added has no id, what ends has nothing to say. */
function proposalOf({ change, itemId, content }: ItemChange): ItemProposal {
  const isNamed = change !== ItemChangeKind.ADD;
  const isSaid = change !== ItemChangeKind.ABOLISH;
  if (isNamed !== Boolean(itemId) || isSaid !== Boolean(content)) throw subjectUnclear();
  return { ...(itemId && { itemId }), ...(content && { content: contentOf(content) }) };
}

function contentOf(given: GivenContent): ItemContent {
  const { criteria, primaryParties, supportingParties } = given;
  return {
    name: words('name', given.name, 200),
    dutyClass: given.dutyClass ?? null,
    criteria: criteria ? { lawBased: criteria.lawBased, orderedInWriting: criteria.orderedInWriting, needed: criteria.needed } : null,
    mergedInto: optionalWords('mergedInto', given.mergedInto, 200),
    primaryParties: partiesOf(primaryParties),
    supportingParties: partiesOf(supportingParties),
    basis: optionalWords('basis', given.basis, 300),
    basicCode: given.basicCode ? checkedBasicCode(given.basicCode) : null,
  };
}

function partiesOf(parties: GivenContent['primaryParties']): ItemContent['primaryParties'] {
  return (parties ?? []).map(({ name, duty, creditCode }) => ({
    name: words('name', name, 100),
    duty: words('duty', duty, 200),
    creditCode: creditCode ?? null,
  }));
}
