import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'Kind of a functional centre; a place draws its own scheme, so kinds are data. 功能中心类别。' })
export class FunctionalCenterKind {
  @Field(() => String, { description: 'Code of the kind, unique over all schemes. 类别代码。' })
  readonly code!: string;

  @Field(() => String, { description: 'Name in Chinese. 中文名称。' })
  readonly zh!: string;

  @Field(() => String, { description: 'Name in English. 英文名称。' })
  readonly en!: string;

  @Field(() => String, { description: 'Scheme it belongs to: 4+3, five centres, six or seven modules … 所属模式。' })
  readonly scheme!: string;
}

/** A functional centre of a township: the work that offices, institutions and stations do together. */
@Entity('functional_center')
@ObjectType({ description: 'Functional centre of a township, such as those of the 4+3 scheme. 功能中心。' })
@Directive('@key(fields: "id")')
export class FunctionalCenter {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => String, { description: 'Name. 名称。' })
  @Column({ type: 'varchar' })
  name!: string;

  @Field(() => FunctionalCenterKind, { description: 'Kind and scheme. 类别与模式。' })
  @Column({ type: 'simple-json' })
  kind!: FunctionalCenterKind;

  @Column({ type: 'varchar' })
  divisionCode!: string;

  /** Names of persons: shown masked. */
  @Column({ type: 'varchar', nullable: true })
  leadName!: string | null;

  @Column({ type: 'simple-json' })
  deputyNames!: string[];

  @Column({ type: 'int' })
  sortOrder!: number;
}
