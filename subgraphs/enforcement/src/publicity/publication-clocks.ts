import { LimitUnit } from '@township-graph/shared/deadline';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { EntityManager } from 'typeorm';
import { rule } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseFollower } from '../case/case-moving';
import type { CaseDecision } from '../decision/case-decision.entity';
import { decisionOf, decisionsOf, remediesAgainst } from '../decision/decisions-of-case';
import { Remedy } from '../remedy/remedy.entity';
import { DecisionPublication } from './publication.entity';
import { PublicationState } from './publication.enums';
import { type DecisionStanding, mustBeWithdrawn } from './publication.rules';
import type { PublicitySettings } from './publication.settings';

export const PUBLICATION_CLOCK = 'PUBLICATION';
export const WITHDRAWAL_CLOCK = 'WITHDRAWAL';
const WITHDRAWAL_RULE = rule(3, LimitUnit.WORKDAY, '行政处罚法§48②、§85');

const DECIDES: readonly string[] = ['decidePenalty', 'decideOnTheSpot'];
const UNSETTLES: readonly string[] = ['revokeDecision', 'revokeToDecideAnew', 'concludeRemedy'];

/**
 * Starts the clocks of publicity when a decision is made, and when it no longer stands. They are the decision's and the publication's,
 * not the case's: a case that is closed has still to be published.
 */
export const publicationClocks =
  (deadlines: Deadlines, { publication: publicationRule }: PublicitySettings): CaseFollower =>
  async (tx, enforcementCase, action) => {
    if (DECIDES.includes(action)) {
      const { id, divisionCode } = await decisionOf(tx, enforcementCase.id);
      await deadlines.start(tx, { type: 'CaseDecision', id, divisionCode }, PUBLICATION_CLOCK, publicationRule, enforcementCase.decidedAt!);
    }
    if (UNSETTLES.includes(action)) await unsettled(tx, deadlines, enforcementCase);
  };

async function unsettled(tx: EntityManager, deadlines: Deadlines, { id: caseId, divisionCode }: EnforcementCase): Promise<void> {
  const decision = await decisionOf(tx, caseId);
  const publication = await tx.findOneBy(DecisionPublication, { standingKey: caseId });
  if (publication?.state !== PublicationState.PUBLISHED) {
    // What does not stand is not published any more.
    if (decision.revocation !== null) await deadlines.lapse(tx, decision.id, [PUBLICATION_CLOCK]);
    return;
  }
  const { id, unsettledBefore } = publication;
  const isRunning = (await deadlines.open(tx, id)).length > 0;
  if (!isRunning && mustBeWithdrawn(await standingOf(tx, decision), unsettledBefore))
    await deadlines.start(tx, { type: 'DecisionPublication', id, divisionCode }, WITHDRAWAL_CLOCK, WITHDRAWAL_RULE);
}

/** What became of a decision since it was made. */
export async function standingOf(tx: EntityManager, decision: CaseDecision): Promise<DecisionStanding> {
  const { caseId, revocation } = decision;
  const remedies = remediesAgainst(decision, await decisionsOf(tx, caseId), await tx.findBy(Remedy, { caseId }));
  return { isRevoked: revocation !== null, outcomes: remedies.map(({ outcome }) => outcome) };
}
