import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import { DateScalar } from '@township-graph/shared/scalars';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { ServicePoint } from '../service-point/service-point.entity';
import { pointDayKey } from './appointment.loaders';
import { AppointmentSlot } from './appointment-slot.type';
import { lastBookableDay } from './slot-choice.rules';
import { slotsOn } from './slots.rules';

/** What a service point shows of the appointments it can take. */
@Resolver(() => ServicePoint)
export class AppointmentSlotResolver {
  constructor(private readonly clock: Clock) {}

  @Reads('id', 'openingHours', 'aroundTheClock', 'closedOn')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [AppointmentSlot], {
    description:
      'The slots of a day with what is left of them; none on days of rest, and where no appointments are taken. 某日的预约时段及余量。',
  })
  async appointmentSlots(
    @Root() point: ServicePoint,
    @Arg('day', () => DateScalar, { description: 'Day. 日期。' }) day: string,
    @Ctx() { loaders }: MattersContext,
  ): Promise<AppointmentSlot[]> {
    const [plan, taken] = await Promise.all([
      loaders.planByPoint.load(point.id),
      loaders.bookingsByPointDay.load(pointDayKey(point.id, day)),
    ]);
    if (!plan) return [];
    const now = this.clock();
    const isWithinHorizon = day <= lastBookableDay(plan, now);
    return slotsOn(point, plan.slotMinutes, day).map(({ starts, ends, startsAt }) => {
      const bookings = taken.find(({ slot }) => slot === starts);
      const capacity = bookings?.capacity ?? plan.slotCapacity;
      const left = Math.max(0, capacity - (bookings?.booked ?? 0));
      const isBookable = left > 0 && startsAt > now && isWithinHorizon;
      return Object.assign(new AppointmentSlot(), { slot: starts, ends, capacity, left, isBookable });
    });
  }
}
