import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Something that happened, for those who follow this subgraph: written in the transaction that made it happen, so that
 * there is no event without its change and no change without its event.
 */
@Entity('outbox_event')
export class OutboxEvent {
  /** In the order of commits, without gaps: a reader that has seen n asks for what is above n and misses nothing. */
  @PrimaryColumn({ type: 'int' })
  readonly sequence!: number;

  @Column({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'datetime', precision: 3 })
  readonly at!: Date;

  /** What happened, such as ORGANIZATION_REGISTERED. */
  @Column({ type: 'varchar' })
  readonly type!: string;

  @Column({ type: 'varchar' })
  readonly subjectType!: string;

  @Column({ type: 'varchar' })
  readonly subjectId!: string;

  /** The division the subject belongs to: who may hear of it. Empty when it belongs to none any more. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  /** The division the subject belonged to before, if it left one: who may hear that it is gone, and no more. */
  @Column({ type: 'varchar', nullable: true })
  readonly leftDivisionCode!: string | null;

  /** No personal data: whoever may see it asks the graph for it. */
  @Column({ type: 'simple-json' })
  readonly payload!: Readonly<Record<string, unknown>>;

  @Column({ type: 'varchar' })
  readonly requestId!: string;
}
