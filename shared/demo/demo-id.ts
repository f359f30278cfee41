import { createHash } from 'node:crypto';
import type { DemoRandom } from './random';

/** Every demonstration identifier says that it was made at this instant, when the reform that the rows show began (2019-07). */
const MADE_AT = Date.UTC(2019, 6, 1);

/**
 * The identifier of the demonstration row of this name: valid as a UUIDv7, but the same on every machine and in every
 * subgraph, so that rows kept apart can point at each other. Names are `<type>:<path>`, such as `organization:410225:JUSTICE`.
 */
export function demoId(stableName: string): string {
  const digest = createHash('sha256').update(stableName).digest('hex');
  return uuidv7(MADE_AT, Number.parseInt(digest.slice(0, 4), 16), digest.slice(4, 19));
}

/**
 * The identifier of a row that nobody names: of its own instant, as real ones are, so that a hundred thousand of them go
 * into an index in their order.
 */
export function demoIdAt(instant: Date, random: DemoRandom): string {
  const digits = `${hex(random.below(2 ** 28), 7)}${hex(random.below(2 ** 32), 8)}`;
  return uuidv7(instant.getTime(), random.below(2 ** 16), digits);
}

/** `head`: 16 bits, of which the version leaves 12 and the variant, with the last digit, 2; `tail`: 15 digits. */
function uuidv7(millisecond: number, head: number, tail: string): string {
  const time = hex(millisecond, 12);
  const variant = ((head & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(head >>> 4, 3)}-${variant}${tail.slice(0, 3)}-${tail.slice(3)}`;
}

const hex = (number: number, width: number) => number.toString(16).padStart(width, '0');
