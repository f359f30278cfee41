import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ResponsibilityListKind } from './responsibility.enums';
import { ResponsibilityListState } from './responsibility.enums';
import { itemAlreadyChanged, itemNotFound } from './responsibility.errors';
import { checkItem, type ItemContent } from './responsibility.rules';
import { ResponsibilityItem } from './responsibility-item.entity';
import { ResponsibilityList } from './responsibility-list.entity';

/** What a change does to one item: adds one (no itemId), says it anew, or ends it (no content). */
export interface ItemProposal {
  readonly itemId?: string;
  readonly content?: ItemContent;
}

/** A list that is not there yet. */
export interface NewList {
  readonly divisionCode: string;
  readonly kind: ResponsibilityListKind;
  readonly level: ExerciseLevel;
  readonly title: string;
}

export interface ListProposal {
  readonly list?: NewList;
  readonly items: readonly ItemProposal[];
}

/** What publishes a change of a list. */
export interface ListPublication {
  readonly documentNumber: string;
  readonly day: string;
  readonly organizationCreditCode: string;
  readonly organizationName: string;
}

/** The list, in whatever state; who may know of it is the caller's to ask. */
export async function standingList(tx: EntityManager, id: string): Promise<ResponsibilityList | null> {
  const list = await tx.findOneBy(ResponsibilityList, { id });
  return list?.id === id ? list : null;
}

/** The items that a proposal names, by their ids; all of them stand in the list and have not ended. */
export async function standingItems(
  tx: EntityManager,
  listId: string,
  items: readonly ItemProposal[],
): Promise<Map<string, ResponsibilityItem>> {
  const found = new Map<string, ResponsibilityItem>();
  for (const { itemId } of items) {
    if (itemId === undefined) continue;
    const item = await tx.findOneBy(ResponsibilityItem, { id: itemId, listId });
    if (item?.id !== itemId) throw itemNotFound();
    if (item.validTo !== null || found.has(itemId)) throw itemAlreadyChanged(item.name);
    found.set(itemId, item);
  }
  return found;
}

/** A new list with its items, in force from the day. Gives its id. */
export async function publishNewList(tx: EntityManager, { list, items }: ListProposal, publication: ListPublication): Promise<string> {
  const { documentNumber, day, organizationCreditCode, organizationName } = publication;
  const row = {
    ...list!,
    id: uuid(),
    documentNumber,
    organizationCreditCode,
    organizationName,
    publishedOn: day,
    state: ResponsibilityListState.PUBLISHED,
    itemCount: items.length,
    version: 1,
    isDemonstration: false,
  };
  await insertAll(tx, ResponsibilityList, [row]);
  const rows = items.map(({ content }, index) => itemRow(row, content!, index + 1, day));
  await insertAll(tx, ResponsibilityItem, rows);
  return row.id;
}

/**
 * The next version of a list: what changes ends on the day and what replaces it begins there. A list in draft is published
 * with it. Gives the version; null if somebody else changed the list since the base.
 */
export async function publishListChange(
  tx: EntityManager,
  list: ResponsibilityList,
  baseVersion: number,
  { items }: ListProposal,
  { documentNumber, day }: ListPublication,
): Promise<number | null> {
  const { id } = list;
  const isDraft = list.state === ResponsibilityListState.DRAFT;
  const standing = await standingItems(tx, id, items);
  let serial = Number((await tx.maximum(ResponsibilityItem, 'serial', { listId: id })) ?? 0);
  const added: object[] = [];
  for (const { itemId, content } of items) {
    const item = itemId === undefined ? null : standing.get(itemId)!;
    if (item?.validFrom && item.validFrom >= day) throw itemAlreadyChanged(item.name);
    // An item of a draft was never in force: it is replaced without a trace.
    if (item && isDraft) await tx.delete(ResponsibilityItem, { id: item.id });
    else if (item) await tx.update(ResponsibilityItem, { id: item.id }, { validTo: day, version: item.version + 1 });
    if (content) added.push(itemRow(list, content, item?.serial ?? ++serial, day, isDraft ? null : (item?.id ?? null)));
  }
  if (isDraft) await tx.update(ResponsibilityItem, { listId: id }, { validFrom: day });
  await insertAll(tx, ResponsibilityItem, added);
  const itemCount = await tx
    .createQueryBuilder(ResponsibilityItem, 'item')
    .where('item.listId = :id AND (item.validTo IS NULL OR item.validTo > :day)', { id, day })
    .getCount();
  const published = isDraft ? { state: ResponsibilityListState.PUBLISHED, publishedOn: day, documentNumber } : {};
  const { affected } = await tx.update(
    ResponsibilityList,
    { id, version: baseVersion },
    { ...published, itemCount, version: baseVersion + 1 },
  );
  return affected === 1 ? baseVersion + 1 : null;
}

function itemRow(
  list: Pick<ResponsibilityList, 'id' | 'divisionCode' | 'kind'>,
  content: ItemContent,
  serial: number,
  day: string,
  replacesId: string | null = null,
): object {
  const { id: listId, divisionCode, kind } = list;
  const outcome = checkItem(kind, content);
  return { ...content, id: uuid(), listId, divisionCode, kind, serial, outcome, version: 1, validFrom: day, validTo: null, replacesId };
}
