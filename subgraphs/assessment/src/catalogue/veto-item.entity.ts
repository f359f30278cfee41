import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What may decide an appraisal by itself: only what is approved. */
@Entity('veto_item')
@ObjectType({ description: 'A matter that is approved to decide an appraisal by itself. 经批准的“一票否决”事项。' })
export class VetoItem {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly catalogueId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => String, { description: 'Code, unique in its year. 代码（当年唯一）。' })
  @Column({ type: 'varchar' })
  readonly code!: string;

  @Field(() => String, { description: 'Name. 事项名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => String, { description: 'Law or document that provides it. 设定依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => String, { description: 'Document that approved it. 批准文号。' })
  @Column({ type: 'varchar' })
  readonly approvalDocument!: string;
}
