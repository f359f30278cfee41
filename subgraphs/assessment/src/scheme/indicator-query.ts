import type { Viewer } from '@township-graph/shared/viewer';
import type { SubjectKind } from './scheme.enums';
import type { SchemeIndicator } from './scheme.parts';

/** Of a scheme, what its queries are looked into by. */
export interface QueriedScheme {
  readonly divisionCode: string;
  readonly subjectKind: SubjectKind;
  readonly indicators: readonly SchemeIndicator[];
}

/** Looks into the saved queries of a scheme before it is kept. */
export interface IndicatorQueryCheck {
  /** By rules; throws a refusal. */
  check(indicator: SchemeIndicator, subjectKind: SubjectKind): void;
  /** By asking the graph, before anything is written; throws a refusal. */
  tryOut(viewer: Viewer, scheme: QueriedScheme): Promise<void>;
}
