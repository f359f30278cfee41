import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditKind, AuditOutcome } from '../audit/audit.enums';
import type { ChainHead } from '../audit/audit-chain';
import type { AuditTarget } from '../audit/audit-record.entity';
import type { Clock } from '../clock';
import type { RequestContext } from '../context';
import { DomainError } from '../errors';
import type { Logger } from '../log';
import { allowed, type Scope, sees, systemViewer, type Viewer } from '../viewer';
import { actorOf } from './actor';
import { databaseFaultOf } from './database-faults';
import { checkedKey, IdempotencyKeys, inputHashOf, KEYS_KEPT_MS, keyReused } from './idempotency';
import type { AuditEntry, Journal, OutboxEntry } from './journal';
import type { ResultForm } from './result-form';
import { transact } from './transact';

/** What a command acted on, and the division that it belongs to. */
export interface Acted {
  readonly type: string;
  readonly id: string;
  readonly divisionCode: string;
}

/** What came of a command's work: the answer, and what others will read of it. */
export interface Done<T> {
  readonly result: T;
  readonly on: readonly Acted[];
  readonly events?: readonly OutboxEntry[];
  /** Where the answer is told again to who sends the same key; where absent, to who sees all divisions that were acted in. */
  readonly seenIn?: readonly string[];
}

/** The same, where something is told whatever was done. */
export type Told<T> = Done<T> & Required<Pick<Done<T>, 'events'>>;

export interface Command<T> {
  /** The mutation's name. */
  readonly name: string;
  /** The scope without which nobody may so much as try. */
  readonly needs: Scope;
  /** All that it was given. */
  readonly input: object & { readonly idempotencyKey?: string | null };
  /** How the answer is kept for a caller that sends the same key again. */
  readonly result: ResultForm<T>;
  /** Loads, checks, changes. May run more than once, so it touches nothing but `tx`. */
  readonly work: (tx: EntityManager) => Promise<Done<T>>;
}

export interface CommandsOptions {
  readonly database: DataSource;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log?: Logger;
}

const FORGET_EVERY_MS = 60 * 60 * 1000;

/**
 * Carries out commands: the change, its audit record, its events and the answer under its key are one transaction, so that
 * none of them is ever there without the others.
 */
