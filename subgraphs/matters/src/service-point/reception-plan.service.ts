import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { staleVersion } from '@township-graph/shared/stale-version';
import { type EntityManager, MoreThan, MoreThanOrEqual } from 'typeorm';
import { slotsBooked } from '../appointment/appointment.errors';
import { SlotBookings } from '../appointment/slot-bookings.entity';
import { ownPoint } from './own-point';
import { ReceptionPlan } from './reception-plan.entity';
import type { ReceptionPlanRepository } from './reception-plan.repository';
import { holdPlan } from './reception-plan-hold';
import { ServicePoint } from './service-point.entity';
import { inRange } from './service-point.rules';

/** The plan of a service point, as it was read. */
interface PlanCommand {
  readonly idempotencyKey?: string | null;
  readonly servicePointId: string;
  readonly expectedVersion: number;
}

export interface SetAppointmentCapacity extends PlanCommand {
  readonly capacity: number;
  readonly slotMinutes?: number | null;
  readonly horizonDays?: number | null;
}

export interface SetQueueRules extends PlanCommand {
  readonly callsBeforeNoShow: number;
}

type Rules = Partial<Pick<ReceptionPlan, 'callsBeforeNoShow' | 'slotMinutes' | 'slotCapacity' | 'horizonDays'>>;

/** Commands on how a service point receives people. */
export class ReceptionPlanService {
  private readonly asKept: ResultForm<ServicePoint>;

  constructor(
    private readonly commands: Commands,
    private readonly plans: ReceptionPlanRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(plans.manager, ServicePoint);
  }

  setAppointmentCapacity(context: RequestContext, input: SetAppointmentCapacity): Promise<ServicePoint> {
    const { capacity, slotMinutes, horizonDays } = input;
    return this.set(context, 'setAppointmentCapacity', input, () => ({
      slotCapacity: inRange('capacity', capacity, 0, 1000),
      ...(typeof slotMinutes === 'number' && { slotMinutes: inRange('slotMinutes', slotMinutes, 5, 480) }),
      ...(typeof horizonDays === 'number' && { horizonDays: inRange('horizonDays', horizonDays, 1, 90) }),
    }));
  }

  setQueueRules(context: RequestContext, input: SetQueueRules): Promise<ServicePoint> {
    return this.set(context, 'setQueueRules', input, () => ({
      callsBeforeNoShow: inRange('callsBeforeNoShow', input.callsBeforeNoShow, 1, 10),
    }));
  }

  private set(context: RequestContext, name: string, input: PlanCommand, wanted: () => Rules): Promise<ServicePoint> {
    const { viewer } = context;
    return this.commands.run(context, {
      name,
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const point = await ownPoint(tx, viewer, input.servicePointId, this.clock);
        const rules = wanted();
        const { id: servicePointId, divisionCode } = point;
        const plan = await holdPlan(tx, servicePointId);
        if (plan) {
          if (rules.slotMinutes !== undefined && rules.slotMinutes !== plan.slotMinutes) await this.refuseBooked(tx, servicePointId);
          await this.plans.change(tx, viewer, { servicePointId }, input.expectedVersion, rules);
        } else {
          if (input.expectedVersion !== 0) throw staleVersion(input.expectedVersion);
          await tx.insert(ReceptionPlan, { ...ReceptionPlan.standard(servicePointId, divisionCode), ...rules, version: 1 });
        }
        return doneOn(point, rules);
      },
    });
  }

  /** Slots of another length would lie across those that are booked. */
  private async refuseBooked(tx: EntityManager, servicePointId: string): Promise<void> {
    const ahead = { servicePointId, day: MoreThanOrEqual(dayOf(this.clock())), booked: MoreThan(0) };
    if (await tx.existsBy(SlotBookings, ahead)) throw slotsBooked();
  }
}

function doneOn(point: ServicePoint, rules: Rules): Done<ServicePoint> {
  const { id, divisionCode } = point;
  return {
    result: point,
    on: [{ type: 'ServicePoint', id, divisionCode }],
    events: [{ type: 'RECEPTION_PLAN_SET', subjectType: 'ServicePoint', subjectId: id, divisionCode, payload: { ...rules } }],
  };
}
