import { scopePrefixOf } from '@township-graph/shared/division-code';
import { ExerciseLevel, parseImplementationCode } from '@township-graph/shared/implementation-code';
import type { Matter } from './matter.entity';
import { HandlingKind, KIND_CODES, MatterKind, PowerSource } from './matter.enums';
import {
  codesDisagree,
  coercionEntrusted,
  devolvedToDepartment,
  entrustedToItself,
  immediateTakesTime,
  kindDisagrees,
  promiseBeyondLaw,
  promiseTakesNoTime,
  roleOutsideVillage,
  tooManySteps,
} from './matter.errors';
import { isWithin, type Limit, TimeUnit } from './time-limit';

/** 环节不超过 4 个 */
export const MOST_STEPS = 4;

/** What the rules judge: the columns of a revision, before it is a row. */
export type MatterFacts = Pick<
  Matter,
  | 'implementationCode'
  | 'implementingCreditCode'
  | 'leadCreditCode'
  | 'divisionCode'
  | 'kind'
  | 'powerSource'
  | 'exerciseLevel'
  | 'basicCode'
  | 'handlingKind'
  | 'statutoryValue'
  | 'statutoryUnit'
  | 'promisedValue'
  | 'promisedUnit'
  | 'stepCount'
  | 'villageRole'
>;

/** 受委托: the implementing organ acts for another, which is then the matter's lead department. */
export const ENTRUSTED: readonly PowerSource[] = [PowerSource.ENTRUSTED_BY_SUPERIOR, PowerSource.ENTRUSTED_BY_PEER];

/** Refuses what no implementation list may say. Whoever writes a matter asks this first, whatever the way in. */
export function checkMatter(matter: MatterFacts): void {
  const { implementationCode: code, promisedValue, promisedUnit } = matter;
  const parts = parseImplementationCode(code);
  const agrees =
    parts.creditCode === matter.implementingCreditCode &&
    parts.exerciseLevel === matter.exerciseLevel &&
    parts.basicCode === matter.basicCode;
  if (!agrees) throw codesDisagree(code);
  if (!kindAgrees(matter)) throw kindDisagrees(code);
  checkPower(matter);
  if (matter.stepCount < 1 || matter.stepCount > MOST_STEPS) throw tooManySteps(code);
  if (matter.handlingKind === HandlingKind.IMMEDIATE && promisedValue !== 0) throw immediateTakesTime(code);
  if (matter.handlingKind === HandlingKind.PROMISED && promisedValue === 0) throw promiseTakesNoTime(code);
  const longest = limitByLaw(matter);
  if (longest && !isWithin({ value: promisedValue, unit: promisedUnit }, longest)) throw promiseBeyondLaw(code);
  if ((matter.exerciseLevel === ExerciseLevel.VILLAGE) !== (matter.villageRole !== null)) throw roleOutsideVillage(code);
}

/** What the law says of power that came from another organ (行政强制法 §17, 行政许可法 §24, 行政处罚法 §24). */
function checkPower(matter: MatterFacts): void {
  const { implementationCode: code, powerSource, kind, exerciseLevel } = matter;
  if (ENTRUSTED.includes(powerSource)) {
    if (kind === MatterKind.COERCION) throw coercionEntrusted(code);
    if (matter.leadCreditCode === matter.implementingCreditCode) throw entrustedToItself(code);
  }
  // A department that only sends matters down keeps them; one that is the township's own says so by its division.
  const isOfCounty = scopePrefixOf(matter.divisionCode).length <= 6;
  if (powerSource === PowerSource.DEVOLVED && exerciseLevel === ExerciseLevel.TOWNSHIP && isOfCounty) throw devolvedToDepartment(code);
}

/** What a licence takes at the longest where no other law says (行政许可法§42①, §82). */
const LICENCE_LIMIT: Limit = { value: 20, unit: TimeUnit.WORKDAY };

/** The law’s own limit: as the list states it, or that of every licence; null where the law sets none. */
export function limitByLaw({
  kind,
  statutoryValue,
  statutoryUnit,
}: Pick<MatterFacts, 'kind' | 'statutoryValue' | 'statutoryUnit'>): Limit | null {
  if (statutoryValue !== null && statutoryUnit !== null) return { value: statutoryValue, unit: statutoryUnit };
  return kind === MatterKind.LICENSING ? LICENCE_LIMIT : null;
}

const NATIONAL_CODE = /^00(\d{2})\d{8}$/;
const KNOWN_KINDS = new Set(Object.values(KIND_CODES));

/** Characters 3 and 4 of a national basic code are the kind. Those that the standard leaves open for extension say nothing. */
function kindAgrees({ basicCode, kind }: MatterFacts): boolean {
  const digits = NATIONAL_CODE.exec(basicCode)?.[1];
  return digits === undefined || !KNOWN_KINDS.has(digits) || digits === KIND_CODES[kind];
}
