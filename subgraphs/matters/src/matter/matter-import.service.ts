import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ImportAnswer, importDone } from '@township-graph/shared/command/import-done';
import { plainResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { importCsv } from '@township-graph/shared/csv-import';
import { csvString } from '@township-graph/shared/csv-text';
import { sees } from '@township-graph/shared/viewer';
import { matterImport } from './matter.import';

export interface ImportMatters {
  readonly idempotencyKey?: string | null;
  readonly csv: string;
  readonly skipBadRows: boolean;
}

/** A text sent in a request is small enough for one transaction: all of it or nothing. */
const ROWS_AT_ONCE = 10_000;

/** Takes implementation lists that are sent in a request. */
export class MatterImportService {
  constructor(
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  /** Adds and revises matters of organs within the viewer's divisions; what a single bad row refuses is refused whole unless told otherwise. */
  importMatters(context: RequestContext, input: ImportMatters): Promise<ImportAnswer> {
    const { clock } = this;
    const { viewer } = context;
    const { csv, skipBadRows } = input;
    const mayChange = (code: string) => sees(viewer, code, clock);
    return this.commands.run(context, {
      name: 'importMatters',
      needs: 'matters:manage',
      input,
      result: plainResult<ImportAnswer>(),
      work: async (tx) =>
        importDone(
          await importCsv(tx, csvString(csv), () => matterImport({ mayChange, clock }), { skipBadRows, clock, batchSize: ROWS_AT_ONCE }),
          { viewer, clock },
          'MATTERS_IMPORTED',
        ),
    });
  }
}
