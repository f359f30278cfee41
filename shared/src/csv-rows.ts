import { parse } from 'csv-parse';
import type { CsvText } from './csv-text';
import { DomainError } from './errors';

/** One row of a CSV text: where it stands and what its columns say. */
export interface CsvRow {
  /** Line of the text on which the row ends, counted from 1, the header included. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A column that a text must have: its name, or the names that it may have. */
export type NeededColumn = string | readonly string[];

/** A row that cannot be taken, and why. */
export interface BadRow {
  readonly line: number;
  readonly error: DomainError;
}

/** Reads rows one after another; a malformed one is yielded as bad, and the rest still read. */
export async function* csvRows(
  text: CsvText,
  columns: readonly NeededColumn[],
  onBytes?: (bytes: number) => void,
): AsyncGenerator<CsvRow | BadRow> {
  const parser = new RecordParser();
  let header: readonly string[] | null = null;
  const rowsOf = (records: readonly Recorded[]): (CsvRow | BadRow)[] =>
    records.flatMap(({ record, line }) => {
      if (header !== null) return [rowOf(header, record, line)];
      header = checkedHeader(record, columns);
      return [];
    });
  for await (const piece of text.read(onBytes)) yield* rowsOf(await parser.parse(piece));
  const { records, cutOffAt } = await parser.end();
  yield* rowsOf(records);
  if (header === null) throw missingColumns(columns);
  if (cutOffAt !== null) yield { line: cutOffAt, error: malformedRow() };
}

interface Recorded {
  readonly record: readonly string[];
  readonly line: number;
}

/**
 * csv-parse, a piece at a time. Its stream is not read from: when it fails at the last row it would throw away
 * the good rows before it, so they are taken in its callback.
 */
class RecordParser {
  private records: Recorded[] = [];
  private failure: (Error & { lines?: number }) | null = null;
  private readonly parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: 1_000_000,
    on_record: (record: string[], { lines }) => {
      this.records.push({ record, line: lines });
      return null;
    },
  });

  constructor() {
    this.parser.on('error', (error) => {
      this.failure = error;
    });
    this.parser.resume();
  }

  async parse(piece: string): Promise<readonly Recorded[]> {
    if (this.failure === null) await new Promise<void>((resolve) => this.parser.write(piece, () => resolve()));
    return this.taken();
  }

  /** The last rows, and the line of one that is cut off. */
  async end(): Promise<{ records: readonly Recorded[]; cutOffAt: number | null }> {
    if (this.failure === null) await new Promise<void>((resolve) => this.parser.once('close', resolve).end());
    const cutOffAt = this.failure === null ? null : (this.failure.lines ?? this.parser.info.lines);
    return { records: this.taken(), cutOffAt };
  }

  private taken(): readonly Recorded[] {
    const { records } = this;
    this.records = [];
    return records;
  }
}

function checkedHeader(header: readonly string[], columns: readonly NeededColumn[]): readonly string[] {
  const missing = columns.filter((column) => ![column].flat().some((name) => header.includes(name)));
  if (missing.length > 0) throw missingColumns(missing);
  return header;
}

function rowOf(header: readonly string[], record: readonly string[], line: number): CsvRow | BadRow {
  if (record.length !== header.length) return { line, error: wrongWidth(header.length, record.length) };
  return { line, values: Object.fromEntries(header.map((column, index) => [column, record[index]!])) };
}

function missingColumns(missing: readonly NeededColumn[]): DomainError {
  const columns = missing.map((column) => [column].flat()[0]!);
  return new DomainError(
    'BAD_USER_INPUT',
    'COLUMNS_MISSING',
    { zh: `缺少列：${columns.join('、')}`, en: `Columns missing: ${columns.join(', ')}` },
    { columns },
  );
}

const wrongWidth = (expected: number, found: number) =>
  new DomainError(
    'BAD_USER_INPUT',
    'ROW_WIDTH',
    { zh: `应有 ${expected} 列，实有 ${found} 列`, en: `${expected} columns expected, ${found} found` },
    { expected, found },
  );

const malformedRow = () =>
  new DomainError('BAD_USER_INPUT', 'ROW_MALFORMED', { zh: '引号不配对或行不完整', en: 'A quote is not closed, or the row is cut off' });
