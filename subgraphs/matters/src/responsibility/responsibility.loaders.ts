import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ResponsibilityItemRepository, ResponsibilityListRepository } from './responsibility.repository';

/** Batches for one request. */
export function responsibilityLoaders(lists: ResponsibilityListRepository, items: ResponsibilityItemRepository, viewer: Viewer) {
  return {
    responsibilityListById: lists.byKey(viewer, 'id'),
    responsibilityItemById: items.byKey(viewer, 'id'),
    itemsByResponsibilityList: new NestedConnections(items.under(viewer, 'listId')),
    responsibilityItemsByDivision: new NestedConnections(items.under(viewer, 'divisionCode')),
  };
}
