import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A division that has a part in a round, of a subject or of a rater: it reads the round. */
@Entity('round_participant')
export class RoundParticipant {
  @PrimaryColumn({ type: 'varchar' })
  readonly roundId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;

  /** How many of its subjects and raters are there. */
  @Column({ type: 'int' })
  readonly parts!: number;
}
