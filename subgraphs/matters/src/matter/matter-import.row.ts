import { createHash } from 'node:crypto';
import { parseCreditCode } from '@township-graph/shared/credit-code';
import { covers, parseDivisionCode } from '@township-graph/shared/division-code';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { searchedText } from '../search/search-words';
import type { Matter } from './matter.entity';
import { HandlingKind, MatterRank, MatterState } from './matter.enums';
import { entrustedToItself } from './matter.errors';
import { checkMatter, ENTRUSTED } from './matter.rules';
import type { MatterGuide } from './matter-guide.entity';
import { Channel, type Fee } from './matter-guide.types';
import { MATTER_COLUMNS, type MatterCells, readCells } from './matter-import.columns';
import {
  cellEmpty,
  entrustmentUnclear,
  feeWithoutBasis,
  inColumn,
  organDivisionUnclear,
  siteOutsideOrgan,
  textTooLong,
  villageMissing,
  villageOutsideTownship,
} from './matter-import.errors';

/** What a list says of a matter: a revision without its number, its first day and our own marks. */
const LISTED = [
  'basicCode',
  'implementationCode',
  'localCode',
  'name',
  'rank',
  'kind',
  'exerciseLevel',
  'divisionCode',
  'state',
  'implementingCreditCode',
  'implementingName',
  'leadCreditCode',
  'leadName',
  'powerSource',
  'handlingKind',
  'statutoryValue',
  'statutoryUnit',
  'promisedValue',
  'promisedUnit',
  'stepCount',
  'onSiteVisits',
  'villageRole',
  'instantApproval',
  'singleCertificate',
  'selfService',
  'guideClass',
  'validTo',
] as const satisfies readonly (keyof Matter)[];

export type ListedMatter = Pick<Matter, (typeof LISTED)[number]>;
export type ListedGuide = Omit<MatterGuide, 'matterId' | 'revision'>;

/** A row that may be taken. */
export interface ImportedMatter {
  readonly matter: ListedMatter;
  readonly guide: ListedGuide;
  /** The same for all rows and revisions that say the same of a matter. */
  readonly digest: string;
  /** The first day of what the row says; null for the day of the import. */
  readonly startsOn: string | null;
  /** Where it is handled. */
  readonly sites: readonly string[];
}

/** The matter of a row, or a DomainError that says why it cannot be one. */
export function importedMatter(values: Readonly<Record<string, string>>): ImportedMatter {
  const cells = readCells(values);
  checkPlaces(cells);
  const matter = listedMatter(cells);
  checkMatter(matter);
  const guide = listedGuide(cells);
  // A matter that is taken out of the list ends when it was to end; when it had begun does not matter any more.
  const startsOn = matter.state === MatterState.ABOLISHED ? cells.cancelledOn : cells.startsOn;
  return { matter, guide, digest: digestOf(matter, guide), startsOn, sites: sitesOf(cells, matter.divisionCode) };
}

/** What the list says of a revision that is there. */
export function listedOf(matter: Matter): ListedMatter {
  return Object.fromEntries(LISTED.map((column) => [column, matter[column]])) as unknown as ListedMatter;
}