export class Commands {
  private forgottenAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: CommandsOptions) {}

  async run<T>(context: RequestContext, command: Command<T>): Promise<T> {
    const { database, journal } = this.options;
    try {
      allowed(context.viewer, command.needs);
      const key = checkedKey(command.input.idempotencyKey);
      const { result, head } = await this.once(() => transact(database, (tx) => this.attempt(tx, context, command, key)));
      if (head) await journal.exportHead(head);
      await this.forgetOldKeys();
      return result;
    } catch (error) {
      if (error instanceof DomainError) await this.recordRefusal(context, command, error);
      throw error;
    }
  }

  /**
   * What a job does by itself: its change, its audit record and its events are one transaction too. Nobody asked, so there is no
   * scope to hold and no key to keep; the work is conditional on what it changes, and answers null when there is nothing to record.
   * What follows from a request elsewhere is recorded under its id.
   */
  async runAsSystem<T>(job: string, work: (tx: EntityManager) => Promise<Done<T> | null>, requestId: string = uuid()): Promise<T | null> {
    const { database, journal } = this.options;
    const attempt = async (tx: EntityManager) => {
      const done = await work(tx);
      return done && { result: done.result, head: await journal.append(tx, systemEntries(job, requestId, done.on), done.events) };
    };
    const act = await this.once(() => transact(database, attempt));
    if (act) await journal.exportHead(act.head);
    return act === null ? null : act.result;
  }

  /** The answer, and the head of the audit chain when something was done: a replay does nothing. */
  private async attempt<T>(
    tx: EntityManager,
    context: RequestContext,
    command: Command<T>,
    key: string | null,
  ): Promise<{ readonly result: T; readonly head?: ChainHead }> {
    const { journal, clock } = this.options;
    const keys = new IdempotencyKeys(tx);
    const subject = context.viewer.subject!;
    const inputHash = inputHashOf(command.name, command.input);
    if (key) {
      const known = await keys.find(subject, key);
      if (known) {
        if (known.inputHash !== inputHash) throw keyReused();
        refuseOutOfSight(context.viewer, known.divisionCodes, clock);
        return { result: command.result.revive(known.result!) };
      }
      await keys.claim({ subject, idempotencyKey: key, inputHash, at: clock() });
    }
    const { result, on, events = [], seenIn = on.map(({ divisionCode }) => divisionCode) } = await command.work(tx);
    if (key) await keys.keep(subject, key, command.result.keep(result), [...new Set(seenIn)].filter(Boolean));
    const entry = { ...actorOf(context, clock), ...actOf(command, inputHash), outcome: AuditOutcome.DONE, reason: null };
    const head = await journal.append(tx, byDivision(entry, on), events);
    return { result, head };
  }

  /**
   * Two that bring a new key at once, or add the same rows: the index lets one through, and the other, when it looks again,
   * finds the answer or the rows, and decides by them.
   */
  private async once<R>(run: () => Promise<R>): Promise<R> {
    try {
      return await run();
    } catch (error) {
      if (databaseFaultOf(error) !== 'duplicate') throw error;
      return run();
    }
  }

  /** Who was refused what: an attempt tells as much as a deed. Recorded where the actor is, not where it reached for. */
  private async recordRefusal<T>(context: RequestContext, command: Command<T>, { code, reason }: DomainError): Promise<void> {
    // Nobody to name, or nothing that was decided: the caller is to look and send it again.
    if (code === 'UNAUTHENTICATED' || code === 'RESULT_UNKNOWN' || reason === 'CONTENDED' || reason === 'STALE_VERSION') return;
    const { database, journal, clock } = this.options;
    const entry = {
      ...actorOf(context, clock),
      ...actOf(command, inputHashOf(command.name, command.input)),
      outcome: AuditOutcome.REFUSED,
      reason,
    };
    const duties = new Set(context.viewer.divisions.map(({ code: divisionCode }) => divisionCode));
    const places = duties.size > 0 ? [...duties] : [''];
    await this.afterwards(async () => {
      const entries = places.map((divisionCode) => ({ ...entry, divisionCode, targets: [] }));
      await journal.exportHead(await transact(database, (tx) => journal.append(tx, entries)));
    });
  }

  private async forgetOldKeys(): Promise<void> {
    const { database, clock } = this.options;
    const now = clock().getTime();
    if (now - this.forgottenAt < FORGET_EVERY_MS) return;
    this.forgottenAt = now;
    await this.afterwards(async () => {
      const hasMore = await new IdempotencyKeys(database.manager).forgetBefore(new Date(now - KEYS_KEPT_MS));
      if (hasMore) this.forgottenAt = Number.NEGATIVE_INFINITY;
    });
  }

  /** What follows a decision and cannot change it any more. */
  private async afterwards(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.log?.error({ err: error }, 'what follows a command failed; the command itself stands');
    }
  }
}

function actOf({ name }: Command<unknown>, inputHash: string): Pick<AuditEntry, 'kind' | 'action' | 'inputHash'> {
  return { kind: AuditKind.COMMAND, action: name, inputHash };
}

/** A job is told from a person by its subject, and acts in the divisions of what it acts on. */
function systemEntries(job: string, requestId: string, on: readonly Acted[]): AuditEntry[] {
  const { subject, organization } = systemViewer(job);
  const act = { kind: AuditKind.COMMAND, action: job, inputHash: null, outcome: AuditOutcome.DONE, reason: null };
  const entry = { ...act, subject: subject!, organization, divisions: [], purpose: null, requestId };
  return byDivision(entry, on).map((each) => ({ ...each, divisions: [each.divisionCode] }));
}

/** A record for each division acted in, so that each division's auditors read what concerns it and no more. */
function byDivision(entry: Omit<AuditEntry, 'divisionCode' | 'targets'>, on: readonly Acted[]): AuditEntry[] {
  const targets = new Map<string, AuditTarget[]>();
  for (const { type, id, divisionCode } of on) targets.set(divisionCode, [...(targets.get(divisionCode) ?? []), { type, id, fields: [] }]);
  if (targets.size === 0) throw new Error(`the command ${entry.action} does not say what it acted on, so it cannot be recorded`);
  return [...targets].map(([divisionCode, each]) => ({ ...entry, divisionCode, targets: each }));
}

/** A key outlives a duty: the answer is told again only to who still sees what it speaks of. */
function refuseOutOfSight(viewer: Viewer, divisionCodes: readonly string[], clock: Clock): void {
  if (divisionCodes.every((code) => sees(viewer, code, clock))) return;
  throw new DomainError('NOT_FOUND', 'NOT_FOUND', { zh: '未找到该请求的结果', en: 'The result of that request was not found' });
}
