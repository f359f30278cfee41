import { addDays, daysBetween } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import { type DeadlineRule, LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { EntityManager } from 'typeorm';
import type { Delegation } from './delegation.entity';
import { DelegationMode } from './delegation.enums';

/** By its last day it is renewed, ended or taken back: nothing is carried on for want of a decision. */
export const TERM = 'TERM';
/** What was passed down is evaluated regularly (行政处罚法§24). */
export const EVALUATION = 'EVALUATION';

/** Further off than this no clock counts: 27 years. */
const FURTHEST_DAYS = 10_000;

/** The clocks of a delegation once it is published: until its last day, and until it is evaluated next. */
export class DelegationClocks {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly evaluation: DeadlineRule,
  ) {}

  async published(tx: EntityManager, delegation: Delegation, now: Date): Promise<void> {
    await this.startTerm(tx, delegation, now);
    await this.startEvaluation(tx, delegation, now);
  }

  /**
   * Of one that was published without. Its term runs since its first day, and may be over; to be evaluated it has the whole period,
   * which is ours: nobody could keep a date that nobody had set.
   */
  async found(tx: EntityManager, delegation: Delegation, now: Date): Promise<void> {
    const inForceAt = startOfDay(delegation.effectiveFrom);
    await this.startTerm(tx, delegation, inForceAt < now ? inForceAt : now);
    await this.startEvaluation(tx, delegation, now);
  }

  async renewed(tx: EntityManager, delegation: Delegation, now: Date): Promise<void> {
    await this.deadlines.meet(tx, delegation.id, TERM);
    await this.startTerm(tx, delegation, now);
  }

  async evaluated(tx: EntityManager, delegation: Delegation): Promise<void> {
    await this.deadlines.meet(tx, delegation.id, EVALUATION);
    await this.deadlines.start(tx, subjectOf(delegation), EVALUATION, this.evaluation);
  }

  /** Its end is decided: nobody evaluates it any more. */
  async ended(tx: EntityManager, { id }: Delegation): Promise<void> {
    await this.deadlines.meet(tx, id, TERM);
    await this.deadlines.lapse(tx, id, [EVALUATION]);
  }

  private async startTerm(tx: EntityManager, delegation: Delegation, from: Date): Promise<void> {
    const rule = termRule(delegation, dayOf(from));
    if (rule) await this.deadlines.start(tx, subjectOf(delegation), TERM, rule, from);
  }

  /** From its first day in force on, or from now where that is over. */
  private async startEvaluation(tx: EntityManager, delegation: Delegation, now: Date): Promise<void> {
    const inForceAt = startOfDay(delegation.effectiveFrom);
    await this.deadlines.start(tx, subjectOf(delegation), EVALUATION, this.evaluation, inForceAt > now ? inForceAt : now);
  }
}

/** From today to its last day in force, be that a holiday; none where it has no end. */
export function termRule({ mode, effectiveTo }: Pick<Delegation, 'mode' | 'effectiveTo'>, today: string): DeadlineRule | null {
  if (effectiveTo === null) return null;
  const days = daysBetween(today, addDays(effectiveTo, -1));
  if (days < 0 || days > FURTHEST_DAYS) return null;
  const basis = mode === DelegationMode.ENTRUST ? '委托协议期限（行政许可法§24、行政处罚法§20）' : '赋权（下放）决定的期限';
  return { limit: { value: days, unit: LimitUnit.DAY }, restDay: RestDayRule.STANDS, basis };
}

export const subjectOf = ({ id, divisionCode }: Delegation) => ({ type: 'Delegation', id, divisionCode });
