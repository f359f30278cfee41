import { addDays } from '@township-graph/shared/calendar';
import { MatterState } from './matter.enums';
import { draftAfterPublication, draftNeverPublished, endsBeforeItBegins, revisionBackdated } from './matter-import.errors';

/** What a list's row does to a matter. */
export type RevisionStep =
  /** Nothing: the last revision says the same. */
  | 'NONE'
  /** It is the first revision. */
  | 'FIRST'
  /** It takes the place of a draft, which was never in force and has no history. */
  | 'REPLACE'
  /** It ends the last revision and follows it. */
  | 'NEXT';

/** The last revision of a matter. */
export interface StandingRevision {
  readonly state: MatterState;
  readonly validFrom: string;
  readonly digest: string;
}

/** What a row says instead, and from which day on. */
export interface IncomingRevision {
  readonly state: MatterState;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly digest: string;
}

/** The day on which history shows a revision: the last on which it held, today while it holds, the first of one to come. */
export function dayInHistory(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  today: string,
): string {
  const last = validTo !== null && validTo <= today ? addDays(validTo, -1) : today;
  // One that was corrected on its first day held on none.
  return last < validFrom ? validFrom : last;
}

/** The step, or a DomainError. What held on days before the new revision is never changed. */
export function stepFor(standing: StandingRevision | null, incoming: IncomingRevision, today: string): RevisionStep {
  if (standing?.digest === incoming.digest) return 'NONE';
  if (incoming.validTo !== null && incoming.validTo <= incoming.validFrom) throw endsBeforeItBegins(incoming.validFrom);
  if (!standing) return 'FIRST';
  if (standing.state === MatterState.DRAFT) {
    if (incoming.state === MatterState.ABOLISHED) throw draftNeverPublished();
    return 'REPLACE';
  }
  if (incoming.state === MatterState.DRAFT) throw draftAfterPublication();
  // A revision of today may be corrected today; one that has held for a day has been relied on.
  const isCorrection = incoming.validFrom === standing.validFrom && standing.validFrom >= today;
  if (incoming.validFrom <= standing.validFrom && !isCorrection) throw revisionBackdated(standing.validFrom);
  return 'NEXT';
}
