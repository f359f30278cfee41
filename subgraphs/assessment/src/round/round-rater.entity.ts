import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';

/** One that rates in a round: an organisation, or a person by the account that signs in. */
@Entity('round_rater')
@ObjectType({ description: 'One that rates in a round. 某轮次的评分人（单位）。' })
@Directive('@key(fields: "id")')
export class RoundRater {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  /** Who holds the round reads who rates in it. */
  @Column({ type: 'varchar' })
  readonly roundDivisionCode!: string;

  @Field(() => String, { description: 'Code of its group in the scheme. 评分主体代码。' })
  @Column({ type: 'varchar' })
  readonly groupCode!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly creditCode!: string | null;

  /** The token's subject, where a person rates. */
  @Column({ type: 'varchar', nullable: true })
  readonly account!: string | null;

  @Field(() => Division, { nullable: true, description: 'Where it belongs. 所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Field(() => Organization, { nullable: true, description: 'The organisation; null for a person. 评分单位（个人为空）。' })
  organization(): Organization | null {
    return this.creditCode === null ? null : Organization.of(this.creditCode);
  }
}
