import type { PostRank } from './staff-member.enums';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

export interface RegisterStaffMember extends Keyed {
  readonly name: string;
  readonly establishmentId?: string | null;
  readonly outsideOf?: {
    readonly organization: { readonly creditCode: string; readonly name: string };
    readonly divisionCode: string;
  } | null;
  readonly postTitle: string;
  readonly postRank: PostRank;
  readonly isLeading: boolean;
  readonly joinedOn: string;
}

export interface RecordDeparture extends Keyed {
  readonly staffMemberId: string;
  readonly expectedVersion: number;
  readonly leftOn: string;
  readonly reason: string;
}

export interface ChangeStaffPost extends Keyed {
  readonly staffMemberId: string;
  readonly expectedVersion: number;
  readonly postTitle: string;
  readonly postRank: PostRank;
  readonly isLeading: boolean;
  readonly effectiveOn: string;
  readonly document: string;
  readonly proposalId?: string | null;
}
