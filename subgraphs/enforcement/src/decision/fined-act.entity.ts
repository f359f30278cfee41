import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An act that was fined. Its key is the table's, so that of two decisions at once one finds the other (行政处罚法§29). */
@Entity('fined_act')
export class FinedAct {
  @PrimaryColumn({ type: 'varchar' })
  readonly actKey!: string;

  @Column({ type: 'varchar' })
  readonly caseId!: string;
}
