import { parseDivisionCode } from '@township-graph/shared/division-code';
import { type EntityManager, In } from 'typeorm';
import { onDuty, TeamCoverage } from './team-coverage.entity';

/** Those of the teams that are on duty in the place on the day: in its township, or in all the county. */
export async function teamsOnDuty(tx: EntityManager, teamIds: readonly string[], place: string, day: string): Promise<Set<string>> {
  if (teamIds.length === 0) return new Set();
  const code = parseDivisionCode(place);
  const places = [...new Set([code.slice(0, 9), code.slice(0, 6)])];
  const found = await tx
    .createQueryBuilder(TeamCoverage, 'place')
    .where({ teamId: In([...teamIds]), divisionCode: In(places) })
    .andWhere(onDuty('place'), { day })
    .getMany();
  return new Set(found.map(({ teamId }) => teamId));
}
