import { type Clock, dayOf } from '@township-graph/shared/clock';
import { type ImportReport, importCsv } from '@township-graph/shared/csv-import';
import { csvString } from '@township-graph/shared/csv-text';
import { changeVersion } from '@township-graph/shared/version';
import { allowed, sees, type Viewer } from '@township-graph/shared/viewer';
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

export interface AbolishDivision {
  readonly code: string;
  readonly expectedVersion: number;
  readonly validTo: string;
  readonly successorCode?: string | null;
}

export interface ImportDivisions {
  readonly csv: string;
  readonly validFrom?: string | null;
  readonly skipBadRows: boolean;
}

/** A text sent in a request is small enough for one transaction: all of it or nothing. */
const ROWS_AT_ONCE = 10_000;

/** Commands on the division tree. */
export class DivisionService {
  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Adds and renames divisions within the viewer's own; what a single bad row refuses is refused whole unless told otherwise. */
  importDivisions(viewer: Viewer, { csv, validFrom, skipBadRows }: ImportDivisions): Promise<ImportReport> {
    allowed(viewer, 'directory:manage');
    const mayChange = (code: string) => sees(viewer, code, this.clock);
    return importCsv(this.manager.connection, csvString(csv), () => divisionImport({ mayChange, validFrom, today: dayOf(this.clock()) }), {
      skipBadRows,
      clock: this.clock,
      batchSize: ROWS_AT_ONCE,
    });
  }

  /** Ends a division's existence from a day on; its code stays taken for ever. */
  abolishDivision(viewer: Viewer, { code, expectedVersion, validTo, successorCode }: AbolishDivision): Promise<Division> {
    allowed(viewer, 'directory:manage');
    return this.manager.transaction(async (tx) => {
      const division = await tx.findOneBy(Division, { code });
      if (!division) throw divisionNotFound();
      if (!sees(viewer, code, this.clock)) throw divisionOutsideDuty(code);
      if (division.validTo !== null) throw divisionAlreadyAbolished(division.validTo);
      if (division.validFrom !== null && validTo <= division.validFrom) throw abolishedBeforeBegun(division.validFrom);
      await this.refuseWithLiveChildren(tx, code, validTo);
      if (successorCode && (successorCode === code || !(await tx.existsBy(Division, { code: successorCode })))) throw successorUnknown();
      await changeVersion(tx, Division, { code }, expectedVersion, { validTo, successorCode: successorCode ?? null });
      return tx.findOneByOrFail(Division, { code });
    });
  }

  private async refuseWithLiveChildren(tx: EntityManager, code: string, validTo: string): Promise<void> {
    const live = await tx
      .createQueryBuilder(Division, 'child')
      .where('child.parentCode = :code AND (child.validTo IS NULL OR child.validTo > :validTo)', { code, validTo })
      .getCount();
    if (live > 0) throw divisionHasChildren(live);
  }
}
