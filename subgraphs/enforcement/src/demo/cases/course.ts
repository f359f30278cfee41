import { addWorkdays, workdayOnOrAfter } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import type { DemoRandom } from '@township-graph/shared/demo/random';
import type { EntityTarget } from 'typeorm';
import type { CaseRecord } from '../../case/case-record.entity';

/** Who takes a step: the law keeps these apart. */
export type Role = 'OFFICER' | 'REVIEWER' | 'HEAD';

/** One step of a case: a mutation, as it is sent, at its time. */
export interface Step {
  readonly at: Date;
  readonly mutation: string;
  readonly who: Role;
  readonly input: object;
  /** Fields of the input that name a record of the case: the one made last. */
  readonly refersTo: Readonly<Record<string, EntityTarget<CaseRecord>>>;
}

/** Offices are open 08:30–12:00 and 14:30–17:30; what begins then has an hour left for what follows at once. */
const SITTINGS = [
  { opens: 8 * 60 + 30, lasts: 150 },
  { opens: 14 * 60 + 30, lasts: 120 },
] as const;

const instantOf = (day: string, minute: number) => new Date(startOfDay(day).getTime() + minute * 60_000);

/** The steps of one case, one after the other, each in opening hours of a working day. */
export class Course {
  readonly steps: Step[] = [];
  private minute: number;

  constructor(
    private today: string,
    private readonly random: DemoRandom,
  ) {
    this.minute = this.someMinute();
  }

  /** The day it has come to. */
  get day(): string {
    return this.today;
  }

  /** The instant of the next step. */
  get at(): Date {
    return instantOf(this.today, this.minute + 1);
  }

  take(mutation: string, who: Role, input: object = {}, refersTo: Step['refersTo'] = {}): this {
    this.steps.push({ at: this.at, mutation, who, input, refersTo });
    this.minute += 1;
    return this;
  }

  wait(workdays: number): this {
    return workdays > 0 ? this.begin(addWorkdays(this.today, workdays)) : this;
  }

  /** Goes on on this day, or on the next working day; not before where it has come to. */
  until(day: string): this {
    return day > this.today ? this.begin(workdayOnOrAfter(day)) : this;
  }

  private begin(day: string): this {
    this.today = day;
    this.minute = this.someMinute();
    return this;
  }

  private someMinute(): number {
    const { opens, lasts } = this.random.pick(SITTINGS);
    return opens + this.random.below(lasts);
  }
}
