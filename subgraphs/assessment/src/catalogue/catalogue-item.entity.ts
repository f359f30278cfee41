import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Organization } from '../organization/organization.stub';
import { SubjectKind } from '../scheme/scheme.enums';

/** One appraisal that is approved for a year. */
@Entity('catalogue_item')
@ObjectType({ description: 'An approved appraisal. 考核清单事项。' })
export class CatalogueItem {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly catalogueId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'int' })
  readonly year!: number;

  @Field(() => String, { description: 'Name. 考核名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Column({ type: 'varchar' })
  readonly organizerCreditCode!: string;

  @Field(() => String, { description: 'Who holds it, by name. 组织单位名称。' })
  @Column({ type: 'varchar' })
  readonly organizerName!: string;

  @Field(() => String, { description: 'Law or document that it rests on. 考核依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => String, { description: 'Document that approved it. 批准文号。' })
  @Column({ type: 'varchar' })
  readonly approvalDocument!: string;

  @Field(() => [SubjectKind], { description: 'What it appraises. 考核对象类别。' })
  @Column({ type: 'simple-json' })
  readonly subjectKinds!: SubjectKind[];

  @Field(() => Int, { description: 'How often a year it may be held. 全年次数上限。' })
  @Column({ type: 'int' })
  readonly roundsAYear!: number;

  @Field(() => Organization, { nullable: true, description: 'Who holds it. 组织单位。' })
  organizer(): Organization {
    return Organization.of(this.organizerCreditCode);
  }
}
