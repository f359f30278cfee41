/** 行政处罚法 §74③: fines and confiscations feed no appraisal, directly or in disguise. */
export const FINES_BASIS = '行政处罚法§74③';

/** Words of texts that speak of fines, what was confiscated, or the money that comes of either. */
const WORDS: readonly RegExp[] = [
  /罚没/,
  /罚\s*款/,
  /罚金/,
  /没收/,
  /罚缴/,
  /加处罚/,
  /处罚\s*(金额|数额|收入|额度)/,
  /非税收入/,
  /创收/,
  /\bfin(e|es|ed|ing)\b/i,
  /\bpenalt(y|ies)\b/i,
  /confiscat/i,
  /forfeit/i,
];

/** Parts of the names of fields, arguments and enum values of the graph that tell how much was imposed, paid or taken, or how often. */
const FIELD_PARTS: ReadonlySet<string> = new Set([
  'fine',
  'fines',
  'penalty',
  'penalties',
  'confiscation',
  'confiscations',
  'confiscated',
  'forfeiture',
  'payment',
  'payments',
  'paid',
  'pay',
  'instalment',
  'instalments',
  'sanction',
  'amount',
  'amounts',
  'surcharge',
  'cash',
  'waive',
  'waived',
  'waiver',
  'unpaid',
  'collection',
  'remit',
  'gains',
  'goods',
]);

/** Whether one of the texts speaks of fines; a query counts as a text, with the names in it. */
export function speaksOfFines(texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => Boolean(text) && (WORDS.some((word) => word.test(text!)) || namesIn(text!).some(isFineField)));
}

/** Whether a field, an argument, a type or an enum value of this name tells of fines: `paidOnTimeShare`, `FINE`, `FinePayment`. */
export function isFineField(name: string): boolean {
  return partsOf(name).some((part) => FIELD_PARTS.has(part));
}

const namesIn = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? [];

/** `paidOnTimeShare`: paid, on, time, share; `FINE_PAYMENT`: fine, payment. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((part) => part.toLowerCase());
}
