import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
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
}

export interface ImportOptions {
  /** Take the good rows of a file that has bad ones; otherwise such a file is refused whole. */
  readonly skipBadRows?: boolean;
  readonly batchSize?: number;
  readonly clock?: Clock;
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
  /** False when bad rows kept the file out. */
  readonly isWritten: boolean;
}

const BAD_ROWS_SHOWN = 100;
const NOTHING: WriteCounts = { inserted: 0, updated: 0, unchanged: 0 };

/**
 * Imports a CSV text in two passes: the first checks every row and writes nothing, the second writes in batches,
 * each in a transaction with its checkpoint. Neither holds more than one batch in memory.
 */
export async function importCsv<R>(
  database: DataSource,
  text: CsvText,
  makePlan: () => ImportPlan<R>,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { skipBadRows = false, batchSize = 1000, clock = systemClock, onProgress } = options;
  const checked = await check(database.manager, text, makePlan(), batchSize, onProgress);
  const { digest, ...counted } = checked;
  if (counted.bad > 0 && !skipBadRows) return { ...counted, ...NOTHING, resumedAfter: 0, isWritten: false };
  const plan = makePlan();
  const id = `${plan.kind}:${digest}`;
  const resumedAfter = (await database.manager.findOneBy(ImportCheckpoint, { id }))?.rowsDone ?? 0;
  const counts = { ...NOTHING } as { -readonly [key in keyof WriteCounts]: number };
  let rowsDone = 0;
  const report = onProgress && ((bytes: number) => onProgress('write', bytes, text.bytes));
  for await (const batch of batches(csvRows(text, plan.columns, report), plan, batchSize)) {
    rowsDone += batch.rows;
    if (rowsDone <= resumedAfter) continue;
    await database.manager.transaction(async (tx) => {
      const refused = new Set(
        (
          await plan.refused(
            tx,
            batch.records.map(({ record }) => record),
          )
        ).map(({ index }) => index),
      );
      const written = await plan.write(
        tx,
        batch.records.filter((_, index) => !refused.has(index)).map(({ record }) => record),
      );
      await tx.save(ImportCheckpoint, { id, rowsDone, updatedAt: clock() });
      for (const key of Object.keys(counts) as (keyof WriteCounts)[]) counts[key] += written[key];
    });
  }
  await database.manager.delete(ImportCheckpoint, { id });
  return { ...counted, ...counts, resumedAfter, isWritten: true };
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
