import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OpenCasesRule } from './power-grant.enums';
import { PowerReclaim } from './power-grant.types';

/** One power of a grant, on its days. What was reclaimed was held until then. */
@Entity('granted_power')
@ObjectType({ description: 'One power of a grant, on its days. 赋权事项。' })
export class GrantedPower {
  @PrimaryColumn({ type: 'varchar' })
  readonly grantId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly powerId!: string;

  /** The power's, by which lists are in order. */
  @Column({ type: 'varchar' })
  readonly powerCode!: string;

  /** The grant's, so that what a division holds on a day needs no join. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => DateScalar, { description: 'First day it is held. 起始日期。' })
  @Column({ type: 'varchar' })
  readonly validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it is no longer held; null while open-ended. 截止日期（不含）。' })
  @Column({ type: 'varchar', nullable: true })
  validTo!: string | null;

  @Column({ type: 'varchar', nullable: true })
  reclaimedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  reclaimLegalBasis!: string | null;

  @Column({ type: 'varchar', nullable: true })
  reclaimNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  openCases!: OpenCasesRule | null;

  @Field(() => PowerReclaim, { nullable: true, description: 'How it was taken back, once that is decided. 收回情况。' })
  reclaim(): PowerReclaim | null {
    const { reclaimedOn: effectiveOn, reclaimLegalBasis: legalBasis, reclaimNumber: documentNumber, openCases } = this;
    return effectiveOn === null ? null : Object.assign(new PowerReclaim(), { effectiveOn, legalBasis, documentNumber, openCases });
  }

  /** Whether a case that was filed under it may be gone on with on the day, by who filed it. What ran out by its term is over. */
  letsCasesGoOn(day: string): boolean {
    const isHeld = this.validTo === null || day < this.validTo;
    return isHeld || (this.reclaimedOn !== null && this.openCases === OpenCasesRule.FINISH_BY_HOLDER);
  }
}
