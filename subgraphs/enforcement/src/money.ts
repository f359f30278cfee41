import { DomainError } from '@township-graph/shared/errors';

/** Two thousand million fen fit every engine's int. */
const MOST_FEN = 2_000_000_000;

/** Yuan as they are written, from fen: 20050 → "200.50". */
export function yuanOf(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** Fen of a sum in yuan, or a refusal: not negative, two decimals at most, twenty million at most. */
export function fenOf(field: string, yuan: string): number {
  const [, whole = '', part = ''] = /^(\d{1,8})(?:\.(\d{1,2})0{0,4})?$/.exec(yuan) ?? [];
  const fen = whole === '' ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (fen <= MOST_FEN) return fen;
  throw new DomainError(
    'BAD_USER_INPUT',
    'AMOUNT',
    { zh: `${field} 须为 0 至 20000000 元，至多两位小数`, en: `${field} is 0 to 20,000,000 yuan, two decimals at most` },
    { field },
  );
}
