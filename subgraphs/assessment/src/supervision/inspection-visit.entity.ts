import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';

/** One visit of a township by a plan. */
@Entity('inspection_visit')
@ObjectType({ description: 'One visit of a township by a plan. 一次督查检查。' })
export class InspectionVisit {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly planId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => DateScalar, { description: 'Day. 日期。' })
  @Column({ type: 'varchar' })
  readonly visitedOn!: string;

  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
