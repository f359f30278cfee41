import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { InspectionItemState } from './joint-inspection.enums';

/** What may be inspected. The list is published: nothing outside it is inspected (国办发〔2024〕54号). */
@Entity('inspection_item')
@ObjectType({ description: 'An item of the list of inspections; nothing outside it is inspected. 行政检查事项（清单之外无检查）。' })
@Directive('@key(fields: "id")')
export class InspectionItem {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** Where it may be inspected: a county or a township, with all below it. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => String, { description: 'Code, unique in its division. 事项编码。' })
  @Column({ type: 'varchar' })
  readonly code!: string;

  @Field(() => String, { description: 'Name. 事项名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => String, { description: 'Legal basis. 检查依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Column({ type: 'varchar' })
  readonly authorityCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly authorityName!: string;

  @Field(() => DateScalar, { description: 'Day it was published. 公布日期。' })
  @Column({ type: 'varchar' })
  readonly publishedOn!: string;

  @Field(() => InspectionItemState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: InspectionItemState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where it may be inspected. 适用区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('authorityCreditCode', 'authorityName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The authority that inspects it. 检查主体。' })
  authority(): Organization {
    return Organization.of(this.authorityCreditCode, this.authorityName);
  }
}
