import type { RoundParticipant } from './round-participant.entity';

/** How many parts each division has in the round. */
export function participantsOf(roundId: string, parts: readonly { readonly divisionCode: string }[]): RoundParticipant[] {
  const counts = new Map<string, number>();
  for (const { divisionCode } of parts) counts.set(divisionCode, (counts.get(divisionCode) ?? 0) + 1);
  return [...counts].map(([divisionCode, count]) => ({ roundId, divisionCode, parts: count }));
}
