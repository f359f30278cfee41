import type { Clock } from '@township-graph/shared/clock';
import { type ImportReport, importCsv } from '@township-graph/shared/csv-import';
import { csvString } from '@township-graph/shared/csv-text';
import { allowed, sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { matterImport } from './matter.import';

export interface ImportMatters {
  readonly csv: string;
  readonly skipBadRows: boolean;
}

/** A text sent in a request is small enough for one transaction: all of it or nothing. */
const ROWS_AT_ONCE = 10_000;

/** Takes implementation lists that are sent in a request. */
export class MatterImportService {
  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Adds and revises matters of organs within the viewer's divisions; what a single bad row refuses is refused whole unless told otherwise. */
  importMatters(viewer: Viewer, { csv, skipBadRows }: ImportMatters): Promise<ImportReport> {
    allowed(viewer, 'matters:manage');
    const { clock } = this;
    const mayChange = (code: string) => sees(viewer, code, clock);
    return importCsv(this.manager.connection, csvString(csv), () => matterImport({ mayChange, clock }), {
      skipBadRows,
      clock,
      batchSize: ROWS_AT_ONCE,
    });
  }
}
