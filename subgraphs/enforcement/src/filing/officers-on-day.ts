import type { EntityManager } from 'typeorm';
import type { OfficerFacts } from './team.rules';

/** An officer as a case asks about one, on a day. */
export interface OfficerOnDay extends OfficerFacts {
  readonly isLegalReviewer: boolean;
  /** Holds the legal profession qualification. */
  readonly isQualified: boolean;
}

/** The officers of these ids that serve where the case is; unknown ones are left out. */
export type OfficersOnDay = (tx: EntityManager, ids: readonly string[], divisionCode: string, day: string) => Promise<OfficerOnDay[]>;

/** Until officers are recorded there are none. */
export const noOfficers: OfficersOnDay = async () => [];
