import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../clock';
import { type DeadlineRule, DeadlineState, type Extension } from '../deadline';
import { DomainError } from '../errors';
import { held } from '../held';
import { insertAll } from '../insert-all';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineLight, isWorse } from './deadline.enums';
import { type Standing, standingAt } from './deadline-standing';

/** Whose time it is. */
export interface DeadlineSubject {
  readonly type: string;
  readonly id: string;
  readonly divisionCode: string;
}

export const OPEN: readonly DeadlineState[] = [DeadlineState.RUNNING, DeadlineState.SUSPENDED, DeadlineState.OVERDUE];

/** Starts, stops and ends the clocks of cases. Everything happens in the transaction of the command that does it. */
export class Deadlines {
  constructor(private readonly clock: Clock) {}

  /** Starts a clock; the day of `startedAt` is not counted. */
  async start(
    tx: EntityManager,
    subject: DeadlineSubject,
    kind: string,
    rule: DeadlineRule,
    startedAt = this.clock(),
  ): Promise<CaseDeadline> {
    const { type: subjectType, id: subjectId, divisionCode } = subject;
    const { limit, restDay, basis: ruleBasis } = rule;
    const given = {
      id: uuid(),
      subjectType,
      subjectId,
      divisionCode,
      kind,
      startedAt,
      limitValue: limit.value,
      limitUnit: limit.unit,
      restDay,
      ruleBasis,
      suspensions: [],
      extensions: [],
      metAt: null,
    };
    const now = this.clock();
    const standing = standingAt(now, given);
    await insertAll(tx, CaseDeadline, [{ ...given, ...untilTold(DeadlineLight.GREEN, standing, now) }]);
    return Object.assign(new CaseDeadline(), given, standing);
  }

  /** What was due is done; of a clock that ran out already, late. A kind that has no open clock is left alone. */
  meet(tx: EntityManager, subjectId: string, kind: string): Promise<void> {
    return this.changeOpen(tx, subjectId, [kind], (now) => ({ metAt: now }));
  }

  /** The time stands still from now on (such as 行政许可法§45), unless it does already or has run out. */
  suspend(tx: EntityManager, subjectId: string, kinds: readonly string[], basis: string): Promise<void> {
    return this.changeOpen(tx, subjectId, kinds, (now, { state, suspensions }) => {
      const stands = suspensions.some(({ to }) => to === null);
      return stands || state === DeadlineState.OVERDUE
        ? null
        : { suspensions: [...suspensions, { from: now.toISOString(), to: null, basis }] };
    });
  }

  /** The time goes on. */
  resume(tx: EntityManager, subjectId: string, kinds: readonly string[]): Promise<void> {
    return this.changeOpen(tx, subjectId, kinds, (now, { suspensions }) => ({
      suspensions: suspensions.map((each) => (each.to === null ? { ...each, to: now.toISOString() } : each)),
    }));
  }

  /** Adds time, before the time is up: what ran out is not made good afterwards. */
  extend(tx: EntityManager, subjectId: string, kind: string, extension: Extension): Promise<void> {
    return this.changeOpen(tx, subjectId, [kind], (_now, { state, extensions }) => {
      if (state === DeadlineState.OVERDUE) throw alreadyOverdue(kind);
      return { extensions: [...extensions, extension] };
    });
  }

  /** Nothing is due any more; what ran out stays on record as overdue. */
  async lapse(tx: EntityManager, subjectId: string, kinds?: readonly string[]): Promise<void> {
    const now = this.clock();
    for (const deadline of await this.open(tx, subjectId)) {
      if (kinds && !kinds.includes(deadline.kind)) continue;
      const standing = standingAt(now, deadline);
      const isLate = standing.state === DeadlineState.OVERDUE;
      const lapsed = { ...standing, state: DeadlineState.LAPSED, light: DeadlineLight.GREEN, nextAt: null };
      await tx.update(CaseDeadline, { id: deadline.id }, isLate ? untilTold(deadline.light, standing, now) : lapsed);
    }
  }

  /** A subject that went to another division takes its clocks along. */
  async move(tx: EntityManager, { id, divisionCode }: DeadlineSubject): Promise<void> {
    await tx.update(CaseDeadline, { subjectId: id }, { divisionCode });
  }

  /** The clocks of a subject that somebody still has to meet, held until the transaction ends: the scheduler may be at them too. */
  open(tx: EntityManager, subjectId: string): Promise<CaseDeadline[]> {
    return held(tx.createQueryBuilder(CaseDeadline, 'deadline'))
      .where('deadline.subjectId = :subjectId AND deadline.metAt IS NULL AND deadline.state IN (:...states)', { subjectId, states: OPEN })
      .orderBy('deadline.id')
      .getMany();
  }

  private async changeOpen(
    tx: EntityManager,
    subjectId: string,
    kinds: readonly string[],
    change: (now: Date, deadline: CaseDeadline) => Partial<CaseDeadline> | null,
  ): Promise<void> {
    const now = this.clock();
    for (const deadline of await this.open(tx, subjectId)) {
      if (!kinds.includes(deadline.kind)) continue;
      const told = deadline.light;
      const changed = change(now, Object.assign(deadline, standingAt(now, deadline)));
      if (!changed) continue;
      const standing = standingAt(now, { ...deadline, ...changed });
      await tx.update(CaseDeadline, { id: deadline.id }, { ...changed, ...untilTold(told, standing, now) });
    }
  }
}

/** What is written when a clock changes: the scheduler turns lights up, and is to look at once where one has to be. */
export function untilTold(told: DeadlineLight, standing: Standing, now: Date): Standing {
  return isWorse(standing.light, told) ? { ...standing, light: told, nextAt: now } : standing;
}

const alreadyOverdue = (kind: string) =>
  new DomainError(
    'CONFLICT',
    'DEADLINE_OVERDUE',
    { zh: '时限已届满，不能再延长', en: 'The time is already up and cannot be extended' },
    { kind },
  );
