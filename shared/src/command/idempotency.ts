import { createHash } from 'node:crypto';
import { Column, Entity, type EntityManager, In, LessThan, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors';

/** A command that was carried out under a key of its caller's, with what it answered. */
@Entity('idempotency_record')
export class IdempotencyRecord {
  /** Keys are each caller's own: another's key is another key. */
  @PrimaryColumn({ type: 'varchar' })
  readonly subject!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly idempotencyKey!: string;

  /** Of the command's name and all it was given. */
  @Column({ type: 'varchar' })
  readonly inputHash!: string;

  /** Where the objects lie: who no longer sees them is not told the answer again. */
  @Column({ type: 'simple-json' })
  readonly divisionCodes!: readonly string[];

  @Column({ type: 'text', nullable: true })
  readonly result!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  readonly at!: Date;
}

/** How long a key is kept: long past any client's patience, short of a growing table. */
export const KEYS_KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const FORGOTTEN_AT_ONCE = 500;

/** The key, checked, or null when none was given. */
export function checkedKey(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  if (/^[\w.:~-]{8,100}$/.test(key)) return key;
  throw new DomainError('BAD_USER_INPUT', 'IDEMPOTENCY_KEY_MALFORMED', {
    zh: 'idempotencyKey 须为 8 至 100 位字母、数字或 . : ~ - _，建议使用 UUID',
    en: 'An idempotencyKey has 8 to 100 letters, digits or . : ~ - _; a UUID does well',
  });
}

export const keyReused = () =>
  new DomainError('CONFLICT', 'IDEMPOTENCY_KEY_REUSED', {
    zh: '该 idempotencyKey 已用于另一请求',
    en: 'This idempotencyKey was used for another request',
  });

/** The hash of a command's name and input, whatever the order of its fields; the key itself is not part of it. */
export function inputHashOf(command: string, { idempotencyKey: _, ...input }: object & { readonly idempotencyKey?: unknown }): string {
  return createHash('sha256')
    .update(JSON.stringify([command, sorted(input)]))
    .digest('hex');
}

/** Fields by name, and those that were left out as those that are null. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}

/** Keys under which a subject's commands were carried out. Everything happens in the command's own transaction. */
export class IdempotencyKeys {
  constructor(private readonly tx: EntityManager) {}

  find(subject: string, idempotencyKey: string): Promise<IdempotencyRecord | null> {
    return this.tx.findOneBy(IdempotencyRecord, { subject, idempotencyKey });
  }

  /** Takes the key before any work is done: of two that bring it at once, one waits here and then finds it taken. */
  async claim(record: Omit<IdempotencyRecord, 'result' | 'divisionCodes'>): Promise<void> {
    await this.tx.insert(IdempotencyRecord, { ...record, divisionCodes: [], result: null });
  }

  async keep(subject: string, idempotencyKey: string, result: string, divisionCodes: readonly string[]): Promise<void> {
    await this.tx.update(IdempotencyRecord, { subject, idempotencyKey }, { result, divisionCodes });
  }

  /** Forgets some of the keys that nobody will bring again, few at a time, so that no command waits for it. True when there may be more. */
  async forgetBefore(instant: Date): Promise<boolean> {
    const old = await this.tx.find(IdempotencyRecord, {
      select: { subject: true, idempotencyKey: true },
      where: { at: LessThan(instant) },
      take: FORGOTTEN_AT_ONCE,
    });
    for (const subject of new Set(old.map((record) => record.subject))) {
      const keys = old.filter((record) => record.subject === subject).map(({ idempotencyKey }) => idempotencyKey);
      await this.tx.delete(IdempotencyRecord, { subject, idempotencyKey: In(keys) });
    }
    return old.length === FORGOTTEN_AT_ONCE;
  }
}
