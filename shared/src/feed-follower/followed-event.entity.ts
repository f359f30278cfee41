import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `SET_ASIDE`: could not be applied again and again; kept whole, so that a release that can applies it. */
export type FollowedState = 'APPLIED' | 'SET_ASIDE';

/** An event of another subgraph that this one acted on, or could not: by its id nothing is done twice, however often it is told. */
@Entity('followed_event')
export class FollowedEvent {
  @PrimaryColumn({ type: 'varchar' })
  readonly follower!: string;

  /** The event's id, which is its cursor too. */
  @PrimaryColumn({ type: 'varchar' })
  readonly eventId!: string;

  @Column({ type: 'varchar' })
  readonly state!: FollowedState;

  @Column({ type: 'varchar' })
  readonly subjectType!: string;

  @Column({ type: 'varchar' })
  readonly subjectId!: string;

  @Column({ type: 'datetime', precision: 3 })
  readonly recordedAt!: Date;

  /** The event as it was told; kept while it is set aside. */
  @Column({ type: 'text', nullable: true })
  readonly event!: string | null;

  /** Why it was set aside, in a word. */
  @Column({ type: 'varchar', nullable: true })
  readonly reason!: string | null;
}
