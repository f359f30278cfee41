import { OpenApplicationsRule } from './delegation.enums';

export type Handler = 'TOWNSHIP' | 'DEPARTMENT';

/** How a delegation ended. */
export interface EndedDelegation {
  readonly effectiveOn: string;
  readonly openApplications: OpenApplicationsRule;
}

/** Who handles, from the day of a reclaim on, what came in on `receivedOn` and is still open. */
export function handlerAfterReclaim(receivedOn: string, { effectiveOn, openApplications }: EndedDelegation): Handler {
  if (receivedOn >= effectiveOn) return 'DEPARTMENT';
  return openApplications === OpenApplicationsRule.HAND_BACK ? 'DEPARTMENT' : 'TOWNSHIP';
}

/** Who handles what came in before a direct grant and is still open: the department finishes what it has begun (行政处罚法 §24 and the notices under it). */
export function handlerAfterGrant(receivedOn: string, { effectiveFrom }: { readonly effectiveFrom: string }): Handler {
  return receivedOn >= effectiveFrom ? 'TOWNSHIP' : 'DEPARTMENT';
}
