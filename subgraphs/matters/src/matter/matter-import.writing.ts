import type { WriteCounts } from '@township-graph/shared/csv-import';
import { insertAll } from '@township-graph/shared/insert-all';
import { RowReader, readRows } from '@township-graph/shared/row';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { indexNames } from '../search/name-index';
import { nameKeyOf } from '../search/search-words';
import { Matter } from './matter.entity';
import { MatterState } from './matter.enums';
import { revisionKey } from './matter.loaders';
import { MatterGuide } from './matter-guide.entity';
import type { LegalBasis } from './matter-guide.types';
import { digestOf, type ImportedMatter } from './matter-import.row';
import { MatterSite } from './matter-site.entity';
import { type RevisionStep, type StandingRevision, stepFor } from './matter-revision.rules';

/** The last revision of a matter, with what the next one takes from it. */
export interface LastRevision extends StandingRevision {
  readonly id: string;
  readonly revision: number;
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
      const guide = guides.get(revisionKey(matter.id, matter.revision))!;
      const { id, revision, parentId, state, validFrom, validTo } = matter;
      const { legalBases } = guide;
      return [code, { id, revision, parentId, state, validFrom, validTo, legalBases, digest: digestOf(matter, guide) }];
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
  await batch.endRevisions(manager);
  await indexNames(manager, [...new Set(batch.matters.map(({ name }) => name))]);
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

/** A place of a record: which record named it, and from which day on it counts. */
interface NamedSite {
  readonly index: number;
  readonly matterId: string;
  readonly divisionCode: string;
  readonly validFrom: string;
}
