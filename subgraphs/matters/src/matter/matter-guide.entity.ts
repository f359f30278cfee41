import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel, Fee, HandlingStep, LegalBasis, Material, ServiceObject } from './matter-guide.types';

/** The wide half of a revision, read only when asked for. It has no scope of its own: it is reached from a visible Matter. */
@Entity('matter_guide')
export class MatterGuide {
  @PrimaryColumn({ type: 'varchar' })
  readonly matterId!: string;

  @PrimaryColumn({ type: 'int' })
  readonly revision!: number;

  @Column({ type: 'simple-json' })
  legalBases!: LegalBasis[];

  @Column({ type: 'simple-json' })
  steps!: HandlingStep[];

  @Column({ type: 'simple-json' })
  materials!: Material[];

  @Column({ type: 'simple-json' })
  fee!: Fee;

  @Column({ type: 'simple-json' })
  channels!: Channel[];

  @Column({ type: 'simple-json' })
  serviceObjects!: ServiceObject[];

  /** Why the applicant must come in person, where that is so. */
  @Column({ type: 'varchar', nullable: true })
  onSiteReason!: string | null;
}
