import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a team is on duty, from a day to a day. */
@Entity('enforcement_team_coverage')
export class TeamCoverage {
  @PrimaryColumn({ type: 'varchar' })
  readonly teamId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly validFrom!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly validTo!: string | null;
}

/** SQL for "on duty there on `:day`", on a table of coverage. */
export const onDuty = (table: string) => `${table}.validFrom <= :day AND (${table}.validTo IS NULL OR ${table}.validTo > :day)`;
