import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';

export interface DeliberationFacts {
  /** Complex circumstances, or a grave act (§57②). */
  readonly needsDeliberation: boolean;
  readonly deliberatedAt: Date | null;
}

/** Complex or grave cases are decided by the heads together (行政处罚法§57②). */
export function deliberationRefusal({ needsDeliberation, deliberatedAt }: DeliberationFacts): MoveRefusal | null {
  return needsDeliberation && deliberatedAt === null
    ? refusal(
        'DELIBERATION_MISSING',
        '情节复杂或者重大违法行为给予行政处罚，应当集体讨论决定（行政处罚法第五十七条第二款）',
        'A complex or grave case is decided by the heads together (行政处罚法 §57②)',
      )
    : null;
}
