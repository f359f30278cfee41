import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Division } from '../division/division.stub';
import type { Organization } from '../organization/organization.stub';
import { SubjectKind } from '../scheme/scheme.enums';
import type { StaffMember } from '../staff-member/staff-member.stub';
import { AppraisedSubject, appraisedSubject } from './appraised';

/** One that is appraised in a round. */
@Entity('round_subject')
@ObjectType({ description: 'One that is appraised in a round. 某轮次的考核对象。' })
@Directive('@key(fields: "id")')
export class RoundSubject {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  /** Where it belongs. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => SubjectKind, { description: 'Kind. 对象类别。' })
  @Column({ type: 'varchar' })
  readonly subjectKind!: SubjectKind;

  @Column({ type: 'varchar' })
  readonly subjectKey!: string;

  /** Where a member of staff works. */
  @Column({ type: 'varchar', nullable: true })
  readonly organizationCode!: string | null;

  @Field(() => AppraisedSubject, { nullable: true, description: 'What is appraised. 考核对象。' })
  subject(): Division | Organization | StaffMember {
    return appraisedSubject(this);
  }
}
