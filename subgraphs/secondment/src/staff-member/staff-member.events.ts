import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { StaffMember } from './staff-member.entity';

/** What others are told of a member of staff: never a word about the person. `before`: as they were, where place or home changed. */
export function staffChanged(type: string, after: StaffMember, before: StaffMember = after): OutboxEntry {
  const { id: subjectId, divisionCode, homeDivisionCode, version, establishmentKind, fundingKind } = after;
  return {
    type,
    subjectType: 'StaffMember',
    subjectId,
    divisionCode,
    concerns: [homeDivisionCode],
    ...(before.divisionCode !== divisionCode && { leftDivisionCode: before.divisionCode }),
    ...(before.homeDivisionCode !== homeDivisionCode && { concernsNoMore: [before.homeDivisionCode] }),
    payload: { version, establishmentKind, fundingKind, servingDivisionCode: divisionCode },
  };
}
