import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import { decisionsOf, remediesAgainst } from '../decision/decisions-of-case';
import { Remedy } from '../remedy/remedy.entity';
import { RemedyKind, RemedyOutcome } from '../remedy/remedy.enums';
import { agreementOf } from './collection';
import type { CourtFacts } from './court.rules';
import type { FineCollection } from './fine-collection.entity';

/** What the times of the court go by: service, plans, and what became of remedies against the decision. */
export async function courtFacts(
  tx: EntityManager,
  { id: caseId, servedOn, openRemedies, isPaidUp }: EnforcementCase,
  collection: FineCollection,
  today: string,
): Promise<CourtFacts> {
  const { remindedOn, hardship, instalments } = collection;
  const decisions = await decisionsOf(tx, caseId);
  const remedies = remediesAgainst(decisions.at(-1)!, decisions, await tx.findBy(Remedy, { caseId }));
  const stood = remedies.filter(({ outcome }) => outcome !== null && outcome !== RemedyOutcome.WITHDRAWN);
  const lastOf = (wanted: RemedyKind) =>
    stood
      .filter(({ kind }) => kind === wanted)
      .map(({ concludedOn }) => concludedOn!)
      .sort()
      .at(-1) ?? null;
  return {
    servedOn: servedOn!,
    planEndsOn: hardship ? (instalments.at(-1)?.dueOn ?? null) : null,
    reviewedOn: lastOf(RemedyKind.REVIEW),
    judgedOn: lastOf(RemedyKind.LITIGATION),
    isUnderRemedy: openRemedies > 0,
    isAgreed: (await agreementOf(tx, collection)) !== null,
    remindedOn,
    isUnpaid: isPaidUp === false,
    today,
  };
}
