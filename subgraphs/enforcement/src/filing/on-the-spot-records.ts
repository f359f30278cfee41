import { dayOf } from '@township-graph/shared/clock';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { CorrectionOrder } from '../investigation/correction-order.entity';
import { Evidence, NEW_EVIDENCE } from '../investigation/evidence.entity';
import { EvidenceKind } from '../investigation/evidence.enums';
import { PartyStatement } from '../notice/party-statement.entity';
import type { EnforcementPower } from '../power/power.entity';

interface ProofGiven {
  readonly evidence: string;
  readonly statement?: string | null;
  readonly correction: string;
  readonly isCorrected?: boolean | null;
}

/** What was found, said and ordered on the spot, as the ordinary procedure records it too. */
export async function recordProof(
  tx: EntityManager,
  { id: caseId, divisionCode }: EnforcementCase,
  input: ProofGiven,
  power: EnforcementPower,
  now: Date,
): Promise<void> {
  const record = () => ({ id: uuid(), caseId, divisionCode });
  const today = dayOf(now);
  const proves = words('evidence', input.evidence, 1000);
  await insertAll(tx, Evidence, [
    { ...record(), kind: EvidenceKind.SITE_RECORD, name: '现场笔录', proves, collectedOn: today, isVerified: true, ...NEW_EVIDENCE },
  ]);
  const said = optionalWords('statement', input.statement, 2000);
  const examination = said ? '当场复核' : null;
  await insertAll(tx, PartyStatement, [
    { ...record(), isWaived: said === null, content: said, isAdopted: said ? false : null, examination, statedAt: now },
  ]);
  const content = words('correction', input.correction, 1000);
  const done = input.isCorrected
    ? { checkedAt: now, isCorrected: true, finding: '当场改正' }
    : { checkedAt: null, isCorrected: null, finding: null };
  await insertAll(tx, CorrectionOrder, [
    { ...record(), content, legalBasis: `行政处罚法§28；${power.legalBasis}`.slice(0, 200), orderedAt: now, dueOn: today, ...done },
  ]);
}
