import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { ImportPlan, WriteCounts } from '@township-graph/shared/csv-import';
import type { CsvRow } from '@township-graph/shared/csv-rows';
import { covers } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import type { EntityManager } from 'typeorm';
import { Matter } from './matter.entity';
import { NEEDED_COLUMNS } from './matter-import.columns';
import { outsideDivisions, rowsDisagree, siteRepeated } from './matter-import.errors';
import { type ImportedMatter, importedMatter, registeredDivisionOf } from './matter-import.row';
import { findLastRevisions, type LastRevision, writeMatters } from './matter-import.writing';
import { stepFor } from './matter-revision.rules';

interface PlanOptions {
  /** Which divisions the importer may change; all when absent. */
  readonly mayChange?: (code: string) => boolean;
  /** Tells the day of the import. */
  readonly clock: Clock;
}

/**
 * Takes implementation lists (实施清单), one item a row, or a row for each place where it is handled. A row is the whole
 * item: what it leaves out, the item no longer has; but it never takes a place away. A changed item becomes a revision.
 */
export function matterImport({ mayChange, clock }: PlanOptions): ImportPlan<ImportedMatter> {
  const today = dayOf(clock());
  const repetitions = new Repetitions();
  return {
    kind: 'matters',
    columns: NEEDED_COLUMNS,
    read({ values, line }: CsvRow) {
      const record = importedMatter(values);
      if (mayChange) refuseElsewhere(record, mayChange);
      repetitions.refuse(record, line);
      return record;
    },
    refused: (manager, records) => refused(manager, records, today, mayChange),
    write: (manager, records): Promise<WriteCounts> => writeMatters(manager, records, today),
    divisionOf: ({ matter }) => matter.divisionCode,
  };
}

/** A clerk imports for organs in its divisions; and an organ registered in one county is not placed in another by anybody's clerk. */
function refuseElsewhere({ matter }: ImportedMatter, mayChange: (code: string) => boolean): void {
  const { divisionCode, implementingCreditCode } = matter;
  if (!mayChange(divisionCode) || !covers(registeredDivisionOf(implementingCreditCode), divisionCode)) throw outsideDivisions(divisionCode);
}

/** How many matters are remembered; lists are sorted by organ, so that rows of one matter stand close together. */
const REMEMBERED = 100_000;

/** Finds rows of one matter that contradict each other, or say the same twice. */
class Repetitions {
  private readonly matters = new Map<string, { readonly digest: string; readonly line: number; readonly sites: Set<string> }>();

  refuse({ matter: { implementationCode: code }, digest, sites }: ImportedMatter, line: number): void {
    const known = this.matters.get(code);
    if (!known) {
      if (this.matters.size >= REMEMBERED) this.matters.delete(this.matters.keys().next().value!);
      this.matters.set(code, { digest, line, sites: new Set(sites) });
      return;
    }
    if (known.digest !== digest) throw rowsDisagree(known.line);
    if (sites.every((site) => known.sites.has(site))) throw siteRepeated(known.line);
    for (const site of sites) known.sites.add(site);
  }
}

type Refusal = { readonly index: number; readonly error: DomainError };

async function refused(
  manager: EntityManager,
  records: readonly ImportedMatter[],
  today: string,
  mayChange?: (code: string) => boolean,
): Promise<Refusal[]> {
  const last = await findLastRevisions(manager, records);
  const elsewhere = mayChange ? await organsElsewhere(manager, records, mayChange, today) : new Set<string>();
  return records.flatMap((record, index) => {
    const standing = last.get(record.matter.implementationCode) ?? null;
    // Where the organ's matters stand is not the importer's to learn: they may be drafts.
    const isElsewhere =
      elsewhere.has(record.matter.implementingCreditCode) || (standing !== null && mayChange?.(standing.divisionCode) === false);
    const error = isElsewhere ? outsideDivisions(record.matter.divisionCode) : refusalOf(record, standing, today);
    return error ? [{ index, error }] : [];
  });
}

function refusalOf({ matter, digest, startsOn }: ImportedMatter, last: LastRevision | null, today: string): DomainError | null {
  try {
    stepFor(last, { ...matter, digest, validFrom: startsOn ?? today }, today);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Organs whose matters stand in divisions that are not the importer's: a row that says otherwise does not move them to its own. */
async function organsElsewhere(
  manager: EntityManager,
  records: readonly ImportedMatter[],
  mayChange: (code: string) => boolean,
  today: string,
): Promise<Set<string>> {
  const organs = [...new Set(records.map(({ matter }) => matter.implementingCreditCode))];
  if (organs.length === 0) return new Set();
  const rows: { organ: string; division: string }[] = await manager
    .createQueryBuilder(Matter, 'row')
    .select(['row.implementingCreditCode AS organ', 'row.divisionCode AS division'])
    .distinct(true)
    .where('row.implementingCreditCode IN (:...organs)', { organs })
    .andWhere('(row.validTo IS NULL OR row.validTo > :today)', { today })
    .getRawMany();
  return new Set(rows.filter(({ division }) => !mayChange(division)).map(({ organ }) => organ));
}
