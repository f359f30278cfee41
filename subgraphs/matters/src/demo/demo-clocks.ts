import { dayOf } from '@township-graph/shared/clock';
import { type DeadlineRule, DeadlineState, type Extension } from '@township-graph/shared/deadline';
import type { CaseDeadline, CaseSuspension } from '@township-graph/shared/deadlines/case-deadline.entity';
import { DeadlineLight } from '@township-graph/shared/deadlines/deadline.enums';
import { type Standing, standingAt } from '@township-graph/shared/deadlines/deadline-standing';

export type DeadlineRow = Omit<CaseDeadline, 'dueOn'>;

interface Clock {
  readonly kind: string;
  readonly rule: DeadlineRule;
  readonly startedAt: Date;
  metAt: Date | null;
  lapsedAt: Date | null;
  suspensions: readonly CaseSuspension[];
  extensions: readonly Extension[];
}

/** The clocks of one case, as its steps set and stop them; their rows are as the kernel computes them at the day of loading. */
export class DemoClocks {
  private readonly clocks: Clock[] = [];

  start(kind: string, rule: DeadlineRule, startedAt: Date): void {
    this.clocks.push({ kind, rule, startedAt, metAt: null, lapsedAt: null, suspensions: [], extensions: [] });
  }

  /** When it is due as things stand. */
  dueAt(kind: string, now: Date): Date {
    const clock = this.open(kind)[0]!;
    return known(clock)?.dueAt ?? standing(clock, now).dueAt;
  }

  meet(kind: string, at: Date): void {
    for (const clock of this.open(kind)) clock.metAt = at;
  }

  lapse(at: Date): void {
    for (const clock of this.open()) clock.lapsedAt = at;
  }

  suspend(kind: string, at: Date, basis: string): void {
    for (const clock of this.open(kind)) clock.suspensions = [...clock.suspensions, { from: at.toISOString(), to: null, basis }];
  }

  resume(kind: string, at: Date): void {
    for (const clock of this.open(kind))
      clock.suspensions = clock.suspensions.map((each) => (each.to === null ? { ...each, to: at.toISOString() } : each));
  }

  extend(kind: string, extension: Extension): void {
    for (const clock of this.open(kind)) clock.extensions = [...clock.extensions, extension];
  }

  /** `idOf` names each, so that whoever loads again gives the same names. */
  rows(
    subject: Pick<DeadlineRow, 'subjectType' | 'subjectId' | 'divisionCode'>,
    now: Date,
    idOf: (clock: Pick<DeadlineRow, 'kind' | 'startedAt'>) => string,
  ): DeadlineRow[] {
    return this.clocks.map((clock) => {
      const { kind, startedAt, metAt, lapsedAt, suspensions, extensions, rule } = clock;
      const { limit, restDay, basis: ruleBasis } = rule;
      const lapsed = lapsedAt && { state: DeadlineState.LAPSED, light: DeadlineLight.GREEN, nextAt: null };
      return {
        id: idOf(clock),
        ...subject,
        kind,
        startedAt,
        limitValue: limit.value,
        limitUnit: limit.unit,
        restDay,
        ruleBasis,
        suspensions,
        extensions,
        metAt,
        ...standing(clock, lapsedAt ?? now),
        ...lapsed,
      };
    });
  }

  private open(kind?: string): Clock[] {
    return this.clocks.filter((clock) => clock.metAt === null && clock.lapsedAt === null && (!kind || clock.kind === kind));
  }
}

/** Most are met in time without having stood still: their standing goes by the day and the rule alone, and is computed once. */
const metInTime = new Map<string, Standing>();

const keyOf = ({ startedAt, rule: { limit, basis } }: Clock) => `${dayOf(startedAt)}:${limit.value}:${limit.unit}:${basis}`;

const known = (clock: Clock): Standing | undefined =>
  clock.suspensions.length === 0 && clock.extensions.length === 0 ? metInTime.get(keyOf(clock)) : undefined;

function standing(clock: Clock, now: Date): Standing {
  const { startedAt, metAt, suspensions, extensions, rule } = clock;
  const before = known(clock);
  if (before && metAt && metAt <= before.dueAt) return before;
  const { limit, restDay, basis: ruleBasis } = rule;
  const given = { startedAt, metAt, suspensions, extensions, limitValue: limit.value, limitUnit: limit.unit, restDay, ruleBasis };
  const computed = standingAt(now, given);
  if (computed.state === DeadlineState.MET && suspensions.length === 0 && extensions.length === 0) metInTime.set(keyOf(clock), computed);
  return computed;
}
