import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type ChainHead, chainHash } from '../audit/audit-chain';
import type { AuditHeadFile } from '../audit/audit-heads';
import { AuditRecord } from '../audit/audit-record.entity';
import type { Clock } from '../clock';
import { isSqlite } from '../database';
import type { DigestAlgorithm } from '../digest-algorithm';
import { insertAll } from '../insert-all';
import { OutboxEvent } from './outbox-event.entity';
import { OutboxReach, reachOf } from './outbox-reach.entity';

/** What is recorded of an act; number and hashes are the journal's to give. */
export type AuditEntry = Pick<
  AuditRecord,
  | 'kind'
  | 'action'
  | 'subject'
  | 'organization'
  | 'divisions'
  | 'divisionCode'
  | 'targets'
  | 'outcome'
  | 'reason'
  | 'purpose'
  | 'requestId'
  | 'inputHash'
>;

/** Something that others may want to know of: what happened to which object. */
export interface OutboxEntry extends Pick<OutboxEvent, 'type' | 'subjectType' | 'subjectId' | 'divisionCode' | 'payload'> {
  /** Where the subject belonged before, if this moved it: there it is told of as gone. */
  readonly leftDivisionCode?: string | null;
  /** Deleted, or no longer to be seen by whom it was for: told of as gone to all who could see it. */
  readonly isGone?: boolean;
  /** Other divisions that may see the subject after this, for it concerns them too: they are told as its own is. */
  readonly concerns?: readonly string[];
  /** Other divisions that might see it before, and may no more: there it is told of as gone. */
  readonly concernsNoMore?: readonly string[];
}

const HEAD_TABLE = 'journal_head';

/** The one row that says how far the journal has come. Who changes it holds it until commit, so numbers follow the order of commits. */
@Entity(HEAD_TABLE)
export class JournalHead {
  @PrimaryColumn({ type: 'int' })
  readonly id!: number;

  @Column({ type: 'int' })
  readonly auditSequence!: number;

  @Column({ type: 'varchar' })
  readonly auditHash!: string;

  @Column({ type: 'int' })
  readonly eventSequence!: number;
}

export interface JournalOptions {
  readonly subgraph: string;
  readonly clock: Clock;
  readonly algorithm?: DigestAlgorithm;
  readonly headFile?: AuditHeadFile;
}

/** What a subgraph writes beside its rows, in the same transaction: audit records and outbox events. */
export class Journal {
  constructor(private readonly options: JournalOptions) {}

  /**
   * Adds records and events. The last thing a transaction does: from here to its commit no other can write,
   * which is what keeps the chain a chain and lets a reader of events go by their numbers. The answer is the chain's new head.
   */
  async append(tx: EntityManager, entries: readonly AuditEntry[], events: readonly OutboxEntry[] = []): Promise<ChainHead> {
    const now = this.options.clock();
    const head = await holdHead(tx);
    const records = this.chained(entries, head, now);
    const auditSequence = head.auditSequence + records.length;
    const auditHash = records.at(-1)?.hash ?? head.auditHash;
    await tx.query(`UPDATE ${HEAD_TABLE} SET auditSequence = ?, auditHash = ?, eventSequence = ? WHERE id = 1`, [
      auditSequence,
      auditHash,
      head.eventSequence + events.length,
    ]);
    await insertAll(tx, AuditRecord, records);
    const { requestId = '' } = entries[0] ?? {};
    const firstEvent = head.eventSequence + 1;
    const rows = events.map((event, index) => ({ ...placed(event), sequence: firstEvent + index, id: uuid(), at: now, requestId }));
    await insertAll(tx, OutboxEvent, rows);
    await insertAll(tx, OutboxReach, rows.flatMap(reachOf));
    return { sequence: auditSequence, hash: auditHash };
  }

  /** After a commit: tells the file outside the database how far the chain is now. The commit stands, whatever comes of it. */
  async exportHead(head: ChainHead): Promise<void> {
    const { headFile, subgraph, clock } = this.options;
    await headFile?.note({ subgraph, ...head, at: clock().toISOString() });
  }

  private chained(entries: readonly AuditEntry[], head: JournalHead, at: Date): AuditRecord[] {
    const { subgraph, algorithm = 'sha256' } = this.options;
    let sequence = head.auditSequence;
    let previousHash = head.auditHash;
    return entries.map((entry) => {
      sequence += 1;
      const record = { ...entry, sequence, at, algorithm, previousHash };
      previousHash = chainHash(subgraph, record);
      return { ...record, hash: previousHash };
    });
  }
}

/** What is gone has left where it was, and whom it concerned, for nowhere. */
function placed({ isGone = false, leftDivisionCode = null, concerns = [], concernsNoMore = [], ...event }: OutboxEntry) {
  return isGone
    ? { ...event, divisionCode: '', leftDivisionCode: event.divisionCode, concerns: [], concernsNoMore: [...concerns, ...concernsNoMore] }
    : { ...event, leftDivisionCode, concerns, concernsNoMore };
}

/** The row, held until the transaction ends. SQLite needs no word for that: there a transaction holds the whole database. */
async function holdHead(tx: EntityManager): Promise<JournalHead> {
  const lock = isSqlite(tx.connection) ? '' : ' FOR UPDATE';
  const [head] = await tx.query<JournalHead[]>(`SELECT auditSequence, auditHash, eventSequence FROM ${HEAD_TABLE} WHERE id = 1${lock}`);
  if (!head) throw new Error(`the row of ${HEAD_TABLE} is missing: the audit chain cannot go on`);
  return head;
}
