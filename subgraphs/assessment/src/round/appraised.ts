import { createUnionType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { SubjectKind } from '../scheme/scheme.enums';
import { StaffMember } from '../staff-member/staff-member.stub';

export const AppraisedSubject = createUnionType({
  name: 'AppraisedSubject',
  description: 'What is appraised. 考核对象。',
  types: () => [Division, Organization, StaffMember] as const,
});

/** What is appraised, by its kind and its key: a division code, a credit code, a member of staff. */
export interface Appraised {
  readonly subjectKind: SubjectKind;
  readonly subjectKey: string;
}

export function appraisedSubject({ subjectKind, subjectKey }: Appraised): Division | Organization | StaffMember {
  switch (subjectKind) {
    case SubjectKind.DIVISION:
      return Division.of(subjectKey);
    case SubjectKind.ORGANIZATION:
      return Organization.of(subjectKey);
    case SubjectKind.STAFF_MEMBER:
      return StaffMember.of(subjectKey);
  }
}
