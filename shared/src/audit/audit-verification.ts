import type { DataSource } from 'typeorm';
import { type FindOptionsWhere, MoreThan } from 'typeorm';
import { JournalHead } from '../command/journal';
import { CHAIN_START, chainHash } from './audit-chain';
import type { ExportedHead } from './audit-heads';
import { AuditRecord } from './audit-record.entity';

/** What somebody did to the trail. */
export type Tampering = 'CHANGED' | 'REMOVED' | 'INSERTED' | 'REORDERED' | 'CUT' | 'REWRITTEN';

export interface AuditFinding {
  readonly tampering: Tampering;
  /** The record it is about, by its number. */
  readonly sequence: number;
  /** What is known of that record, or of its neighbours. */
  readonly detail: string;
}

export interface AuditVerification {
  readonly records: number;
  readonly findings: readonly AuditFinding[];
}

const BATCH = 1000;

/**
 * Reads the whole trail and says of each record that does not hold what was done to it. Holds one batch in memory.
 * `exported` are the heads from outside the database: without them, a chain that was rewritten as a whole looks whole.
 */
export async function verifyAudit(
  database: DataSource,
  subgraph: string,
  exported: readonly ExportedHead[],
  onProgress: (records: number) => void = () => undefined,
): Promise<AuditVerification> {
  const findings: AuditFinding[] = [];
  // Of two heads with one number the older counts: a trail that was cut and has grown again has exported the number anew.
  const ours = exported.filter((head) => head.subgraph === subgraph).reverse();
  const expected = new Map(ours.map((head) => [head.sequence, head.hash]));
  // Read before the records: those that are appended meanwhile must not look like too many.
  const head = await journalHeadOf(database);
  let records = 0;
  let last: AuditRecord | null = null;
  for await (const record of recordsOf(database)) {
    records += 1;
    if (records % BATCH === 0) onProgress(records);
    if (!isNumber(record.sequence)) {
      findings.push(found('INSERTED', record, `under a number that is never given: ${said(record)}`));
      continue;
    }
    findings.push(...judged(subgraph, last, record));
    const proof = expected.get(record.sequence);
    if (proof !== undefined && proof !== record.hash)
      findings.push(found('REWRITTEN', record, `the exported head of this number has another hash: ${said(record)}`));
    if (record.sequence === head?.auditSequence && record.hash !== head.auditHash)
      findings.push(found('REWRITTEN', record, `journal_head has another hash for this number: ${said(record)}`));
    expected.delete(record.sequence);
    last = record;
  }
  findings.push(...judgedEnd(last?.sequence ?? 0, head, [...expected.keys()]));
  // Read after the records: whatever was appended meanwhile, it knows of.
  findings.push(...judgedBeyond(last, await journalHeadOf(database)));
  onProgress(records);
  return { records, findings: merged(findings) };
}

const journalHeadOf = ({ manager }: DataSource) => manager.findOneBy(JournalHead, { id: 1 });

/** Oldest first. By number, so that a record that was moved is met where it was moved to. */
async function* recordsOf({ manager }: DataSource): AsyncGenerator<AuditRecord> {
  for (let where: FindOptionsWhere<AuditRecord> = {}; ; ) {
    const batch: AuditRecord[] = await manager.find(AuditRecord, { where, order: { sequence: 'ASC' }, take: BATCH });
    yield* batch;
    if (batch.length < BATCH) return;
    where = { sequence: MoreThan(batch.at(-1)!.sequence) };
  }
}

/** Numbers are given from 1, one by one. What stands before, or between two (SQLite takes any value), is of another's making. */
function isNumber(sequence: unknown): sequence is number {
  return Number.isInteger(sequence) && (sequence as number) >= 1;
}

function judged(subgraph: string, last: AuditRecord | null, record: AuditRecord): AuditFinding[] {
  const findings: AuditFinding[] = [];
  const due = (last?.sequence ?? 0) + 1;
  if (due < record.sequence) {
    const missing = due === record.sequence - 1 ? `#${due}` : `#${due} to #${record.sequence - 1}`;
    const before = last ? said(last) : 'the beginning';
    findings.push({ tampering: 'REMOVED', sequence: due, detail: `${missing}, between ${before} and ${said(record)}` });
  }
  const isWhole = hashOf(subgraph, record) === record.hash;
  const follows = record.previousHash === (last?.hash ?? CHAIN_START);
  // Its own hash holds, but it does not go on from the record before it: it was made elsewhere and put here.
  if (isWhole && !follows && record.sequence === due) findings.push(found('INSERTED', record, said(record)));
  // It goes on from the record before it and the record after goes on from it: its content is another than was hashed.
  if (!isWhole && follows) findings.push(found('CHANGED', record, said(record)));
  if (!isWhole && !follows) findings.push(found('REORDERED', record, `out of its place: ${said(record)}`));
  return findings;
}

function judgedEnd(end: number, head: JournalHead | null, unmet: readonly number[]): AuditFinding[] {
  if (!head) return [{ tampering: 'CUT', sequence: end, detail: 'the row of journal_head is missing' }];
  const claimed = unmet.reduce((most, sequence) => Math.max(most, sequence), head.auditSequence);
  return claimed > end ? [{ tampering: 'CUT', sequence: end + 1, detail: `records ${end + 1} to ${claimed} are gone from the end` }] : [];
}

/** Who appends by hand and leaves the head as it is. */
function judgedBeyond(last: AuditRecord | null, head: JournalHead | null): AuditFinding[] {
  if (!last || !head || last.sequence <= head.auditSequence) return [];
  const known = head.auditSequence;
  return [{ tampering: 'INSERTED', sequence: known + 1, detail: `journal_head ends at #${known}, the records at ${said(last)}` }];
}

function hashOf(subgraph: string, record: AuditRecord): string | null {
  try {
    return chainHash(subgraph, record);
  } catch {
    // An algorithm that does not exist, or an instant that is none: not what was written.
    return null;
  }
}

function found(tampering: Tampering, { sequence }: AuditRecord, detail: string): AuditFinding {
  return { tampering, sequence, detail };
}

function said({ sequence, action, subject, at }: AuditRecord): string {
  return `#${sequence} ${action} by ${subject} at ${Number.isNaN(at?.getTime()) ? 'no time' : at.toISOString()}`;
}

/** A record that is wrong in itself is named once, for what was done to it. */
function merged(findings: readonly AuditFinding[]): AuditFinding[] {
  const bySequence = new Map<number, AuditFinding>();
  for (const finding of findings) if (!bySequence.has(finding.sequence)) bySequence.set(finding.sequence, finding);
  return [...bySequence.values()];
}
