import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { TeamRepository } from './team.repository';

/** Batches for one request. */
export function teamLoaders(teams: TeamRepository, viewer: Viewer) {
  return {
    teamById: teams.byKey(viewer, 'id'),
    teamOnDuty: oneByKey(
      (codes: readonly string[]) => teams.findOnDuty(viewer, codes),
      ({ divisionCode }) => divisionCode,
    ),
    coverageByTeam: manyByKey(
      (ids: readonly string[]) => teams.findCoverage(ids),
      ({ teamId }) => teamId,
    ),
  };
}
