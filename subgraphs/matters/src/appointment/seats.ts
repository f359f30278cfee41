import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import { capacityBelowBooked, noAppointments, slotFull } from './appointment.errors';
import { SlotBookings } from './slot-bookings.entity';

/** A slot of a service point, by its key. */
export type SlotKey = Pick<SlotBookings, 'servicePointId' | 'day' | 'slot'>;

/** Takes a place in the slot, if it has one left. The plan is held; the condition keeps the count right even if it were not. */
export async function takeSeat(tx: EntityManager, key: SlotKey, standardCapacity: number): Promise<void> {
  const bookings = await tx.findOneBy(SlotBookings, key);
  const capacity = bookings?.capacity ?? standardCapacity;
  if (capacity === 0) throw noAppointments();
  if (!bookings) {
    await tx.insert(SlotBookings, { ...key, booked: 1, capacity: null });
    return;
  }
  const { affected } = await tx
    .createQueryBuilder()
    .update(SlotBookings)
    .set({ booked: () => 'booked + 1' })
    .where(key)
    .andWhere('booked < :capacity', { capacity })
    .execute();
  if (affected !== 1) throw slotFull();
}

/** Gives a place back. */
export async function freeSeat(tx: EntityManager, key: SlotKey): Promise<void> {
  await tx.decrement(SlotBookings, { ...key, booked: MoreThan(0) }, 'booked', 1);
}

/** Sets what one slot takes, no less than it has taken; null for what the plan says, whatever has been taken. */
export async function setSeats(tx: EntityManager, key: SlotKey, capacity: number | null): Promise<void> {
  const isThere = await tx.existsBy(SlotBookings, key);
  if (!isThere) {
    await tx.insert(SlotBookings, { ...key, booked: 0, capacity });
    return;
  }
  const { affected } = await tx.update(SlotBookings, capacity === null ? key : { ...key, booked: LessThanOrEqual(capacity) }, { capacity });
  if (affected !== 1) throw capacityBelowBooked();
}
