import { DomainError } from './errors';
import { holds, type Viewer } from './viewer';

const MOST_DIMENSIONS = 3;

/** A table of statistics that is longer is no table any more. One more than these may be asked of the database, to tell. */
export const MOST_GROUPS = 2000;

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

/** A group of fewer could tell of a person. */
const SMALLEST_GROUP = 5;

/** Whether the viewer is not told of a group of so many. */
export function isTooFew(count: number, viewer: Viewer): boolean {
  return count > 0 && count < SMALLEST_GROUP && !holds(viewer, 'pii:read');
}
