import { scopePrefixOf } from '@township-graph/shared/division-code';
import { ROW, within } from '@township-graph/shared/scoped-repository';
import type { SelectQueryBuilder } from 'typeorm';
import { delegatedOn } from '../delegation/delegation-in-force';
import { foundBy } from '../search/name-index';
import type { Matter } from './matter.entity';
import { MatterState } from './matter.enums';
import type { MatterFilter } from './matter.inputs';

/** What the catalogue shows unless a filter names states: drafts and what was abolished are asked for. */
const IN_THE_CATALOGUE: readonly MatterState[] = [MatterState.PUBLISHED, MatterState.SUSPENDED];

const ONE_OF = ['kind', 'exerciseLevel', 'handlingKind', 'rank', 'villageRole', 'guideClass'] as const;
const EXACTLY = ['basicCode', 'selfService', 'instantApproval', 'singleCertificate', 'basisVerified'] as const;

/** "Holds on `:day`", for a table with half-open days. */
export const validOn = (table: string) => `${table}.validFrom <= :day AND (${table}.validTo IS NULL OR ${table}.validTo > :day)`;

/**
 * A main item with items under it is their heading, so nothing to count. Children in draft make a heading only of what is
 * in draft in the same division: of anything else, its absence would tell of them to who may not see them.
 */
const NO_HEADING = `NOT (${ROW}.rank = 'MAIN' AND EXISTS (
  SELECT 1 FROM matter c WHERE c.parentId = ${ROW}.id AND c.validFrom <= :day
    AND (c.state <> 'DRAFT' OR (${ROW}.state = 'DRAFT' AND c.divisionCode = ${ROW}.divisionCode))))`;

/** Narrows a query of visible matters to one day's catalogue and to what the filter asks of it. */
export function narrow(query: SelectQueryBuilder<Matter>, filter: MatterFilter, day: string): SelectQueryBuilder<Matter> {
  query.andWhere(validOn(ROW), { day });
  query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state ?? IN_THE_CATALOGUE });
  if (!filter.rank && !filter.basicCode) query.andWhere(NO_HEADING);
  for (const column of ONE_OF) {
    if (filter[column]) query.andWhere(`${ROW}.${column} IN (:...${column})`, { [column]: filter[column] });
  }
  for (const column of EXACTLY) {
    if (filter[column] !== undefined && filter[column] !== null)
      query.andWhere(`${ROW}.${column} = :${column}`, { [column]: filter[column] });
  }
  if (filter.leadDepartment) query.andWhere(`${ROW}.leadCreditCode = :lead`, { lead: filter.leadDepartment });
  if (filter.implementingOrganization) query.andWhere(`${ROW}.implementingCreditCode = :organ`, { organ: filter.implementingOrganization });
  if (filter.divisionCode) {
    const { sql, parameters } = handledWithin(filter.divisionCode);
    query.andWhere(sql, parameters);
  }
  if (filter.delegationMode) query.andWhere(delegatedOn(`${ROW}.id`, true), { modes: filter.delegationMode });
  if (filter.delegated === true) query.andWhere(delegatedOn(`${ROW}.id`, false));
  if (filter.delegated === false) query.andWhere(`NOT ${delegatedOn(`${ROW}.id`, false)}`);
  if (filter.search !== undefined && filter.search !== null) {
    const found = foundBy(`${ROW}.nameKey`, filter.search);
    query.andWhere(found.sql, found.parameters);
  }
  return query;
}

/**
 * "Handled in this division or below it." In a county nearly every matter passes, so each is looked up as the list is
 * walked; LIMIT keeps MariaDB from gathering the county's hundred thousand sites first. In a township few pass, and there
 * the engine may begin with the sites.
 */
function handledWithin(divisionCode: string): { sql: string; parameters: Record<string, string> } {
  const { sql, parameters } = within('s.divisionCode', divisionCode, 'site');
  const sites = `SELECT 1 FROM matter_site s WHERE s.matterId = ${ROW}.id AND ${sql} AND ${validOn('s')}`;
  const isDense = scopePrefixOf(divisionCode).length <= 6;
  return { sql: isDense ? `(${sites} LIMIT 1) = 1` : `EXISTS (${sites})`, parameters };
}
