/** How many posts a township is to receive from above it: what a province or a county has ruled. */
export interface TownshipQuota {
  readonly minimum: number;
  readonly maximum: number;
}

/** 河南 and 江苏: 10 to 15 a township, as published; a default of ours, for the rules themselves were not found. */
const STANDARD = '41:10-15,32:10-15';

const ENTRY = /^(\d{2,12}):(\d{1,4})-(\d{1,4})$/;

/** By the beginning of a division's code. */
export type TownshipQuotas = readonly (readonly [prefix: string, quota: TownshipQuota])[];

/** Read from `SECONDMENT_TOWNSHIP_QUOTAS`: the beginning of a division's code and two numbers, as in `41:10-15,410225:12-15`; `none` for no rule. */
export function townshipQuotasFrom(env: NodeJS.ProcessEnv = process.env): TownshipQuotas {
  const text = env.SECONDMENT_TOWNSHIP_QUOTAS || STANDARD;
  return text === 'none' ? [] : text.split(',').map(entryOf);
}

function entryOf(entry: string): readonly [string, TownshipQuota] {
  const [, prefix, minimum, maximum] = ENTRY.exec(entry.trim()) ?? [];
  if (prefix && Number(minimum) <= Number(maximum)) return [prefix, { minimum: Number(minimum), maximum: Number(maximum) }];
  throw new RangeError('SECONDMENT_TOWNSHIP_QUOTAS says division codes with two numbers each, as in 41:10-15,410225:12-15');
}

/** The rule for a township: the one of the smallest division around it; null where there is none, and for what is no township. */
export function quotaOf(quotas: TownshipQuotas, divisionCode: string): TownshipQuota | null {
  if (divisionCode.length < 9) return null;
  const around = quotas.filter(([prefix]) => divisionCode.startsWith(prefix)).sort(([a], [b]) => b.length - a.length);
  return around[0]?.[1] ?? null;
}
