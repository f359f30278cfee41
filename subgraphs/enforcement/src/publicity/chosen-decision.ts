import type { RequestContext } from '@township-graph/shared/context';
import { staleVersion } from '@township-graph/shared/stale-version';
import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseMoving } from '../case/case-moving';
import type { CaseDecision } from '../decision/case-decision.entity';
import { decisionsOf, remediesAgainst } from '../decision/decisions-of-case';
import { Remedy } from '../remedy/remedy.entity';
import { DecisionPublication } from './publication.entity';
import type { PublishFacts } from './publication.rules';
import { publishFacts } from './publish-facts';

export interface ChoiceGiven {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** A case with its decision, and what became of both. */
export interface Chosen {
  readonly enforcementCase: EnforcementCase;
  readonly decision: CaseDecision;
  readonly facts: PublishFacts;
}

/** The decision of a case of the viewer's own organ, as it was read; without one, the facts say so. */
export async function chosenDecision(
  tx: EntityManager,
  moving: CaseMoving,
  context: RequestContext,
  { caseId, expectedVersion }: ChoiceGiven,
  isAdultConfirmed: boolean,
): Promise<Chosen> {
  const enforcementCase = await moving.load(tx, context, caseId);
  moving.refuseOthersIn(context.viewer, enforcementCase);
  if (enforcementCase.version !== expectedVersion) throw staleVersion(expectedVersion);
  const decisions = await decisionsOf(tx, caseId);
  const decision = decisions.at(-1) ?? null;
  const standing = await tx.findOneBy(DecisionPublication, { standingKey: caseId });
  const remedies = decision ? remediesAgainst(decision, decisions, await tx.findBy(Remedy, { caseId })) : [];
  const facts = publishFacts(enforcementCase, decision, { standing: standing?.state ?? null, remedies, isAdultConfirmed });
  return { enforcementCase, decision: decision!, facts };
}
