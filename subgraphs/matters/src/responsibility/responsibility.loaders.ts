import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ResponsibilityItemRepository, ResponsibilityListRepository } from './responsibility.repository';

/** Batches for one request. */
export function responsibilityLoaders(lists: ResponsibilityListRepository, items: ResponsibilityItemRepository, viewer: Viewer) {
  return {
    responsibilityListById: oneByKey(
      (ids: readonly string[]) => lists.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    responsibilityItemById: oneByKey(
      (ids: readonly string[]) => items.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    itemsByResponsibilityList: new NestedConnections(items.under(viewer, 'listId')),
    responsibilityItemsByDivision: new NestedConnections(items.under(viewer, 'divisionCode')),
  };
}
