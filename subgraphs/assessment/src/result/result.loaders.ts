import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import { SubjectKind } from '../scheme/scheme.enums';
import type { ResultRepository } from './result.repository';

/** Batches for one request. */
export function resultLoaders(results: ResultRepository, viewer: Viewer) {
  return {
    resultById: results.byKey(viewer, 'id'),
    resultsByDivision: new NestedConnections(results.ofSubjects(viewer, SubjectKind.DIVISION)),
    resultsByOrganization: new NestedConnections(results.ofSubjects(viewer, SubjectKind.ORGANIZATION)),
    resultsByStaffMember: new NestedConnections(results.ofSubjects(viewer, SubjectKind.STAFF_MEMBER)),
  };
}
