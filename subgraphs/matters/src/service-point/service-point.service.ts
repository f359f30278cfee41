import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done, Told } from '@township-graph/shared/command/commands';
import { duplicateAs } from '@township-graph/shared/command/database-faults';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { appointmentsAhead } from '../appointment/appointments-ahead';
import { refuseNameInUse } from './name-in-use';
import { liesWithinHours } from './opening-hours.rules';
import { heldPoint } from './own-point';
import { holdPlan } from './reception-plan-hold';
import { ServicePoint } from './service-point.entity';
import { ServicePointAction } from './service-point.enums';
import { bookedOutsideHours, nameTaken, outsideDuty } from './service-point.errors';
import type { ServicePointRepository } from './service-point.repository';
import { checkedDescription, type Description, nameKeyOf } from './service-point.rules';
import { SERVICE_POINT_MOVES } from './service-point.status';
import { sendAwayAll } from './service-point-closing';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

export interface RegisterServicePoint extends Keyed, Description {
  readonly divisionCode: string;
}

/** A service point, as it was read. */
interface PointCommand extends Keyed {
  readonly servicePointId: string;
  readonly expectedVersion: number;
}

/** What is absent stays as it is. */
type Wanted = { readonly [Field in keyof Description]?: Description[Field] | null };

export type ChangeServicePoint = PointCommand & Wanted;

export interface CloseServicePoint extends PointCommand {
  readonly reason: string;
  readonly cancelNumbers?: readonly string[] | null;
  readonly cancelAppointments?: readonly string[] | null;
}

type Change = Partial<Omit<ServicePoint, 'version'>> & { readonly version?: never };

/** Commands on service points: where people can go, and where they no longer can. */
export class ServicePointService {
  private readonly asKept: ResultForm<ServicePoint>;

  constructor(
    private readonly commands: Commands,
    private readonly points: ServicePointRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(points.manager, ServicePoint);
  }

  registerServicePoint(context: RequestContext, input: RegisterServicePoint): Promise<ServicePoint> {
    const { divisionCode } = input;
    return this.run(context, 'registerServicePoint', input, async (tx) => {
      if (!sees(context.viewer, divisionCode, this.clock)) throw outsideDuty(divisionCode);
      const point = Object.assign(new ServicePoint(), checkedDescription(input, divisionCode), {
        id: uuid(),
        divisionCode,
        state: SERVICE_POINT_MOVES.initial,
        closedOn: null,
        isDemonstration: false,
        version: 1,
      });
      await refuseNameInUse(tx, point);
      await insertAll(tx, ServicePoint, [{ ...point, nameInUse: nameKeyOf(point.name) }]).catch(duplicateAs(() => nameTaken(null)));
      const step = { action: 'REGISTER', from: null, to: point.state };
      await recordStep(tx, this.clock, context, subjectOf(point), step);
      return doneOn(point, 'SERVICE_POINT_REGISTERED');
    });
  }

  changeServicePoint(context: RequestContext, input: ChangeServicePoint): Promise<ServicePoint> {
    const { servicePointId, expectedVersion, idempotencyKey: _, ...wanted } = input;
    return this.move(context, 'changeServicePoint', input, ServicePointAction.CHANGE, async (tx, point) => {
      const change = checkedDescription(describedAnew(point, wanted), point.divisionCode);
      await this.refuseBookedOutside(tx, Object.assign(new ServicePoint(), point, change));
      const renamed = await this.renamed(tx, point, change.name);
      const saving = this.save(tx, context, servicePointId, expectedVersion, { ...change, ...renamed });
      const changed = await saving.catch(duplicateAs(() => nameTaken(null)));
      return { done: doneOn(changed, 'SERVICE_POINT_CHANGED') };
    });
  }

