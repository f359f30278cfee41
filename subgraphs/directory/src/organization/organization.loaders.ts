import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { OrganizationRepository } from './organization.repository';

export function organizationLoaders(organizations: OrganizationRepository, viewer: Viewer) {
  return {
    organizationById: organizations.byKey(viewer, 'id'),
    organizationByCreditCode: organizations.byKey(viewer, 'creditCode'),
    organizationsByDivision: new NestedConnections(organizations.under(viewer, 'divisionCode')),
    subordinatesByOrganization: new NestedConnections(organizations.under(viewer, 'parentId')),
    stationsByDepartment: new NestedConnections(organizations.under(viewer, 'dispatchedById')),
    stationsByCenter: new NestedConnections(organizations.under(viewer, 'functionalCenterId')),
  };
}
