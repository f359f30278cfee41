import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey } from '@township-graph/shared/loader';
import { holds, type Viewer } from '@township-graph/shared/viewer';
import type { PublicationRepository } from './publication.repository';

/** Batches for one request. The publicity of a case comes in the order it was decided on: ids are made in order of time. */
export function publicationLoaders(publications: PublicationRepository, viewer: Viewer) {
  return {
    publicationById: publications.byKey(viewer, 'id'),
    publicationsByCase: manyByKey(
      async (ids: readonly string[]) =>
        holds(viewer, 'enforcement:read') ? (await publications.findBy(viewer, 'caseId', ids)).sort((a, b) => (a.id < b.id ? -1 : 1)) : [],
      ({ caseId }) => caseId,
    ),
    publicationsByDivision: new NestedConnections(publications.listedBy(viewer, 'divisionCode')),
    publicationsByOrganization: new NestedConnections(publications.listedBy(viewer, 'organCreditCode')),
  };
}
