import type { WriteCounts } from '@township-graph/shared/csv-import';
import { insertAll } from '@township-graph/shared/insert-all';
import { RowReader, readRows } from '@township-graph/shared/row';
import { type EntityManager, In, IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { indexNames } from '../search/name-index';
import { nameKeyOf } from '../search/search-words';
import { Matter } from './matter.entity';
import { MatterState } from './matter.enums';
import { revisionKey } from './matter.loaders';
import { MatterGuide } from './matter-guide.entity';
import type { LegalBasis } from './matter-guide.types';
import { digestOf, type ImportedMatter, type ListedMatter } from './matter-import.row';
import { type RevisionStep, type StandingRevision, stepFor } from './matter-revision.rules';
import { MatterSite } from './matter-site.entity';

/** The last revision of a matter, with what the next one takes from it. */
export interface LastRevision extends StandingRevision {
  readonly id: string;
  readonly revision: number;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly validTo: string | null;
  readonly legalBases: readonly LegalBasis[];
}

/** The last revisions of the records' matters, by implementation code. */
export async function findLastRevisions(manager: EntityManager, records: readonly ImportedMatter[]): Promise<Map<string, LastRevision>> {
  const codes = [...new Set(records.map(({ matter }) => matter.implementationCode))];
  if (codes.length === 0) return new Map();
  const revisions = await readRows(
    manager.createQueryBuilder(Matter, 'row').where('row.implementationCode IN (:...codes)', { codes }).orderBy('row.revision'),
    new RowReader(manager, Matter, 'row'),
  );
  const last = new Map(revisions.map((matter) => [matter.implementationCode, matter]));
  const guides = await findGuides(manager, [...last.values()]);
  return new Map(
    [...last].map(([code, matter]) => {
      const guide = guides.get(revisionKey(matter.id, matter.revision));
      const { id, revision, divisionCode, parentId, state, validFrom, validTo } = matter;
      const digest = guide ? digestOf(matter, guide) : '';
      return [code, { id, revision, divisionCode, parentId, state, validFrom, validTo, legalBases: guide?.legalBases ?? [], digest }];
    }),
  );
}

async function findGuides(manager: EntityManager, matters: readonly Matter[]): Promise<Map<string, MatterGuide>> {
  if (matters.length === 0) return new Map();
  const guides = await readRows(
    manager.createQueryBuilder(MatterGuide, 'row').where('row.matterId IN (:...ids)', { ids: matters.map(({ id }) => id) }),
    new RowReader(manager, MatterGuide, 'row'),
  );
  return new Map(guides.map((guide) => [revisionKey(guide.matterId, guide.revision), guide]));
}

/** Writes records that nothing refuses. The caller's transaction holds all of it. */
export async function writeMatters(manager: EntityManager, records: readonly ImportedMatter[], today: string): Promise<WriteCounts> {
  const batch = new Batch(await findLastRevisions(manager, records), today);
  const steps = records.map((record) => batch.add(record));
  await batch.endWhatWas(manager);
  await indexNames(
    manager,
    batch.matters.map(({ name }) => name),
  );
  await insertAll(manager, Matter, batch.matters);
  await insertAll(manager, MatterGuide, batch.guides);
  const gained = await writeSites(manager, batch.sites);
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const [index, step] of steps.entries()) counts[outcomeOf(step, gained.has(index))] += 1;
  return counts;
}

/** A row counts once: as what it did to its matter, else as the place it added. */
function outcomeOf(step: RevisionStep, hasGainedSite: boolean): keyof WriteCounts {
  if (step === 'NEXT' || step === 'REPLACE') return 'updated';
  return step === 'FIRST' || hasGainedSite ? 'inserted' : 'unchanged';
}

/** A place that a record names, and the day from which on it counts. */
interface NamedSite {
  /** The record's place in the batch. */
  readonly index: number;
  readonly matterId: string;
  readonly divisionCode: string;
  readonly validFrom: string;
}

type Ending = Pick<LastRevision, 'id' | 'revision'> & { readonly day: string };

/** The rows of a batch, gathered before any is written. */
class Batch {
  readonly matters: (ListedMatter & Pick<Matter, 'id' | 'revision' | 'validFrom'>)[] = [];
  readonly guides: object[] = [];
  readonly sites: NamedSite[] = [];
  private readonly replaced: Ending[] = [];
  private readonly ended: Ending[] = [];
  private readonly abolished: Ending[] = [];
  private records = 0;

  constructor(
    private readonly last: Map<string, LastRevision>,
    private readonly today: string,
  ) {}

