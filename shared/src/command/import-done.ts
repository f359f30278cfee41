import type { Clock } from '../clock';
import type { ImportReport } from '../csv-import';
import { scopePrefixOf } from '../division-code';
import type { DomainError } from '../errors';
import { divisionsOf, sees, type Viewer } from '../viewer';
import type { Acted, Done } from './commands';

/** What an import answers, as plain data: it must outlive the request under its idempotency key. */
export interface ImportAnswer extends Omit<ImportReport, 'badRows'> {
  readonly badRows: readonly { readonly line: number; readonly error: Pick<DomainError, 'reason' | 'text'> }[];
}

/** What an import acts on: what it was given, named by kind and content. */
const FILE = 'File';

/** What came of an import: one act and one event for each place that it wrote to, or where the importer is when it wrote nothing. */
export function importDone(
  report: ImportReport,
  { viewer, clock }: { readonly viewer: Viewer; readonly clock: Clock },
  event: string,
): Done<ImportAnswer> {
  const { id, inserted, updated } = report;
  const badRows = report.badRows.map(({ line, error: { reason, text } }) => ({ line, error: { reason, text } }));
  const places = new Set(placesOf(report.divisions, viewer, clock));
  const on = (places.size > 0 ? [...places] : ['']).map((divisionCode): Acted => ({ type: FILE, id, divisionCode }));
  const hasChanged = inserted + updated > 0;
  const events = hasChanged
    ? on.map(({ divisionCode }) => ({
        type: event,
        subjectType: FILE,
        subjectId: id,
        divisionCode,
        payload: { inserted, updated },
      }))
    : [];
  return { result: { ...report, badRows }, on, events };
}

/** The counties that were written to; where the importer's duty is but a part of one, that part: the rest of it saw nothing. */
function placesOf(counties: readonly string[], viewer: Viewer, clock: Clock): string[] {
  const duties = divisionsOf(viewer, clock);
  if (counties.length === 0) return duties;
  return counties.flatMap((county) =>
    sees(viewer, county, clock) ? [county] : duties.filter((duty) => scopePrefixOf(duty).startsWith(scopePrefixOf(county))),
  );
}
