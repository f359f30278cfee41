import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey, oneByKey, RowLoader } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { Matter } from './matter.entity';
import type { MatterRepository } from './matter.repository';
import type { MatterSiteRepository } from './matter-site.repository';

/** The key of one revision. */
export const revisionKey = (id: string, revision: number) => `${id}#${revision}`;

/** Batches for one request. */
export function matterLoaders(matters: MatterRepository, sites: MatterSiteRepository, viewer: Viewer) {
  return {
    matterById: new RowLoader(
      (ids, asked) => matters.findCurrent(viewer, 'id', ids, asked),
      ({ id }: Matter) => id,
    ),
    matterByImplementationCode: new RowLoader(
      (codes, asked) => matters.findCurrent(viewer, 'implementationCode', codes, asked),
      ({ implementationCode }: Matter) => implementationCode,
    ),
    revisionsByMatter: manyByKey(
      (ids: readonly string[]) => matters.findRevisions(viewer, 'id', ids),
      ({ id }: Matter) => id,
    ),
    guideByRevision: oneByKey(
      (keys: readonly string[]) => matters.findGuides([...new Set(keys.map((key) => key.split('#')[0]!))]),
      ({ matterId, revision }) => revisionKey(matterId, revision),
    ),
    mattersByDivision: new NestedConnections(matters.handledAt(viewer)),
    mattersByOrganization: new NestedConnections(matters.implementedBy(viewer)),
    childrenByMatter: new NestedConnections(matters.childrenOf(viewer)),
    sitesByMatter: new NestedConnections(sites.ofMatters()),
  };
}
