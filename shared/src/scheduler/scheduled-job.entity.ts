import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a job runs next, and who runs it now: what makes many instances one clock, and outlives them. */
@Entity('scheduled_job')
export class ScheduledJob {
  @PrimaryColumn({ type: 'varchar' })
  readonly name!: string;

  /** The turn that holds the lease, each with an id of its own; null while nobody runs it. */
  @Column({ type: 'varchar', nullable: true })
  readonly holder!: string | null;

  /** From here on another may take over. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly leaseUntil!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  readonly dueAt!: Date;

  /** How often it failed since it last was done. */
  @Column({ type: 'int' })
  readonly failures!: number;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly lastStartedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly lastDoneAt!: Date | null;
}
