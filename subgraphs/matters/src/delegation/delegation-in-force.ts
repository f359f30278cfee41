/** In force on `:day`, on a table named `d`. */
const IN_FORCE = `d.effectiveFrom <= :day AND (d.effectiveTo IS NULL OR d.effectiveTo > :day) AND (d.reclaimedOn IS NULL OR d.reclaimedOn > :day)`;

const PUBLISHED_OF = (matterId: string) =>
  `FROM delegation_matter dm JOIN delegation d ON d.id = dm.delegationId WHERE dm.matterId = ${matterId} AND d.state = 'PUBLISHED' AND ${IN_FORCE}`;

/**
 * SQL for "delegated on `:day`", of one mode if that is named by `:modes`. Published delegations only: a filter that knew
 * drafts would tell anybody of them.
 */
export function delegatedOn(matterId: string, withModes: boolean): string {
  return `EXISTS (SELECT 1 ${PUBLISHED_OF(matterId)}${withModes ? ' AND d.mode IN (:...modes)' : ''})`;
}

/** SQL for the mode in force on `:day`; null where none is. */
export function modeOn(matterId: string): string {
  return `(SELECT MIN(d.mode) ${PUBLISHED_OF(matterId)})`;
}
