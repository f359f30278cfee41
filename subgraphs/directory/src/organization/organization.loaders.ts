import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { OrganizationRepository } from './organization.repository';

export function organizationLoaders(organizations: OrganizationRepository, viewer: Viewer) {
  return {
    organizationById: oneByKey(
      (ids: readonly string[]) => organizations.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    organizationByCreditCode: oneByKey(
      (codes: readonly string[]) => organizations.findBy(viewer, 'creditCode', codes),
      ({ creditCode }) => creditCode!,
    ),
    organizationsByDivision: new NestedConnections(organizations.under(viewer, 'divisionCode')),
    subordinatesByOrganization: new NestedConnections(organizations.under(viewer, 'parentId')),
    stationsByDepartment: new NestedConnections(organizations.under(viewer, 'dispatchedById')),
    stationsByCenter: new NestedConnections(organizations.under(viewer, 'functionalCenterId')),
  };
}
