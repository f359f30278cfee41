import { calendarKnownUntil } from '@township-graph/shared/calendar';
import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import type { DeadlineRule } from '@township-graph/shared/deadline';
import { held } from '@township-graph/shared/held';
import type { Job, Turn } from '@township-graph/shared/scheduler/job';
import type { DataSource, EntityManager } from 'typeorm';
import { HEARING_REQUEST_RULE, untilOf } from '../case/case.deadlines';
import { EnforcementCase } from '../case/case.entity';

export interface PartyTimesOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  /** How long a party may state its case. */
  readonly statement: DeadlineRule;
}

const TEN_MINUTES_MS = 10 * 60 * 1000;

/**
 * What a party may do until a day is no clock that turns red, so nothing else computes it anew: once the holidays of a further year are
 * known, times that are not over yet last as long as they make them.
 */
export class PartyTimes implements Job {
  readonly name = 'party-times';
  readonly everyMs = TEN_MINUTES_MS;
  /** The calendar by which this process has looked at all of them. */
  private lookedBy: string | null = null;

  constructor(private readonly options: PartyTimesOptions) {}

  async run(turn: Turn): Promise<void> {
    const known = calendarKnownUntil();
    if (this.lookedBy === known) return;
    for (let after = ''; await turn.goesOn(); ) {
      const next = await this.open(this.options.database.manager).andWhere('c.id > :after', { after }).orderBy('c.id').limit(1).getOne();
      if (!next) {
        this.lookedBy = known;
        return;
      }
      after = next.id;
      await this.options.commands.runAsSystem(this.name, (tx) => this.lengthen(tx, next.id));
    }
  }

  /** Null where nothing has moved. */
  private async lengthen(tx: EntityManager, id: string): Promise<Done<true> | null> {
    const enforcementCase = await held(this.open(tx)).andWhere('c.id = :id', { id }).getOne();
    if (!enforcementCase) return null;
    const { notifiedAt, statementUntil, hearingUntil, divisionCode } = enforcementCase;
    const times = {
      statementUntil: later(statementUntil, this.options.statement, notifiedAt!),
      hearingUntil: later(hearingUntil, HEARING_REQUEST_RULE, notifiedAt!),
    };
    const isSame = sameTime(times.statementUntil, statementUntil) && sameTime(times.hearingUntil, hearingUntil);
    if (isSame) return null;
    await tx.update(EnforcementCase, { id }, times);
    const subject = { subjectType: 'EnforcementCase', subjectId: id, divisionCode };
    const payload = { statementUntil: times.statementUntil, hearingUntil: times.hearingUntil };
    return {
      result: true,
      on: [{ type: 'EnforcementCase', id, divisionCode }],
      events: [{ type: 'CASE_PARTY_TIMES_RECOMPUTED', ...subject, payload }],
    };
  }

  private open(manager: EntityManager) {
    return manager
      .createQueryBuilder(EnforcementCase, 'c')
      .where('c.notifiedAt IS NOT NULL AND c.decidedAt IS NULL')
      .andWhere('(c.statementUntil > :now OR c.hearingUntil > :now)', { now: this.options.clock() });
  }
}

/** A time that was told becomes no shorter. */
function later(until: Date | null, rule: DeadlineRule, start: Date): Date | null {
  if (until === null) return null;
  const computed = untilOf(rule, start);
  return computed > until ? computed : until;
}

const sameTime = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();
