import type { SchemeIndicator } from './scheme.parts';

/** Looks into the saved query of an indicator before it is kept, as far as the graph's schema is known. Throws a refusal. */
export interface IndicatorQueryCheck {
  check(indicator: SchemeIndicator): void;
}

/** Where no schema is known: the text alone has been looked at (`scheme.rules`). */
export const UNCHECKED_QUERY: IndicatorQueryCheck = { check: () => undefined };
