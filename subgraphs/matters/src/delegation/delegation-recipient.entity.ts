import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';

/** A township or village that an item came down to. It has no scope of its own: it is reached from a visible Delegation. */
@Entity('delegation_recipient')
@ObjectType({ description: 'A township that an item came down to, with the organ that handles it there. 承接方。' })
export class DelegationRecipient {
  @PrimaryColumn({ type: 'varchar' })
  readonly delegationId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Credit code of the organ, as decided. 承接机关统一社会信用代码。' })
  @Column({ type: 'varchar', nullable: true })
  readonly organizationCreditCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the organ, as decided. 承接机关名称（依决定）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly organizationName!: string | null;

  @Field(() => Division, { nullable: true, description: 'The township. 承接的乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Field(() => Organization, {
    nullable: true,
    description: 'The organ that handles it there; null where none was recorded. 承接机关，未记载的为空。',
  })
  organization(): Organization | null {
    return this.organizationCreditCode === null ? null : Organization.of(this.organizationCreditCode, this.organizationName ?? undefined);
  }
}

/** Which matters a delegation made possible: the department's one, or of a direct grant one a township. */
@Entity('delegation_matter')
export class DelegationMatter {
  @PrimaryColumn({ type: 'varchar' })
  readonly delegationId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly matterId!: string;
}

/** A place where the department handled the item until a direct grant closed it, as it was: what a reclaim gives back. */
@Entity('delegation_closed_site')
export class DelegationClosedSite {
  @PrimaryColumn({ type: 'varchar' })
  readonly delegationId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly matterId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly validFrom!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly validTo!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly villageRole!: string | null;
}
