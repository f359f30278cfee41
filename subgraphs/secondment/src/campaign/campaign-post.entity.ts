import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';

/** One post that a selection fills: it is chosen once. */
@Entity('selection_post')
@ObjectType({ description: 'A post that a selection fills. 选派岗位。' })
@Directive('@key(fields: "id")')
export class SelectionPost {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly campaignId!: string;

  /** The township. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly hostCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly hostName!: string;

  @Field(() => String, { description: 'What it is. 岗位名称。' })
  @Column({ type: 'varchar' })
  readonly title!: string;

  /** Who has chosen it. */
  @Column({ type: 'varchar', nullable: true })
  candidateId!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody has chosen it. 是否已被选定。' })
  isTaken(): boolean {
    return this.candidateId !== null;
  }

  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The organisation of the township. 接收单位。' })
  organization(): Organization {
    return Organization.of(this.hostCreditCode, this.hostName);
  }
}
