import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Clock, systemClock } from './clock';
import { type BadRow, type CsvRow, csvRows, type NeededColumn } from './csv-rows';
import type { CsvText } from './csv-text';
import { DomainError } from './errors';
import { ImportCheckpoint } from './import-checkpoint';

/** What became of the rows of a batch. */
export interface WriteCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** How rows of one kind are imported. One is made for each import, so that it may remember what it has seen. */
export interface ImportPlan<R> {
  /** Names the kind, for the checkpoint. */
  readonly kind: string;
  readonly columns: readonly NeededColumn[];
  /** The record of a row, or a DomainError that says why it cannot be one. Called for every row, in order, in both passes. */
  read(row: CsvRow): R;
  /** Rows of a batch that what is stored already refuses. */
  refused(manager: EntityManager, records: readonly R[]): Promise<readonly { readonly index: number; readonly error: DomainError }[]>;
  write(manager: EntityManager, records: readonly R[]): Promise<WriteCounts>;
  /** The division that a record belongs to. */
  divisionOf(record: R): string;
}

/** What one transaction of an import wrote. */
export interface WrittenBatch {
  /** Names the kind and the file's content. */
  readonly id: string;
  /** Rows of the file so far. */
  readonly rowsDone: number;
  /** Divisions of county level or above that its rows belong to. */
  readonly divisions: readonly string[];
}

export interface ImportOptions {
  /** Take the good rows of a file that has bad ones; otherwise such a file is refused whole. */
  readonly skipBadRows?: boolean;
  readonly batchSize?: number;
  readonly clock?: Clock;
  /** Runs in the transaction of each batch: what it writes stands or falls with the rows. */
  readonly onBatch?: (tx: EntityManager, batch: WrittenBatch) => Promise<void>;
  /** Told of bytes read: the first pass checks, the second writes. */
  readonly onProgress?: (phase: 'check' | 'write', bytes: number, total: number) => void;
}

export interface ImportReport extends WriteCounts {
  readonly rows: number;
  readonly bad: number;
  /** The first hundred bad rows. */
  readonly badRows: readonly BadRow[];
  /** Rows that an earlier, interrupted import of the same file had written. */
  readonly resumedAfter: number;
  /** Names the kind and the file's content. */
  readonly id: string;
  /** Divisions of county level or above that the written rows belong to. */
  readonly divisions: readonly string[];
  /** False when bad rows kept the file out. */
  readonly isWritten: boolean;
}

const BAD_ROWS_SHOWN = 100;
const COUNTY_DIGITS = 6;
const NOTHING: WriteCounts = { inserted: 0, updated: 0, unchanged: 0 };

/**
 * Imports a CSV text in two passes: the first checks every row and writes nothing, the second writes in batches,
 * each in a transaction with its checkpoint. Neither holds more than one batch in memory.
 * Called within a transaction, it is a part of that one.
 */
export async function importCsv<R>(
  manager: EntityManager,
  text: CsvText,
  makePlan: () => ImportPlan<R>,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { skipBadRows = false, batchSize = 1000, clock = systemClock, onProgress, onBatch } = options;
  const checked = await check(manager, text, makePlan(), batchSize, onProgress);
  const { digest, ...counted } = checked;
  const plan = makePlan();
  const id = `${plan.kind}:${digest}`;
  if (counted.bad > 0 && !skipBadRows) return { ...counted, ...NOTHING, id, divisions: [], resumedAfter: 0, isWritten: false };
  const resumedAfter = (await manager.findOneBy(ImportCheckpoint, { id }))?.rowsDone ?? 0;
  const counts = { ...NOTHING } as { -readonly [key in keyof WriteCounts]: number };
  const divisions = new Set<string>();
  let rowsDone = 0;
  const report = onProgress && ((bytes: number) => onProgress('write', bytes, text.bytes));
  for await (const batch of batches(csvRows(text, plan.columns, report), plan, batchSize)) {
    rowsDone += batch.rows;
    if (rowsDone <= resumedAfter) continue;
    await manager.transaction(async (tx) => {
      const records = batch.records.map(({ record }) => record);
      const refused = new Set((await plan.refused(tx, records)).map(({ index }) => index));
      const taken = records.filter((_, index) => !refused.has(index));
      const written = await plan.write(tx, taken);
      const counties = new Set(taken.map((record) => plan.divisionOf(record).slice(0, COUNTY_DIGITS)));
      for (const county of counties) divisions.add(county);
      await tx.save(ImportCheckpoint, { id, rowsDone, updatedAt: clock() });
      // Last, for a journal that it appends to keeps others waiting until the commit.
      await onBatch?.(tx, { id, rowsDone, divisions: [...counties].sort() });
      for (const key of Object.keys(counts) as (keyof WriteCounts)[]) counts[key] += written[key];
    });
  }
  await manager.delete(ImportCheckpoint, { id });
  return { ...counted, ...counts, id, divisions: [...divisions].sort(), resumedAfter, isWritten: true };
}

async function check<R>(
  manager: EntityManager,
  text: CsvText,
  plan: ImportPlan<R>,
  batchSize: number,
  onProgress: ImportOptions['onProgress'],
) {
  const hash = createHash('sha256');
  const hashed: CsvText = { bytes: text.bytes, read: (onBytes) => hashing(text.read(onBytes), (piece) => hash.update(piece)) };
  const badRows: BadRow[] = [];
  let bad = 0;
  let rows = 0;
  const note = (found: readonly BadRow[]) => {
    bad += found.length;
    badRows.push(...found.slice(0, BAD_ROWS_SHOWN - badRows.length));
  };
  for await (const batch of batches(
    csvRows(hashed, plan.columns, onProgress && ((bytes) => onProgress('check', bytes, text.bytes))),
    plan,
    batchSize,
  )) {
    rows += batch.rows;
    const refused = await plan.refused(
      manager,
      batch.records.map(({ record }) => record),
    );
    note(
      [...batch.bad, ...refused.map(({ index, error }) => ({ line: batch.records[index]!.line, error }))].sort((a, b) => a.line - b.line),
    );
  }
  return { rows, bad, badRows, digest: hash.digest('hex') };
}

interface Batch<R> {
  /** Rows read, bad ones included. */
  readonly rows: number;
  readonly records: readonly { readonly line: number; readonly record: R }[];
  readonly bad: readonly BadRow[];
}

async function* batches<R>(rows: AsyncIterable<CsvRow | BadRow>, plan: ImportPlan<R>, size: number): AsyncGenerator<Batch<R>> {
  let records: { line: number; record: R }[] = [];
  let bad: BadRow[] = [];
  for await (const row of rows) {
    const read = 'error' in row ? row : attempt(plan, row);
    if ('error' in read) bad.push(read);
    else records.push(read);
    if (records.length + bad.length < size) continue;
    yield { rows: records.length + bad.length, records, bad };
    records = [];
    bad = [];
  }
  if (records.length + bad.length > 0) yield { rows: records.length + bad.length, records, bad };
}

function attempt<R>(plan: ImportPlan<R>, row: CsvRow): { line: number; record: R } | BadRow {
  try {
    return { line: row.line, record: plan.read(row) };
  } catch (error) {
    if (error instanceof DomainError) return { line: row.line, error };
    throw error;
  }
}

async function* hashing(pieces: AsyncIterable<string>, update: (piece: string) => void): AsyncIterable<string> {
  for await (const piece of pieces) {
    update(piece);
    yield piece;
  }
}
