import { ONCE_PUBLISHED } from './delegation.enums';

/** SQL for "its days include `:day`", on a table of delegations. */
export const coversDay = (table: string) =>
  `${table}.effectiveFrom <= :day AND (${table}.effectiveTo IS NULL OR ${table}.effectiveTo > :day) AND (${table}.reclaimedOn IS NULL OR ${table}.reclaimedOn > :day)`;

/** One that was reclaimed since was in force until then. Drafts are not asked: a filter that knew them would tell anybody of them. */
const PUBLISHED = ONCE_PUBLISHED.map((state) => `'${state}'`).join(', ');

const PUBLISHED_OF = (matterId: string) =>
  `FROM delegation_matter dm JOIN delegation d ON d.id = dm.delegationId WHERE dm.matterId = ${matterId} AND d.state IN (${PUBLISHED}) AND ${coversDay('d')}`;

/** SQL for "delegated on `:day`", of one mode if that is named by `:modes`. */
export function delegatedOn(matterId: string, withModes: boolean): string {
  return `EXISTS (SELECT 1 ${PUBLISHED_OF(matterId)}${withModes ? ' AND d.mode IN (:...modes)' : ''})`;
}

/** SQL for the mode in force on `:day`; null where none is. */
export function modeOn(matterId: string): string {
  return `(SELECT MIN(d.mode) ${PUBLISHED_OF(matterId)})`;
}
