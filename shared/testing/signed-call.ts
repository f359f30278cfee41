import { CALL_HEADER, CALL_PARTS } from '../src/signature';

export type CallPart = keyof typeof CALL_PARTS;
export const CALL_PART_NAMES = Object.keys(CALL_PARTS) as CallPart[];

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What stands at one part of a signed call's header. */
export function partOf(headers: Headers, part: CallPart): string {
  return lineOf(headers)[CALL_PART_NAMES.indexOf(part)]!;
}

/** The same headers with another value at one part; undefined leaves the part out. */
export function withPart<V extends Headers[string]>(
  headers: Readonly<Record<string, V>>,
  part: CallPart,
  value: string | undefined,
): Record<string, V | string> {
  const line: (string | undefined)[] = lineOf(headers);
  line[CALL_PART_NAMES.indexOf(part)] = value;
  return { ...headers, [CALL_HEADER]: line.filter((said) => said !== undefined).join(' ') };
}

function lineOf(headers: Headers): string[] {
  return String(headers[CALL_HEADER]).split(' ');
}
