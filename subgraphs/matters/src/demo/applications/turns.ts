/** What happens on the way of one that is not done at once. */
export type Turn =
  | 'PLAIN'
  | 'REFUSED'
  | 'RETURNED'
  | 'NOT_REQUIRED'
  | 'WITHDRAWN_EARLY'
  | 'WITHDRAWN_LATE'
  | 'TERMINATED'
  | 'CORRECTED'
  | 'SUSPENDED'
  | 'EXTENDED'
  | 'LATE'
  | 'DENIED';

/** Of fifteen that are promised and not mailed, so many take these turns; the others run straight. */
const TURNS: readonly Turn[] = [
  'REFUSED',
  'CORRECTED',
  'SUSPENDED',
  'PLAIN',
  'WITHDRAWN_EARLY',
  'EXTENDED',
  'LATE',
  'PLAIN',
  'RETURNED',
  'DENIED',
  'CORRECTED',
  'PLAIN',
  'NOT_REQUIRED',
  'WITHDRAWN_LATE',
  'TERMINATED',
];

/**
 * One in forty at a kiosk and one in ten elsewhere is not done at once: one in twenty of all, so that 95 % are. Of each twenty
 * that do not come by kiosk the fifth and the tenth are mailed: 6,000 of 60,000.
 */
const AT_KIOSK = 40;
const ELSEWHERE = 10;
const MAILED = [4, 9];
const MAILED_OF = 20;

/** What becomes of the index-th that came by kiosk; null if it is done at once. */
export function turnAtKiosk(index: number): Turn | null {
  return index % AT_KIOSK === AT_KIOSK / 2 ? nth(index / AT_KIOSK) : null;
}

/** The same, of those that came otherwise; what is mailed runs straight. */
export function turnElsewhere(index: number): Turn | null {
  if (index % ELSEWHERE !== MAILED[0]) return null;
  return isMailed(index) ? 'PLAIN' : nth(index / MAILED_OF);
}

export const isMailed = (index: number): boolean => MAILED.includes(index % MAILED_OF);

const nth = (place: number): Turn => TURNS[Math.floor(place) % TURNS.length]!;
