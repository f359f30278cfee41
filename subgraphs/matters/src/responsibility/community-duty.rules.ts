import { CleanUpOutcome } from './responsibility.enums';

/** The three tests of what is asked of communities and villages. */
export interface DutyCriteriaFacts {
  readonly lawBased: boolean;
  readonly orderedInWriting: boolean;
  readonly needed: boolean;
}

/** What the tests say: kept when all three are met; else merged into what goes on, or cancelled when nothing takes it up. */
export function outcomeOf({ lawBased, orderedInWriting, needed }: DutyCriteriaFacts, mergedInto: string | null): CleanUpOutcome {
  if (lawBased && orderedInWriting && needed) return CleanUpOutcome.KEPT;
  return mergedInto === null ? CleanUpOutcome.CANCELLED : CleanUpOutcome.MERGED;
}
