import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, type ScopeRule } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { EnforcementCase } from './case.entity';
import { type EnforcementCaseFilter, EnforcementCaseOrder } from './case.inputs';
import { OPEN_STATES, UNDECIDED } from './case.moves';
import { OWES_RESTITUTION, UNDECIDED_RECUSAL } from './case-waiting';

const ORDERS: Readonly<Record<EnforcementCaseOrder, KeysetOrder>> = {
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'openedOn', descending: true },
      { name: 'id', descending: true },
    ],
  },
  DUE: { name: 'due', columns: [{ name: 'decideBy' }, { name: 'id' }] },
};

/** The organ's own division, and the one of who receives it. */
const CASE_SCOPE: ScopeRule = {
  division: 'divisionCode',
  readScope: 'enforcement:read',
  concerns: { column: `${ROW}.receivingDivisionCode` },
};

/** What a list of cases is asked: a filter and an order. */
export interface CaseListing {
  readonly filter: EnforcementCaseFilter;
  readonly orderBy: EnforcementCaseOrder;
}

const ONE_OF = ['state', 'procedure', 'source', 'outcome', 'domain'] as const;

/** Every query on cases: within the viewer's divisions, and of those that were handed over to them, with `enforcement:read`. None is public, and none is a village's. */
export class CaseRepository extends ScopedRepository<EnforcementCase> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, EnforcementCase, CASE_SCOPE, clock);
  }

  findPage(viewer: Viewer, listing: CaseListing, page: PageArguments): PromiseOrValue<Page<EnforcementCase>> {
    return pageOf(this.matching(viewer, listing), this.reader, ORDERS[listing.orderBy], page);
  }

  count(viewer: Viewer, listing: CaseListing): Promise<number> {
    return this.matching(viewer, listing).getCount();
  }

  /** What is handled at each of these very divisions, not below them. */
  handledAt(viewer: Viewer): NestedList<EnforcementCase, CaseListing> {
    return this.listedBy(viewer, 'divisionCode');
  }

  /** What is decided in the name of each of these organs. */
  decidedBy(viewer: Viewer): NestedList<EnforcementCase, CaseListing> {
    return this.listedBy(viewer, 'organCreditCode');
  }

  /** The visible cases that the filter leaves. */
  matching(viewer: Viewer, { filter, orderBy }: CaseListing): SelectQueryBuilder<EnforcementCase> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    for (const column of ONE_OF) if (filter[column]) query.andWhere(`${ROW}.${column} IN (:...${column})`, { [column]: filter[column] });
    if (filter.powerId) query.andWhere(`${ROW}.powerId = :powerId`, { powerId: filter.powerId });
    if (filter.openedOn?.from) query.andWhere(`${ROW}.openedOn >= :openedFrom`, { openedFrom: filter.openedOn.from });
    if (filter.openedOn?.to) query.andWhere(`${ROW}.openedOn < :openedTo`, { openedTo: filter.openedOn.to });
    if (typeof filter.isOpen === 'boolean')
      query.andWhere(`${ROW}.state ${filter.isOpen ? 'IN' : 'NOT IN'} (:...openStates)`, { openStates: OPEN_STATES });
    if (filter.hasUndecidedRecusal) query.andWhere(UNDECIDED_RECUSAL, { undecided: UNDECIDED });
    if (filter.owesRestitution) query.andWhere(OWES_RESTITUTION);
    if (filter.officerId) query.andWhere(HAS_OFFICER, { officerId: filter.officerId });
    if (filter.light) query.andWhere(SHOWS_LIGHT, { lights: filter.light });
    // Where nothing is due there is no place in the order.
    if (orderBy === EnforcementCaseOrder.DUE) query.andWhere(`${ROW}.decideBy IS NOT NULL AND ${ROW}.decidedAt IS NULL`);
    return query;
  }

  private listedBy(viewer: Viewer, column: 'divisionCode' | 'organCreditCode'): NestedList<EnforcementCase, CaseListing> {
    return listByColumn(
      this.reader,
      column,
      (listing) => this.matching(viewer, listing),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }
}

const HAS_OFFICER = `EXISTS (SELECT 1 FROM case_officer o
  WHERE o.caseId = ${ROW}.id AND o.officerId = :officerId AND o.until IS NULL)`;

const SHOWS_LIGHT = `EXISTS (SELECT 1 FROM case_deadline d
  WHERE d.subjectId = ${ROW}.id AND d.light IN (:...lights) AND d.metAt IS NULL)`;
