import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a follower has come in the feed of another subgraph. Who moves it holds the row until commit, so that each event has one that applies it. */
@Entity('feed_position')
export class FeedPosition {
  @PrimaryColumn({ type: 'varchar' })
  readonly follower!: string;

  /** Of the last event that was applied, passed over or set aside; null before the first. */
  @Column({ type: 'varchar', nullable: true })
  readonly cursor!: string | null;

  /** How often the event after the cursor could not be applied. */
  @Column({ type: 'int' })
  readonly failures!: number;
}
