import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { DocumentRepository } from './document.repository';

/** Batches for one request. All versions of a case's documents, oldest first: ids are made in order of time. */
export function documentLoaders(documents: DocumentRepository, viewer: Viewer) {
  return {
    documentById: documents.byKey(viewer, 'id'),
    documentsByCase: manyByKey(
      async (ids: readonly string[]) => (await documents.findBy(viewer, 'caseId', ids)).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ({ caseId }) => caseId,
    ),
  };
}
