import { DomainError } from './errors';
import { ROW } from './scoped-repository';
import { holds, type Viewer } from './viewer';

const MOST_DIMENSIONS = 3;

/** A table of statistics that is longer is no table any more. One more than these may be asked of the database, to tell. */
export const MOST_GROUPS = 2000;

/** A group of fewer persons could tell of one of them. */
const SMALLEST_GROUP = 5;

/** Whether the viewer is told of groups however few persons are in them; then they need not be counted. */
export const mayCountFew = (viewer: Viewer): boolean => holds(viewer, 'pii:read');

/**
 * Of how many persons the rows are, at least: by the last four characters of the number or key that tells them apart; a row that has
 * none is somebody's of its own. All the numbers of a county would be a set as large as its table, and cost more than all else that is
 * counted. Two of five persons share these four once in a thousand times: then a group is kept back that need not be, never the reverse.
 */
export const personsBy = (column: string): string => `COUNT(DISTINCT SUBSTR(COALESCE(${ROW}.${column}, ${ROW}.id), -4))`;

/** Whether a group is of too few persons to be told of. Null is one whose persons need not be counted, 0 one that tells of nobody. */
export const isOfFew = (persons: number | null): boolean => persons !== null && persons > 0 && persons < SMALLEST_GROUP;

/** What rows are grouped by, each once. Refuses more than three with BAD_USER_INPUT / TOO_MANY_DIMENSIONS. */
export function checkedDimensions<D>(groupBy: readonly D[]): D[] {
  const dimensions = [...new Set(groupBy)];
  if (dimensions.length <= MOST_DIMENSIONS) return dimensions;
  throw new DomainError(
    'BAD_USER_INPUT',
    'TOO_MANY_DIMENSIONS',
    { zh: `统计维度至多 ${MOST_DIMENSIONS} 个`, en: `At most ${MOST_DIMENSIONS} dimensions` },
    { maximum: MOST_DIMENSIONS },
  );
}

/** The groups, if they are no more than a table holds. Refuses with BAD_USER_INPUT / TOO_MANY_GROUPS. */
export function checkedGroups<G>(groups: readonly G[]): readonly G[] {
  if (groups.length <= MOST_GROUPS) return groups;
  throw new DomainError(
    'BAD_USER_INPUT',
    'TOO_MANY_GROUPS',
    { zh: `分组超过 ${MOST_GROUPS} 个，请缩小统计范围`, en: `More than ${MOST_GROUPS} groups; narrow the filter` },
    { maximum: MOST_GROUPS },
  );
}
