import type { ImportReport } from '../csv-import';
import type { DomainError } from '../errors';
import type { Viewer } from '../viewer';
import type { Acted, Done } from './commands';

/** What an import answers, as plain data: it must outlive the request under its idempotency key. */
export interface ImportAnswer extends Omit<ImportReport, 'badRows'> {
  readonly badRows: readonly { readonly line: number; readonly error: Pick<DomainError, 'reason' | 'text'> }[];
}

/** What came of an import: one act and one event for each county that it wrote to, or for the importer's divisions when it wrote nothing. */
export function importDone(
  report: ImportReport,
  viewer: Viewer,
  names: { readonly type: string; readonly event: string },
): Done<ImportAnswer> {
  const { id, inserted, updated } = report;
  const badRows = report.badRows.map(({ line, error: { reason, text } }) => ({ line, error: { reason, text } }));
  const places = report.divisions.length > 0 ? report.divisions : viewer.divisions.map(({ code }) => code);
  const on = (places.length > 0 ? places : ['']).map((divisionCode): Acted => ({ type: names.type, id, divisionCode }));
  const hasChanged = inserted + updated > 0;
  const events = hasChanged
    ? on.map(({ divisionCode }) => ({
        type: names.event,
        subjectType: names.type,
        subjectId: id,
        divisionCode,
        payload: { inserted, updated },
      }))
    : [];
  return { result: { ...report, badRows }, on, events };
}
