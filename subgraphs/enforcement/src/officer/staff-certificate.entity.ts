import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An enforcement certificate of a member of staff as personnel records it, officer or not: whoever is registered as one later has it
 * already, and nobody types it again.
 */
@Entity('staff_certificate')
export class StaffCertificate {
  /** Personnel's own identifier of it. */
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Column({ type: 'varchar' })
  readonly number!: string;

  @Column({ type: 'varchar' })
  readonly issuedBy!: string;

  @Column({ type: 'varchar' })
  readonly validFrom!: string;

  @Column({ type: 'varchar' })
  readonly validTo!: string;

  /** First day it was no longer valid. */
  @Column({ type: 'varchar', nullable: true })
  readonly revokedOn!: string | null;
}
