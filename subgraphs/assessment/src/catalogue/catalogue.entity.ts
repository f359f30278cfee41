import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';

/** The appraisals that a county has approved for a year. Anybody may read it: a list that nobody can read refuses nothing. */
@Entity('appraisal_catalogue')
@ObjectType({ description: 'Approved appraisals of a county for a year; what is not on it is refused. 年度考核清单（清单之外不得考核）。' })
@Directive('@key(fields: "id")')
export class AppraisalCatalogue {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Calendar year. 年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Field(() => Int, { description: 'Appraisals of the year before. 上年度考核项数。' })
  @Column({ type: 'int' })
  readonly lastYearCount!: number;

  @Field(() => Int, { description: 'How many there may be at the most. 本年度项数上限。' })
  @Column({ type: 'int' })
  readonly limitCount!: number;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Field(() => Division, { nullable: true, description: 'The county. 县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
