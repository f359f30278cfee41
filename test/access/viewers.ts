import { makeCreditCode, organizationCheckCharacter } from '@township-graph/shared/credit-code';
import { ANONYMOUS, SCOPES, type Scope, type Viewer } from '@township-graph/shared/viewer';
import type { Canary } from './canaries';
import { COUNTY, OTHER_COUNTY, TOWNSHIP_A, TOWNSHIP_B, VILLAGE_A } from './owners';

/** Somebody who asks. */
export interface Asker {
  readonly name: string;
  readonly viewer: Viewer;
}

/** Every scope but that to personal data: what protects here is the division, not the scope. */
const TRUSTED = SCOPES.filter((scope) => scope !== 'pii:read');

function bearer(name: string, division: string, scopes: readonly Scope[] = TRUSTED): Asker {
  // A county's government is none of its townships'.
  const body = division.length === 6 ? 'DEMT0002' : 'DEMT0001';
  const organization = makeCreditCode(`11${division.slice(0, 6)}${body}${organizationCheckCharacter(body)}`);
  return {
    name,
    viewer: { subject: `walk:${division}`, name, organization, divisions: [{ code: division, until: '2999-12-31' }], scopes },
  };
}

export const ANYBODY: Asker = { name: 'anybody', viewer: ANONYMOUS };

/** They see nothing of what is hidden, so for them it must make no difference whether it is there. */
export const OUTSIDERS: readonly Asker[] = [ANYBODY, bearer('township A', TOWNSHIP_A), bearer('a village of A', VILLAGE_A)];

/** They see nothing at all that is not public. */
export const STRANGERS: readonly Asker[] = [bearer('another county', OTHER_COUNTY), bearer('township B without a scope', TOWNSHIP_B, [])];

/** They see what is hidden, or part of it; without them the walk would prove nothing. */
export const INSIDERS = { township: bearer('township B', TOWNSHIP_B), county: bearer('the county', COUNTY) } as const;

/** The events of a subgraph whose rows are public: who is signed in reads those of its divisions, without any scope. */
export const OPEN_FEED = 'open_feed';

/** Whether what the owner keeps to itself is this viewer's to see. */
export function maySee({ viewer: { divisions, scopes } }: Asker, { owner: { division }, column }: Canary): boolean {
  const isInScope = scopes.length > 0 || column.startsWith(`${OPEN_FEED}.`);
  return isInScope && divisions.some(({ code }) => division.startsWith(code));
}
