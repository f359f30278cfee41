import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ImportAnswer, importDone } from '@township-graph/shared/command/import-done';
import { plainResult, type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { importCsv } from '@township-graph/shared/csv-import';
import { csvString } from '@township-graph/shared/csv-text';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { Division } from './division.entity';
import {
  abolishedBeforeBegun,
  divisionAlreadyAbolished,
  divisionHasChildren,
  divisionNotFound,
  divisionOutsideDuty,
  successorUnknown,
} from './division.errors';
import { divisionImport } from './division.import';
import type { DivisionRepository } from './division.repository';

export interface AbolishDivision {
  readonly idempotencyKey?: string | null;
  readonly code: string;
  readonly expectedVersion: number;
  readonly validTo: string;
  readonly successorCode?: string | null;
}

export interface ImportDivisions {
  readonly idempotencyKey?: string | null;
  readonly csv: string;
  readonly validFrom?: string | null;
  readonly skipBadRows: boolean;
}

/** A text sent in a request is small enough for one transaction: all of it or nothing. */
const ROWS_AT_ONCE = 10_000;

/** Commands on the division tree. */
export class DivisionService {
  private readonly asKept: ResultForm<Division>;

  constructor(
    private readonly commands: Commands,
    private readonly divisions: DivisionRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(divisions.manager, Division);
  }

  /** Adds and renames divisions within the viewer's own; what a single bad row refuses is refused whole unless told otherwise. */
  importDivisions(context: RequestContext, input: ImportDivisions): Promise<ImportAnswer> {
    const { clock } = this;
    const { viewer } = context;
    const { csv, validFrom, skipBadRows } = input;
    const mayChange = (code: string) => sees(viewer, code, clock);
    const makePlan = () => divisionImport({ mayChange, validFrom, today: dayOf(clock()) });
    return this.commands.run(context, {
      name: 'importDivisions',
      needs: 'directory:manage',
      input,
      result: plainResult<ImportAnswer>(),
      work: async (tx) =>
        importDone(
          await importCsv(tx, csvString(csv), makePlan, { skipBadRows, clock, batchSize: ROWS_AT_ONCE }),
          { viewer, clock },
          'DIVISIONS_IMPORTED',
        ),
    });
  }

  /** Ends a division's existence from a day on; its code stays taken for ever. */
  abolishDivision(context: RequestContext, input: AbolishDivision): Promise<Division> {
    const { code, expectedVersion, validTo } = input;
    const successorCode = input.successorCode ?? null;
    return this.commands.run(context, {
      name: 'abolishDivision',
      needs: 'directory:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        await this.refuseUnfit(tx, context.viewer, input);
        await this.divisions.change(tx, context.viewer, { code }, expectedVersion, { validTo, successorCode });
        const division = await tx.findOneByOrFail(Division, { code });
        const payload = { validTo, successorCode, version: division.version };
        return {
          result: division,
          on: [{ type: 'Division', id: code, divisionCode: code }],
          events: [{ type: 'DIVISION_ABOLISHED', subjectType: 'Division', subjectId: code, divisionCode: code, payload }],
        };
      },
    });
  }

  private async refuseUnfit(tx: EntityManager, viewer: Viewer, { code, validTo, successorCode }: AbolishDivision): Promise<void> {
    const division = await tx.findOneBy(Division, { code });
    if (!division) throw divisionNotFound();
    if (!sees(viewer, code, this.clock)) throw divisionOutsideDuty(code);
    if (division.validTo !== null) throw divisionAlreadyAbolished(division.validTo);
    if (division.validFrom !== null && validTo <= division.validFrom) throw abolishedBeforeBegun(division.validFrom);
    await this.refuseWithLiveChildren(tx, code, validTo);
    if (successorCode && (successorCode === code || !(await tx.existsBy(Division, { code: successorCode })))) throw successorUnknown();
  }

  private async refuseWithLiveChildren(tx: EntityManager, code: string, validTo: string): Promise<void> {
    const live = await tx
      .createQueryBuilder(Division, 'child')
      .where('child.parentCode = :code AND (child.validTo IS NULL OR child.validTo > :validTo)', { code, validTo })
      .getCount();
    if (live > 0) throw divisionHasChildren(live);
  }
}
