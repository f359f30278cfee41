import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { VillageRole } from './matter.enums';

/** Where a matter is handled. It has no scope of its own: it is reached from a visible Matter. */
@Entity('matter_site')
@ObjectType({ description: 'A division where a matter is handled. 事项办理地。' })
export class MatterSite {
  @PrimaryColumn({ type: 'varchar' })
  readonly matterId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => DateScalar, { description: 'First day it is handled there. 开始办理日期。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer is. 停止办理日期。' })
  @Column({ type: 'varchar', nullable: true })
  validTo!: string | null;

  @Field(() => VillageRole, {
    nullable: true,
    description: 'What the village does, where it differs from the matter’s. 该村办理方式（与事项不同时）。',
  })
  @Column({ type: 'varchar', nullable: true })
  villageRole!: VillageRole | null;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The township or village. 办理地区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
