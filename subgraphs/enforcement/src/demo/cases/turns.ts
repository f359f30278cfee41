/** What becomes of a case of the demonstration. Whatever it is, the law has a way for it. */
export type Turn =
  | 'ON_THE_SPOT'
  | 'PLAIN'
  | 'HEARD'
  | 'SILENT'
  | 'REVIEWED'
  | 'DELIBERATED'
  | 'HEARING'
  | 'PRESERVED'
  | 'SEIZED'
  | 'FIRST_OFFENCE'
  | 'MINOR'
  | 'NOT_ESTABLISHED'
  | 'PAID_LATE'
  | 'INSTALMENTS'
  | 'COURT'
  | 'REVIEW_UPHELD'
  | 'REVIEW_CHANGED'
  | 'REVIEW_REVOKED'
  | 'LAWSUIT'
  | 'SERVED_LATE'
  | 'PUBLIC_NOTICE'
  | 'SUSPENDED'
  | 'EXTENDED'
  | 'DISMISSED'
  | 'TERMINATED'
  | 'TRANSFERRED'
  | 'POLICE';

/** Six of ten are decided on the spot. */
const OF = 10;
const ON_THE_SPOT = 6;

/** Of those that are not, each of these takes its turn; the more common first, so that few cases show them too. */
const TURNS: readonly Turn[] = [
  'PLAIN',
  'HEARD',
  'FIRST_OFFENCE',
  'PLAIN',
  'DISMISSED',
  'REVIEWED',
  'PLAIN',
  'SILENT',
  'PAID_LATE',
  'HEARING',
  'MINOR',
  'PRESERVED',
  'PLAIN',
  'DELIBERATED',
  'REVIEW_UPHELD',
  'PLAIN',
  'HEARD',
  'SEIZED',
  'FIRST_OFFENCE',
  'PLAIN',
  'INSTALMENTS',
  'PLAIN',
  'MINOR',
  'REVIEWED',
  'PLAIN',
  'COURT',
  'PLAIN',
  'HEARD',
  'PRESERVED',
  'DISMISSED',
  'PLAIN',
  'EXTENDED',
  'SILENT',
  'PLAIN',
  'NOT_ESTABLISHED',
  'PLAIN',
  'TRANSFERRED',
  'HEARD',
  'PLAIN',
  'SUSPENDED',
  'FIRST_OFFENCE',
  'PLAIN',
  'LAWSUIT',
  'DELIBERATED',
  'PLAIN',
  'SERVED_LATE',
  'MINOR',
  'PLAIN',
  'REVIEW_CHANGED',
  'PLAIN',
  'DISMISSED',
  'HEARD',
  'PLAIN',
  'PUBLIC_NOTICE',
  'PLAIN',
  'TERMINATED',
  'PLAIN',
  'POLICE',
  'PLAIN',
  'REVIEW_REVOKED',
];

/** What becomes of the index-th. */
export function turnOf(index: number): Turn {
  const place = index % OF;
  if (place < ON_THE_SPOT) return 'ON_THE_SPOT';
  return TURNS[(Math.floor(index / OF) * (OF - ON_THE_SPOT) + place - ON_THE_SPOT) % TURNS.length]!;
}

/** Those that end with no decision that stands: nobody is asked how content they are. */
const WITHOUT_DECISION: readonly Turn[] = ['DISMISSED', 'TERMINATED', 'TRANSFERRED', 'POLICE', 'REVIEW_REVOKED'];

export const isAskedAfter = (turn: Turn): boolean => !WITHOUT_DECISION.includes(turn);
