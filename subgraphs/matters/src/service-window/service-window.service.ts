import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { duplicateAs } from '@township-graph/shared/command/database-faults';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { MatterKind } from '../matter/matter.enums';
import { holdQueue } from '../queue/queue-hold.entity';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { AT_WINDOW } from '../queue/queue-ticket.status';
import { releaseTickets } from '../queue/ticket-release';
import { ownPoint } from '../service-point/own-point';
import { inRange } from '../service-point/service-point.rules';
import { ownWindow } from './own-window';
import { ServiceWindow } from './service-window.entity';
import { WindowAction, WindowState } from './service-window.enums';
import { notAtWindow, windowBusy, windowNameLength, windowNumberTaken } from './service-window.errors';
import { mayMoveWindow } from './service-window.policy';
import type { ServiceWindowRepository } from './service-window.repository';
import { WINDOW_MOVES } from './service-window.status';
import { doneOnWindow, subjectOfWindow } from './window-done';

export interface AddWindow {
  readonly idempotencyKey?: string | null;
  readonly servicePointId: string;
  readonly number: number;
  readonly name: string;
  readonly kinds?: MatterKind[] | null;
}

/** A command on one window, as it was read. */
export interface WindowCommand {
  readonly idempotencyKey?: string | null;
  readonly windowId: string;
  readonly expectedVersion: number;
}

export interface ChangeWindow extends WindowCommand {
  readonly name?: string | null;
  readonly kinds?: MatterKind[] | null;
}

/** Commands on windows: which there are, and who is at them. */
export class ServiceWindowService {
  private readonly asKept: ResultForm<ServiceWindow>;

  constructor(
    private readonly commands: Commands,
    private readonly windows: ServiceWindowRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(windows.manager, ServiceWindow);
  }

  addWindow(context: RequestContext, input: AddWindow): Promise<ServiceWindow> {
    return this.commands.run(context, {
      name: 'addWindow',
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const number = inRange('number', input.number, 1, 999);
        const { id: servicePointId, divisionCode } = await ownPoint(tx, context.viewer, input.servicePointId, this.clock);
        if (await tx.existsBy(ServiceWindow, { servicePointId, number })) throw windowNumberTaken(number);
        const window = Object.assign(new ServiceWindow(), {
          id: uuid(),
          servicePointId,
          divisionCode,
          number,
          name: checkedName(input.name),
          state: WINDOW_MOVES.initial,
          clerk: null,
          kinds: [...new Set(input.kinds)],
          openedAt: null,
          version: 1,
        });
        await tx.insert(ServiceWindow, window).catch(duplicateAs(() => windowNumberTaken(number)));
        await this.record(tx, context, window, 'ADD', null);
        return doneOnWindow(window, 'WINDOW_ADDED');
      },
    });
  }

  changeWindow(context: RequestContext, input: ChangeWindow): Promise<ServiceWindow> {
    const { windowId: id, expectedVersion, name, kinds } = input;
    return this.commands.run(context, {
      name: 'changeWindow',
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        await ownWindow(tx, context.viewer, id, this.clock);
        const change = { ...(name && { name: checkedName(name) }), ...(kinds && { kinds: [...new Set(kinds)] }) };
        await this.windows.change(tx, context.viewer, { id }, expectedVersion, change);
        const changed = await tx.findOneByOrFail(ServiceWindow, { id });
        await this.record(tx, context, changed, 'CHANGE', changed.state);
        return doneOnWindow(changed, 'WINDOW_CHANGED');
      },
    });
  }

  /** Sits down at a closed window, or comes back to one that was paused. */
  openWindow(context: RequestContext, input: WindowCommand): Promise<ServiceWindow> {
    return this.move(context, 'openWindow', input, ({ state }) => (state === WindowState.PAUSED ? WindowAction.RESUME : WindowAction.OPEN));
  }

  pauseWindow(context: RequestContext, input: WindowCommand): Promise<ServiceWindow> {
    return this.move(context, 'pauseWindow', input, () => WindowAction.PAUSE);
  }

  /** Leaves the window; who was sent there and still waits may be called by any other. */
  closeWindow(context: RequestContext, input: WindowCommand): Promise<ServiceWindow> {
    return this.move(context, 'closeWindow', input, () => WindowAction.CLOSE);
  }

  private move(
    context: RequestContext,
    name: string,
    input: WindowCommand,
    actionOn: (window: ServiceWindow) => WindowAction,
  ): Promise<ServiceWindow> {
    const { windowId: id, expectedVersion } = input;
    const { viewer } = context;
    return this.commands.run(context, {
      name,
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const now = this.clock();
        const window = await this.holdWindow(tx, viewer, id, dayOf(now));
        const action = actionOn(window);
        const state = WINDOW_MOVES.next(window.state, action);
        if (!mayMoveWindow(viewer, window, action, this.clock)) throw notAtWindow();
        if (state !== WindowState.OPEN) await refuseBusy(tx, id, dayOf(now));
        await this.windows.change(tx, viewer, { id }, expectedVersion, { state, ...MANNED[action]?.(viewer, now) });
        const released = state === WindowState.CLOSED ? await releaseTickets(tx, this.clock, context, window) : { on: [], events: [] };
        const moved = await tx.findOneByOrFail(ServiceWindow, { id });
        await this.record(tx, context, moved, action, window.state);
        return doneOnWindow(moved, `WINDOW_${action}`, released);
      },
    });
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    window: ServiceWindow,
    action: WindowAction | 'ADD' | 'CHANGE',
    from: WindowState | null,
  ): Promise<void> {
    return recordStep(tx, this.clock, context, subjectOfWindow(window), { action, from, to: window.state });
  }

  /** The window as it is while the day's queue is held: nobody calls to it meanwhile. */
  private async holdWindow(tx: EntityManager, viewer: Viewer, id: string, day: string): Promise<ServiceWindow> {
    const { servicePointId } = await ownWindow(tx, viewer, id, this.clock);
    // Nobody sits down at a service point that is closed for good.
    await ownPoint(tx, viewer, servicePointId, this.clock);
    await holdQueue(tx, servicePointId, day);
    return tx.findOneByOrFail(ServiceWindow, { id });
  }
}

/** Who is at a window after a move; the others leave that as it is. */
const MANNED: Readonly<Partial<Record<WindowAction, (viewer: Viewer, now: Date) => Pick<ServiceWindow, 'clerk' | 'openedAt'>>>> = {
  OPEN: ({ subject }, now) => ({ clerk: subject, openedAt: now }),
  CLOSE: () => ({ clerk: null, openedAt: null }),
};

async function refuseBusy(tx: EntityManager, windowId: string, day: string): Promise<void> {
  const present = await tx.findOneBy(QueueTicket, { windowId, day, state: In(AT_WINDOW) });
  if (present) throw windowBusy(present.number);
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (/^[^\p{Cc}\p{Cs}]{1,50}$/u.test(trimmed)) return trimmed;
  throw windowNameLength();
}
