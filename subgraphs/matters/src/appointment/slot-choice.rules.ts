import { addDays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Schedule } from '../service-point/opening-hours.rules';
import type { ReceptionPlan } from '../service-point/reception-plan.entity';
import { beyondHorizon, closedThatDay, noSuchSlot, slotPassed } from './appointment.errors';
import { type Slot, slotsOn } from './slots.rules';

/** The last day that one may book today. */
export function lastBookableDay({ horizonDays }: ReceptionPlan, now: Date): string {
  return addDays(dayOf(now), horizonDays);
}

/** The slot that begins then; refuses where there is none, and what one cannot book any more or not yet. */
export function chosenSlot(schedule: Schedule, plan: ReceptionPlan, day: string, starts: string, now: Date): Slot {
  const slots = slotsOn(schedule, plan.slotMinutes, day);
  if (slots.length === 0) throw closedThatDay(day);
  const slot = slots.find((each) => each.starts === starts);
  if (!slot) throw noSuchSlot(slots.map((each) => each.starts));
  if (slot.startsAt <= now) throw slotPassed();
  const until = lastBookableDay(plan, now);
  if (day > until) throw beyondHorizon(until);
  return slot;
}
