import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many have booked a slot. Its row is there once somebody did, or once the slot was given a capacity of its own. */
@Entity('slot_bookings')
export class SlotBookings {
  @PrimaryColumn({ type: 'varchar' })
  readonly servicePointId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly day!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly slot!: string;

  @Column({ type: 'int' })
  readonly booked!: number;

  /** Null where the plan of the service point holds. */
  @Column({ type: 'int', nullable: true })
  readonly capacity!: number | null;
}
