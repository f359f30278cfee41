import { HearingStanding, StatementStanding } from './notice.enums';

/** What a case stands at before anything was proposed: after new facts, all of it has to be done anew (§44, §45). */
export const FORGOTTEN = {
  notifiedAt: null,
  statement: StatementStanding.OPEN,
  statementUntil: null,
  hearing: HearingStanding.NONE,
  hearingUntil: null,
  heardAt: null,
  reviewPassedAt: null,
  deliberatedAt: null,
} as const;
