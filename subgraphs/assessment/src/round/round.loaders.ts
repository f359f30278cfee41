import { manyByKey } from '@township-graph/shared/loader';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { roundRepositories } from './round.repository';

interface OfRound {
  readonly id: string;
  readonly roundId: string;
}

/** Batches for one request. */
export function roundLoaders(repositories: ReturnType<typeof roundRepositories>, viewer: Viewer) {
  const { rounds, roundSubjects, roundRaters, roundAdjustments, roundEvidence, roundCalculations } = repositories;
  const ofRound = <E extends OfRound>(repository: ScopedRepository<E>) =>
    manyByKey(
      async (ids: readonly string[]) => (await repository.findBy(viewer, 'roundId', ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ({ roundId }) => roundId,
    );
  return {
    roundById: rounds.byKey(viewer, 'id'),
    roundSubjectById: roundSubjects.byKey(viewer, 'id'),
    roundRaterById: roundRaters.byKey(viewer, 'id'),
    subjectsByRound: ofRound(roundSubjects),
    ratersByRound: ofRound(roundRaters),
    adjustmentsByRound: ofRound(roundAdjustments),
    evidenceByRound: ofRound(roundEvidence),
    calculationsByRound: ofRound(roundCalculations),
  };
}