  add(record: ImportedMatter): RevisionStep {
    const { matter, digest, startsOn, sites } = record;
    const { implementationCode: code, state } = matter;
    const day = startsOn ?? this.today;
    const step = stepFor(this.last.get(code) ?? null, { ...matter, digest, validFrom: day }, this.today);
    if (step !== 'NONE') this.last.set(code, this.open(record, step, day));
    const { id: matterId, validFrom: since } = this.last.get(code)!;
    const index = this.records++;
    const validFrom = day > since ? day : since;
    if (state !== MatterState.ABOLISHED) for (const divisionCode of sites) this.sites.push({ index, matterId, divisionCode, validFrom });
    return step;
  }

  private open({ matter, guide, digest }: ImportedMatter, step: RevisionStep, day: string): LastRevision {
    const last = this.last.get(matter.implementationCode);
    const { id, revision, parentId } = last ?? { id: uuid(), revision: 0, parentId: null };
    const next = { id, revision: step === 'REPLACE' ? revision : revision + 1, parentId, validFrom: day };
    if (step === 'REPLACE') this.replaced.push({ id, revision, day });
    if (step === 'NEXT') this.ended.push({ id, revision, day: last?.validTo && last.validTo < day ? last.validTo : day });
    if (matter.state === MatterState.ABOLISHED) this.abolished.push({ id, revision, day });
    const legalBases = guide.legalBases.map((basis) => ({ ...basis, verified: wasVerified(basis, last?.legalBases ?? []) }));
    const basisVerified = legalBases.length > 0 && legalBases.every(({ verified }) => verified);
    this.matters.push({ ...matter, ...next, ...{ nameKey: nameKeyOf(matter.name), basisVerified, isDemonstration: false } });
    this.guides.push({ ...guide, legalBases, matterId: id, revision: next.revision });
    const { divisionCode, state, validTo } = matter;
    return { ...next, divisionCode, state, validTo, legalBases, digest };
  }

  /** Drafts that are replaced go with their places; what is taken out of the list is handled nowhere any more. */
  async endWhatWas(manager: EntityManager): Promise<void> {
    for (const { id, revision } of this.replaced) {
      // One that was published meanwhile stays, and its number is taken: then everything is decided anew.
      await manager.delete(Matter, { id, revision, state: MatterState.DRAFT });
      await manager.delete(MatterGuide, { matterId: id, revision });
      await manager.delete(MatterSite, { matterId: id });
    }
    for (const { id, revision, day } of this.ended) await manager.update(Matter, { id, revision }, { validTo: day });
    for (const { id: matterId, day } of this.abolished) {
      await manager.delete(MatterSite, { matterId, validFrom: MoreThanOrEqual(day) });
      await manager.update(
        MatterSite,
        [
          { matterId, validTo: IsNull() },
          { matterId, validTo: MoreThan(day) },
        ],
        { validTo: day },
      );
    }
  }
}

/** A basis that somebody read in the text of the law stays read while the list does not change it. */
function wasVerified({ title, article, text }: LegalBasis, before: readonly LegalBasis[]): boolean {
  return before.some((basis) => basis.verified && basis.title === title && basis.article === article && basis.text === text);
}

const SITES_AT_ONCE = 5000;

/** Adds the places where a matter is not handled yet on their first day; tells which records added some. */
async function writeSites(manager: EntityManager, sites: readonly NamedSite[]): Promise<Set<number>> {
  const gained = new Set<number>();
  for (let start = 0; start < sites.length; start += SITES_AT_ONCE) {
    const named = sites.slice(start, start + SITES_AT_ONCE);
    const ends = await findSiteEnds(manager, named);
    const added = named.filter(({ matterId, divisionCode, validFrom }) => {
      const key = `${matterId}@${divisionCode}`;
      const isHandled = (ends.get(key) ?? '') > validFrom;
      ends.set(key, FOR_EVER);
      return !isHandled;
    });
    for (const { index } of added) gained.add(index);
    await insertAll(
      manager,
      MatterSite,
      added.map(({ index: _, ...site }) => ({ ...site, validTo: null, villageRole: null })),
    );
  }
  return gained;
}

const FOR_EVER = '9999-12-31';

/** Until when each place handles its matter, or last did. */
async function findSiteEnds(manager: EntityManager, sites: readonly NamedSite[]): Promise<Map<string, string>> {
  const rows: Pick<MatterSite, 'matterId' | 'divisionCode' | 'validTo'>[] = await manager
    .createQueryBuilder(MatterSite, 'row')
    .select(['row.matterId AS matterId', 'row.divisionCode AS divisionCode', 'row.validTo AS validTo'])
    .where({ matterId: In([...new Set(sites.map(({ matterId }) => matterId))]) })
    .andWhere({ divisionCode: In([...new Set(sites.map(({ divisionCode }) => divisionCode))]) })
    .orderBy('row.validFrom')
    .getRawMany();
  return new Map(rows.map(({ matterId, divisionCode, validTo }) => [`${matterId}@${divisionCode}`, validTo ?? FOR_EVER]));
}
