import { ExerciseLevel, parseImplementationCode } from '@township-graph/shared/implementation-code';
import type { Matter } from './matter.entity';
import { HandlingKind } from './matter.enums';
import { codesDisagree, immediateTakesTime, promiseBeyondLaw, roleOutsideVillage, tooManySteps } from './matter.errors';
import { isWithin } from './time-limit';

/** 环节不超过 4 个 */
export const MOST_STEPS = 4;

/** What the rules judge: the columns of a revision, before it is a row. */
export type MatterFacts = Pick<
  Matter,
  | 'implementationCode'
  | 'implementingCreditCode'
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

/** Refuses what no implementation list may say. Whoever writes a matter asks this first, whatever the way in. */
export function checkMatter(matter: MatterFacts): void {
  const { implementationCode: code, statutoryValue, statutoryUnit, promisedValue, promisedUnit } = matter;
  const parts = parseImplementationCode(code);
  const agrees =
    parts.creditCode === matter.implementingCreditCode &&
    parts.exerciseLevel === matter.exerciseLevel &&
    parts.basicCode === matter.basicCode;
  if (!agrees) throw codesDisagree(code);
  if (matter.stepCount < 1 || matter.stepCount > MOST_STEPS) throw tooManySteps(code);
  if (matter.handlingKind === HandlingKind.IMMEDIATE && promisedValue !== 0) throw immediateTakesTime(code);
  if (statutoryValue !== null && statutoryUnit !== null) {
    const promised = { value: promisedValue, unit: promisedUnit };
    if (!isWithin(promised, { value: statutoryValue, unit: statutoryUnit })) throw promiseBeyondLaw(code);
  }
  if ((matter.exerciseLevel === ExerciseLevel.VILLAGE) !== (matter.villageRole !== null)) throw roleOutsideVillage(code);
}
