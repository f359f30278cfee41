import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';

/** A division of the claim `divisions`; with the last day of it where there is one. */
export type DivisionClaim = string | { readonly code: string; readonly until: string };

/** What a token says of a member of staff, as the graph knows them. */
export interface DutyClaims {
  readonly sub: string;
  readonly org?: string;
  readonly divisions: readonly DivisionClaim[];
}

const QUERY = `query ($id: ID!) { staffMember(id: $id) { homeOrganization { creditCode } dutyDivisions { code until } } }`;

interface Answer {
  readonly staffMember: {
    readonly homeOrganization: { readonly creditCode: string | null } | null;
    readonly dutyDivisions: readonly { readonly code: string; readonly until: string | null }[];
  } | null;
}

/** Where somebody is on duty today, in the form of a token: what an identity provider asks before it issues one. */
export async function dutyClaimsOf(graph: GraphClient, staffMemberId: string): Promise<DutyClaims> {
  const { staffMember } = await graph.ask<Answer>(QUERY, { id: staffMemberId });
  if (!staffMember) throw new Error(`the graph knows no member of staff ${staffMemberId}`);
  const { homeOrganization, dutyDivisions } = staffMember;
  const divisions = dutyDivisions.map(({ code, until }): DivisionClaim => (until === null ? code : { code, until }));
  return { sub: staffMemberId, ...(homeOrganization?.creditCode && { org: homeOrganization.creditCode }), divisions };
}
