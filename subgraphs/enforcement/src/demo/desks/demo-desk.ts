import { addWorkdays } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import type { RequestContext } from '@township-graph/shared/context';
import { CommandsWithin } from '@township-graph/shared/demo/commands-within';
import type { Scope } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { type DeskServices, deskServices } from '../../desks';

const SCOPES: readonly Scope[] = ['enforcement:read', 'enforcement:handle', 'enforcement:review', 'enforcement:manage'];
const TEN_O_CLOCK_MS = 10 * 60 * 60 * 1000;

/** Who sits there. */
export interface Seat {
  readonly divisionCode: string;
  readonly creditCode: string;
  /** Tells hands of one desk apart, where the law does. */
  readonly hand?: string;
}

/** A desk of the demonstration: it does what is beside the course of cases by the commands that users send, each at its time. */
export class DemoDesk {
  readonly services: DeskServices;
  private time: Date;

  constructor(
    readonly tx: EntityManager,
    readonly now: Date,
  ) {
    this.time = now;
    const clock = () => this.time;
    const { journal } = writesOf('enforcement', { database: tx.connection, clock });
    const within = new CommandsWithin({ database: tx.connection, clock, journal });
    within.tx = tx;
    this.services = deskServices(tx, within, clock);
  }

  /** To a time, but never to one that is not yet. */
  at(time: Date): this {
    this.time = time < this.now ? time : this.now;
    return this;
  }

  /** To ten in the morning, so many working days ago. */
  workdaysAgo(days: number): this {
    return this.at(new Date(startOfDay(addWorkdays(dayOf(this.now), -days)).getTime() + TEN_O_CLOCK_MS));
  }

  get today(): string {
    return dayOf(this.time);
  }

  as({ divisionCode, creditCode, hand = 'desk' }: Seat): RequestContext {
    const subject = `demo:${hand}:${divisionCode}`;
    const viewer = { subject, name: '示例工作人员', organization: creditCode, divisions: [{ code: divisionCode }], scopes: SCOPES };
    return { viewer, requestId: 'demo', locale: 'zh', purpose: null };
  }
}
