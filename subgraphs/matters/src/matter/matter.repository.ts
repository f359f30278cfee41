import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import type { Asked } from '@township-graph/shared/loader';
import { andThen, type PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Matter } from './matter.entity';
import { MatterState } from './matter.enums';
import { type MatterFilter, MatterOrder } from './matter.inputs';
import { narrow, validOn } from './matter.narrowing';
import { MatterGuide } from './matter-guide.entity';
import { MatterSite } from './matter-site.entity';

const ORDERS: Readonly<Record<MatterOrder, KeysetOrder>> = {
  CODE: { name: 'code', columns: [{ name: 'implementationCode' }, { name: 'id' }] },
  NAME: { name: 'name', columns: [{ name: 'name' }, { name: 'id' }] },
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'validFrom', descending: true },
      { name: 'id', descending: true },
    ],
  },
};

/** What a list of matters is asked: a filter and an order. */
export interface MatterListing {
  readonly filter: MatterFilter;
  readonly orderBy: MatterOrder;
}

export type MatterKey = 'id' | 'implementationCode';

/** Every query on matters. Drafts are seen with `matters:read` within the viewer's divisions; the rest is published by law. */
export class MatterRepository extends ScopedRepository<Matter> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Matter, { division: 'divisionCode', readScope: 'matters:read', publicWhen: `${ROW}.state <> 'DRAFT'` }, clock);
  }

  /** The visible catalogue of the filter's day. */
  catalogue(viewer: Viewer, filter: MatterFilter): SelectQueryBuilder<Matter> {
    return narrow(this.visibleTo(viewer), filter, this.dayOf(filter));
  }

  dayOf({ asOf }: { readonly asOf?: string | null }): string {
    return asOf ?? this.today();
  }

  findPage(viewer: Viewer, { filter, orderBy }: MatterListing, page: PageArguments): PromiseOrValue<Page<Matter>> {
    return andThen(pageOf(this.catalogue(viewer, filter), this.reader, ORDERS[orderBy], page), (read) => pageOn(filter, read));
  }

  count(viewer: Viewer, { filter }: MatterListing): Promise<number> {
    return this.catalogue(viewer, filter).getCount();
  }

  /** The revision that held on the day, in whatever state. */
  async findOn(viewer: Viewer, key: MatterKey, value: string, day: string): Promise<Matter | null> {
    const matter = await this.findOne(this.visibleTo(viewer).andWhere(`${ROW}.${key} = :value AND ${validOn(ROW)}`, { value, day }));
    return matter?.on(day) ?? null;
  }

  /** For each value the revision in force, else the last that was, else the first that will be: a reference never dangles. */
  async findCurrent(viewer: Viewer, key: MatterKey, values: readonly string[], asked: Asked): Promise<Matter[]> {
    const today = this.today();
    const current = new Map<string, Matter>();
    for (const matter of await this.findRevisions(viewer, key, values, asked)) {
      const chosen = current.get(matter[key]);
      if (!chosen || matter.validFrom <= today) current.set(matter[key], matter);
    }
    return [...current.values()];
  }

  /** All visible revisions, oldest first. */
  async findRevisions(viewer: Viewer, key: MatterKey, values: readonly string[], asked: Asked = null): Promise<Matter[]> {
    const query = this.visibleTo(viewer).andWhere(`${ROW}.${key} IN (:...values)`, { values }).orderBy(`${ROW}.revision`);
    return this.readAsked(query, asked, [key, 'validFrom']);
  }

  /** What is handled at each of these very divisions, not below them. */
  handledAt(viewer: Viewer): NestedList<Matter, MatterListing> {
    const at = (codes: readonly string[], { filter }: MatterListing) =>
      this.catalogue(viewer, filter)
        .innerJoin(MatterSite, 'site', `site.matterId = ${ROW}.id AND ${validOn('site')}`)
        .andWhere('site.divisionCode IN (:...codes)', { codes });
    return this.nested(at, 'site.divisionCode');
  }

  /** What each of these organs implements. */
  implementedBy(viewer: Viewer): NestedList<Matter, MatterListing> {
    const by = (organs: readonly string[], { filter }: MatterListing) =>
      this.catalogue(viewer, filter).andWhere(`${ROW}.implementingCreditCode IN (:...organs)`, { organs });
    return this.nested(by, `${ROW}.implementingCreditCode`);
  }

  /** The items under each of these, drafts included for those who may see them. */
  childrenOf(viewer: Viewer): NestedList<Matter, MatterListing> {
    const state = Object.values(MatterState).filter((value) => value !== MatterState.ABOLISHED);
    const under = (parents: readonly string[], { filter }: MatterListing) =>
      this.catalogue(viewer, { ...filter, state: filter.state ?? state }).andWhere(`${ROW}.parentId IN (:...parents)`, { parents });
    return this.nested(under, `${ROW}.parentId`);
  }

  /** The wide halves of revisions that the caller has seen. */
  findGuides(matterIds: readonly string[]): Promise<MatterGuide[]> {
    return this.manager.createQueryBuilder(MatterGuide, 'guide').where('guide.matterId IN (:...matterIds)', { matterIds }).getMany();
  }

  private nested(
    narrowed: (parents: readonly string[], listing: MatterListing) => SelectQueryBuilder<Matter>,
    parent: string,
  ): NestedList<Matter, MatterListing> {
    return {
      pages: async (parents, listing, page) => {
        const pages = await pagesByParent(narrowed(parents, listing), this.reader, parent, ORDERS[listing.orderBy], page, parents);
        return new Map([...pages].map(([key, found]) => [key, pageOn(listing.filter, found)]));
      },
      totals: (parents, listing) => totalsByParent(narrowed(parents, listing), parent),
    };
  }

  today(): string {
    return dayOf(this.clock());
  }
}

/** Rows of a list as of a day remember the day. */
function pageOn({ asOf }: MatterFilter, page: Page<Matter>): Page<Matter> {
  return asOf ? { ...page, rows: page.rows.map((matter) => matter.on(asOf)) } : page;
}
