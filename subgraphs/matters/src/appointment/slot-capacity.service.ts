import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { EntityManager } from 'typeorm';
import { ownPoint } from '../service-point/own-point';
import { holdPlan } from '../service-point/reception-plan-hold';
import { ServicePoint } from '../service-point/service-point.entity';
import { inRange } from '../service-point/service-point.rules';
import { noAppointments } from './appointment.errors';
import { setSeats } from './seats';
import { chosenSlot } from './slot-choice.rules';

export interface SetSlotCapacity {
  readonly idempotencyKey?: string | null;
  readonly servicePointId: string;
  readonly day: string;
  readonly slot: string;
  readonly capacity?: number | null;
}

const MOST = 1000;

/** Gives one slot a capacity of its own: fewer windows that afternoon, or none. */
export class SlotCapacityService {
  private readonly asKept: ResultForm<ServicePoint>;

  constructor(
    manager: EntityManager,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(manager, ServicePoint);
  }

  setSlotCapacity(context: RequestContext, input: SetSlotCapacity): Promise<ServicePoint> {
    const { servicePointId, day, slot } = input;
    const capacity = input.capacity ?? null;
    return this.commands.run(context, {
      name: 'setSlotCapacity',
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const point = await ownPoint(tx, context.viewer, servicePointId, this.clock);
        if (capacity !== null) inRange('capacity', capacity, 0, MOST);
        const plan = await holdPlan(tx, point.id);
        if (!plan) throw noAppointments();
        chosenSlot(point, plan, day, slot, this.clock());
        await setSeats(tx, { servicePointId: point.id, day, slot }, capacity);
        const { id, divisionCode } = point;
        return {
          result: point,
          on: [{ type: 'ServicePoint', id, divisionCode }],
          events: [
            { type: 'SLOT_CAPACITY_SET', subjectType: 'ServicePoint', subjectId: id, divisionCode, payload: { day, slot, capacity } },
          ],
        };
      },
    });
  }
}
