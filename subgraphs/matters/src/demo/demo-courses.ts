import { addDays } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import { demoId } from '@township-graph/shared/demo/demo-id';
import type { DemoOrganization } from '@township-graph/shared/demo/roster';
import { type DeadlineRow, DemoClocks } from './demo-clocks';

/** Whose course it is. */
interface DemoSubject {
  readonly type: string;
  readonly id: string;
  readonly divisionCode: string;
}

interface DemoStep {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly day: string;
  readonly by: DemoOrganization;
  readonly note?: string;
  readonly legalBasis?: string;
}

const TEN_HOURS = 10 * 60 * 60 * 1000;

/** Gathers the steps of requests, refusals and changes, and their clocks; who acted is named as an organisation, never as a person. */
export class DemoCourses {
  readonly entries: object[] = [];
  private readonly kept: { readonly subject: DemoSubject; readonly clocks: DemoClocks }[] = [];

  add(
    { type: subjectType, id: subjectId, divisionCode }: DemoSubject,
    { action, from, to, day, by, note = undefined, legalBasis = undefined }: DemoStep,
  ): void {
    this.entries.push({
      id: demoId(`timeline:${subjectId}:${day}:${action}`),
      subjectType,
      subjectId,
      divisionCode,
      at: DemoCourses.at(day),
      action,
      from,
      to,
      actor: null,
      organization: by.creditCode,
      note: note ?? null,
      legalBasis: legalBasis ?? null,
    });
  }

  /** The clocks of a subject, for its steps to start and stop. */
  clocksOf(subject: DemoSubject): DemoClocks {
    const clocks = new DemoClocks();
    this.kept.push({ subject, clocks });
    return clocks;
  }

  /** All clocks as they stand now. */
  deadlines(now: Date): DeadlineRow[] {
    return this.kept.flatMap(({ subject: { type: subjectType, id: subjectId, divisionCode }, clocks }) =>
      clocks.rows({ subjectType, subjectId, divisionCode }, now, ({ kind, startedAt }) =>
        demoId(`deadline:${subjectId}:${kind}:${startedAt.getTime()}`),
      ),
    );
  }

  /** Ten in the morning of a day. */
  static at(day: string): Date {
    return new Date(startOfDay(day).getTime() + TEN_HOURS);
  }

  /** So many weeks after a day. */
  static day(from: string, weeks: number): string {
    return addDays(from, 7 * weeks);
  }
}
