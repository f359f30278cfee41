import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { DecisionPublication } from './publication.entity';
import type { DecisionPublicationFilter, PublicationOrder } from './publication.inputs';

const latest = (name: string, column: string): KeysetOrder => ({
  name,
  columns: [
    { name: column, descending: true },
    { name: 'id', descending: true },
  ],
});

const ORDERS: Readonly<Record<PublicationOrder, KeysetOrder>> = {
  NEWEST: latest('newest', 'publishedOn'),
  DECIDED: latest('decided', 'decidedOn'),
};
const WITHDRAWN_LAST = latest('withdrawn', 'withdrawnOn');

export interface PublicationListing {
  readonly filter: DecisionPublicationFilter;
  readonly orderBy: PublicationOrder;
}

/** Public on the day: no job hides what has had its time, the day itself does. */
const PUBLIC = `(${ROW}.state = 'PUBLISHED' AND ${ROW}.publicUntil >= :today)`;
const WITHDRAWN = `(${ROW}.state = 'WITHDRAWN' AND ${ROW}.publicUntil >= :today)`;

const ONE_OF = ['domain', 'partyKind'] as const;
const EQUAL = ['documentNumber', 'partyCreditCode'] as const;
const RANGES = ['decidedOn', 'publishedOn'] as const;

/** Every query on publicity: what is published is anybody's to read while its period lasts, all else its division's. */
export class PublicationRepository extends ScopedRepository<DecisionPublication> {
  constructor(manager: EntityManager, clock: Clock, publicWhen = PUBLIC) {
    super(manager, DecisionPublication, { division: 'divisionCode', readScope: 'enforcement:read', publicWhen }, clock);
  }

  override visibleTo(viewer: Viewer, manager = this.manager): SelectQueryBuilder<DecisionPublication> {
    return super.visibleTo(viewer, manager).setParameter('today', dayOf(this.clock()));
  }

  findPage(viewer: Viewer, listing: PublicationListing, page: PageArguments): PromiseOrValue<Page<DecisionPublication>> {
    return pageOf(this.matching(viewer, listing), this.reader, ORDERS[listing.orderBy], page);
  }

  count(viewer: Viewer, listing: PublicationListing): Promise<number> {
    return this.matching(viewer, listing).getCount();
  }

  /** What is public of the decisions of each of these very divisions, or of each of these organs. */
  listedBy(viewer: Viewer, column: 'divisionCode' | 'organCreditCode'): NestedList<DecisionPublication, PublicationListing> {
    return listByColumn(
      this.reader,
      column,
      (listing) => this.matching(viewer, listing),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }

  /** The same for everybody: who sees more of a case sees it at the case. */
  private matching(viewer: Viewer, { filter }: PublicationListing): SelectQueryBuilder<DecisionPublication> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode).andWhere(PUBLIC);
    for (const column of ONE_OF) if (filter[column]) query.andWhere(`${ROW}.${column} IN (:...${column})`, { [column]: filter[column] });
    for (const column of EQUAL) if (filter[column]) query.andWhere(`${ROW}.${column} = :${column}`, { [column]: filter[column] });
    for (const column of RANGES) {
      const { from, to } = filter[column] ?? {};
      if (from) query.andWhere(`${ROW}.${column} >= :${column}From`, { [`${column}From`]: from });
      if (to) query.andWhere(`${ROW}.${column} < :${column}To`, { [`${column}To`]: to });
    }
    // The kinds are kept as a list of words in quotes, none of which contains another.
    const kinds = filter.penaltyKind?.map((kind, index) => [`kind${index}`, `%"${kind}"%`] as const);
    if (kinds)
      query.andWhere(
        `(${['1 = 0', ...kinds.map(([name]) => `${ROW}.penaltyKinds LIKE :${name}`)].join(' OR ')})`,
        Object.fromEntries(kinds),
      );
    return query;
  }
}

/** What was withdrawn, for everybody to read that it was and why, as long as it would have been public. */
export class WithdrawalRepository extends PublicationRepository {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, clock, WITHDRAWN);
  }

  findWithdrawn(viewer: Viewer, divisionCode: string | null | undefined, page: PageArguments): PromiseOrValue<Page<DecisionPublication>> {
    return pageOf(this.withdrawn(viewer, divisionCode), this.reader, WITHDRAWN_LAST, page);
  }

  countWithdrawn(viewer: Viewer, divisionCode: string | null | undefined): Promise<number> {
    return this.withdrawn(viewer, divisionCode).getCount();
  }

  private withdrawn(viewer: Viewer, divisionCode: string | null | undefined): SelectQueryBuilder<DecisionPublication> {
    return this.inOrBelow(this.visibleTo(viewer), divisionCode).andWhere(WITHDRAWN);
  }
}