export function digestOf(matter: ListedMatter, { legalBases, steps, materials, fee, channels, serviceObjects, onSiteReason }: ListedGuide) {
  const said = [
    LISTED.map((column) => matter[column]),
    // Whether somebody read a basis is ours to know, not the list's to say.
    legalBases.map(({ title, article, text }) => [title, article, text]),
    steps.map(({ name, content }) => [name, content]),
    materials.map(({ name, originals, copies, required, shared }) => [name, originals, copies, required, shared]),
    [fee.charged, fee.standard, fee.basis],
    channels,
    serviceObjects,
    onSiteReason,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64');
}

function listedMatter(cells: MatterCells): ListedMatter {
  const { name, implementationCode, state, statutoryValue, steps } = cells;
  if (searchedText(name).length > LONGEST_SEARCHED) throw inColumn(MATTER_COLUMNS.name.names[0], textTooLong(200));
  return {
    name,
    implementationCode,
    basicCode: cells.basicCode?.toUpperCase() ?? implementationCode.slice(-12),
    localCode: cells.localCode,
    rank: cells.rank,
    kind: cells.kind,
    exerciseLevel: cells.exerciseLevel,
    divisionCode: organDivisionOf(cells),
    state,
    implementingCreditCode: cells.organCode,
    implementingName: cells.organName,
    ...leadOf(cells),
    powerSource: cells.powerSource,
    handlingKind: cells.handlingKind,
    statutoryValue,
    statutoryUnit: statutoryValue === null ? null : cells.statutoryUnit,
    promisedValue: promisedValueOf(cells),
    promisedUnit: cells.promisedUnit,
    stepCount: steps.length,
    onSiteVisits: cells.onSiteVisits,
    villageRole: cells.villageRole,
    instantApproval: cells.instantApproval,
    singleCertificate: cells.singleCertificate,
    selfService: cells.channels.includes(Channel.KIOSK),
    guideClass: cells.guideClass,
    validTo: state === MatterState.ABOLISHED ? null : cells.cancelledOn,
  };
}

/** The index keeps names, with what people call them, in so many characters; some characters unfold into several. */
const LONGEST_SEARCHED = 400;

function promisedValueOf({ promisedValue, handlingKind }: MatterCells): number {
  if (promisedValue !== null) return promisedValue;
  if (handlingKind === HandlingKind.IMMEDIATE) return 0;
  throw inColumn(MATTER_COLUMNS.promisedValue.names[0], cellEmpty());
}

/**
 * Who entrusts a matter guides it too, unless another department is named. An entrusted matter stands in the list of the
 * organ that was entrusted; in the entrusting department's own list the same matter is 法定本级行使.
 */
function leadOf({
  powerSource,
  entrustName,
  entrustCode,
  leadName,
  leadCode,
  organCode,
  implementationCode,
}: MatterCells): Pick<ListedMatter, 'leadName' | 'leadCreditCode'> {
  if (ENTRUSTED.includes(powerSource) !== (entrustName !== null)) throw entrustmentUnclear();
  if (entrustCode === organCode) throw entrustedToItself(implementationCode);
  return leadName === null && leadCode === null
    ? { leadName: entrustName, leadCreditCode: entrustCode }
    : { leadName, leadCreditCode: leadCode };
}

function listedGuide(cells: MatterCells): ListedGuide {
  return {
    legalBases: [...cells.legalBases],
    steps: [...cells.steps],
    materials: [...cells.materials],
    fee: feeOf(cells),
    channels: [...cells.channels],
    serviceObjects: [...cells.serviceObjects],
    onSiteReason: cells.onSiteReason,
  };
}

function feeOf({ isCharged, feeStandard, feeBasis }: MatterCells): Fee {
  if (!isCharged) return { charged: false, standard: null, basis: null };
  if (feeBasis === null) throw feeWithoutBasis();
  return { charged: true, standard: feeStandard, basis: feeBasis };
}

/** The division of the register that issued an organ's code: its county, or city, or province. */
export function registeredDivisionOf(creditCode: string): string {
  return parseDivisionCode(parseCreditCode(creditCode).divisionCode);
}

const LOCAL_LEVELS: readonly ExerciseLevel[] = [ExerciseLevel.TOWNSHIP, ExerciseLevel.VILLAGE];

/**
 * Where the implementing organ is: what scopes the row. Codes of township organs name only their county, so it follows
 * from the township that the row speaks of; a department whose matter villages accept must say so itself.
 */
function organDivisionOf({ organDivision, organCode, exerciseLevel, townships, villages }: MatterCells): string {
  if (organDivision !== null) return organDivision;
  const registered = registeredDivisionOf(organCode);
  if (!LOCAL_LEVELS.includes(exerciseLevel)) return registered;
  const [township, ...others] = new Set([...townships, ...villages].map((code) => code.slice(0, 9)));
  if (!township || others.length > 0 || !covers(registered, township)) throw organDivisionUnclear();
  return township;
}

function checkPlaces({ townships, villages, exerciseLevel, rank }: MatterCells): void {
  if (townships.length > 0 && !villages.every((village) => townships.includes(village.slice(0, 9)))) throw villageOutsideTownship();
  if (exerciseLevel === ExerciseLevel.VILLAGE && villages.length === 0 && rank !== MatterRank.MAIN) throw villageMissing();
}

/** Where a matter is handled: in villages, else in townships, else where its organ is. A main item is only a heading. */
function sitesOf({ townships, villages, rank }: MatterCells, organDivision: string): readonly string[] {
  const named = villages.length > 0 ? villages : townships;
  if (!named.every((code) => covers(organDivision, code))) throw siteOutsideOrgan();
  return named.length > 0 || rank === MatterRank.MAIN ? named : [organDivision];
}
