import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { CatalogueRepository } from './catalogue.repository';

/** Batches for one request. */
export function catalogueLoaders(catalogues: CatalogueRepository, viewer: Viewer) {
  return {
    catalogueById: catalogues.byKey(viewer, 'id'),
    itemsByCatalogue: manyByKey(
      (ids: readonly string[]) => catalogues.findItems(ids),
      ({ catalogueId }) => catalogueId,
    ),
    catalogueItemById: oneByKey(
      (ids: readonly string[]) => catalogues.findItemsById(ids),
      ({ id }) => id,
    ),
    vetoesByCatalogue: manyByKey(
      (ids: readonly string[]) => catalogues.findVetoes(ids),
      ({ catalogueId }) => catalogueId,
    ),
  };
}
