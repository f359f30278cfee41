import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { actorOf } from '../command/actor';
import type { AuditEntry, Journal } from '../command/journal';
import { transact } from '../command/transact';
import type { RequestContext } from '../context';
import type { ClearReading } from '../personal-data';
import { AuditKind, AuditOutcome } from './audit.enums';
import type { AuditTarget } from './audit-record.entity';

/** A record names no more rows than this, so that it stays readable and fits its column: 64 KiB on MySQL. */
const ROWS_A_RECORD = 200;

/** Writes down who has read whose personal data in clear. The answer waits for it: unrecorded, nothing is shown. */
export async function recordClearReadings(
  database: DataSource,
  journal: Journal,
  clock: Clock,
  context: RequestContext,
  readings: readonly ClearReading[],
): Promise<void> {
  const entry = {
    ...actorOf(context, clock),
    kind: AuditKind.PERSONAL_DATA_READING,
    action: 'READ',
    outcome: AuditOutcome.DONE,
    reason: null,
    inputHash: null,
  };
  const entries = [...rowsByDivision(readings)].flatMap(([divisionCode, rows]): AuditEntry[] =>
    chunks(rows, ROWS_A_RECORD).map((targets) => ({ ...entry, divisionCode, targets })),
  );
  await journal.exportHead(await transact(database, (tx) => journal.append(tx, entries)));
}

/** Each row once, with all its fields that were shown. */
function rowsByDivision(readings: readonly ClearReading[]): Map<string, AuditTarget[]> {
  const rows = new Map<string, { divisionCode: string; type: string; id: string; fields: Set<string> }>();
  for (const { type, id, field, divisionCode } of readings) {
    const key = `${type} ${id}`;
    const row = rows.get(key) ?? { divisionCode, type, id, fields: new Set() };
    row.fields.add(field);
    rows.set(key, row);
  }
  const divisions = new Map<string, AuditTarget[]>();
  for (const { divisionCode, type, id, fields } of rows.values()) {
    const targets = divisions.get(divisionCode) ?? [];
    targets.push({ type, id, fields: [...fields].sort() });
    divisions.set(divisionCode, targets);
  }
  return divisions;
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}
