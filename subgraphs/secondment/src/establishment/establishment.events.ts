import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { Establishment } from './establishment.entity';

export function establishmentChanged(type: string, { id, divisionCode, version, kind, fundingKind, approved }: Establishment): OutboxEntry {
  return { type, subjectType: 'Establishment', subjectId: id, divisionCode, payload: { version, kind, fundingKind, approved } };
}
