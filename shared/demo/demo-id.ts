import { createHash } from 'node:crypto';

/** Every demonstration identifier says that it was made at this instant, when the reform that the rows show began (2019-07). */
const MADE_AT = Date.UTC(2019, 6, 1);

/**
 * The identifier of the demonstration row of this name: valid as a UUIDv7, but the same on every machine and in every
 * subgraph, so that rows kept apart can point at each other. Names are `<type>:<path>`, such as `organization:410225:JUSTICE`.
 */
export function demoId(stableName: string): string {
  const time = MADE_AT.toString(16).padStart(12, '0');
  const digest = createHash('sha256').update(stableName).digest('hex');
  const variant = ((Number.parseInt(digest.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return [time.slice(0, 8), time.slice(8), `7${digest.slice(0, 3)}`, `${variant}${digest.slice(4, 7)}`, digest.slice(7, 19)].join('-');
}