  /** For good. Who waits or has booked is named to be cancelled, or keeps it open; what was done there stays on record. */
  closeServicePoint(context: RequestContext, input: CloseServicePoint): Promise<ServicePoint> {
    const { servicePointId, expectedVersion, cancelNumbers, cancelAppointments } = input;
    return this.move(context, 'closeServicePoint', input, ServicePointAction.CLOSE, async (tx, { state }) => {
      const note = words('reason', input.reason, 400);
      const closing = { state: SERVICE_POINT_MOVES.next(state, ServicePointAction.CLOSE), closedOn: dayOf(this.clock()), nameInUse: null };
      const closed = await this.save(tx, context, servicePointId, expectedVersion, closing);
      const named = new Set([...(cancelNumbers ?? []), ...(cancelAppointments ?? [])]);
      const sentAway = await sendAwayAll(tx, this.clock, context, servicePointId, named, note);
      const { result, on, events } = doneOn(closed, 'SERVICE_POINT_CLOSED');
      return { note, done: { result, on: [...on, ...sentAway.on], events: [...sentAway.events, ...events] } };
    });
  }

  private move(
    context: RequestContext,
    name: string,
    input: PointCommand,
    action: ServicePointAction,
    act: (tx: EntityManager, point: ServicePoint) => Promise<{ readonly done: Done<ServicePoint>; readonly note?: string }>,
  ): Promise<ServicePoint> {
    return this.run(context, name, input, async (tx) => {
      const point = await heldPoint(tx, context.viewer, input.servicePointId, this.clock);
      const to = SERVICE_POINT_MOVES.next(point.state, action);
      const { done, note } = await act(tx, point);
      await recordStep(tx, this.clock, context, subjectOf(point), { action, from: point.state, to, note });
      return done;
    });
  }

  private async save(
    tx: EntityManager,
    { viewer }: RequestContext,
    id: string,
    expectedVersion: number,
    change: Change,
  ): Promise<ServicePoint> {
    await this.points.change(tx, viewer, { id }, expectedVersion, change);
    return tx.findOneByOrFail(ServicePoint, { id });
  }

  /** One that keeps a name which it shared before names were told apart may. */
  private async renamed(tx: EntityManager, { id, divisionCode, name: before }: ServicePoint, name: string): Promise<Change> {
    if (nameKeyOf(name) === nameKeyOf(before)) return {};
    await refuseNameInUse(tx, { id, divisionCode, name });
    return { nameInUse: nameKeyOf(name) };
  }

  /** Nobody who has booked comes to a closed door. */
  private async refuseBookedOutside(tx: EntityManager, point: ServicePoint): Promise<void> {
    await holdPlan(tx, point.id);
    const ahead = await appointmentsAhead(tx, point.id, this.clock());
    const outside = ahead.filter(({ day, startsAt, endsAt }) => !liesWithinHours(point, day, startsAt, endsAt));
    if (outside.length > 0) throw bookedOutsideHours(outside.map(({ id }) => id));
  }

  private run(
    context: RequestContext,
    name: string,
    input: Keyed & object,
    work: (tx: EntityManager) => Promise<Done<ServicePoint>>,
  ): Promise<ServicePoint> {
    return this.commands.run(context, { name, needs: 'matters:manage', input, result: this.asKept, work });
  }
}

/** What is said anew, and the rest as it was. Hours stay only where there were and are any: day and night needs none. */
function describedAnew(point: ServicePoint, wanted: Wanted): Description {
  const said = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined));
  const neverCloses = point.aroundTheClock || wanted.aroundTheClock === true;
  return { ...point, openingHours: neverCloses ? [] : point.openingHours, ...said };
}

const subjectOf = ({ id, divisionCode }: ServicePoint) => ({ type: 'ServicePoint', id, divisionCode });

function doneOn(point: ServicePoint, type: string): Told<ServicePoint> {
  const { id, divisionCode, tier, state, version } = point;
  const event = { type, subjectType: 'ServicePoint', subjectId: id, divisionCode, payload: { tier, state, version } };
  return { result: point, on: [subjectOf(point)], events: [event] };
}
