import { holds } from '@township-graph/shared/viewer';
import type { EnforcementCase } from '../case/case.entity';
import type { EnforcementContext } from '../context';
import { DecisionOutcome } from '../decision/decision.enums';
import { remediesAgainst } from '../decision/decisions-of-case';
import { PublicationState } from './publication.enums';
import { choiceRefusal, publishRefusal } from './publication.rules';
import { publishFacts } from './publish-facts';

/**
 * What can be done about the publicity of a case now, by the rules that the commands go by. Of a party whose age is not known it is
 * said to be possible: whoever publishes confirms it. It is asked of decisions to punish alone, and of all of a list at once.
 */
export async function publicityActions(enforcementCase: EnforcementCase, { viewer, loaders }: EnforcementContext): Promise<string[]> {
  const { id, outcome } = enforcementCase;
  if (outcome !== DecisionOutcome.PENALTY || !holds(viewer, 'enforcement:manage')) return [];
  const [decisions, publications, remedies] = await Promise.all([
    loaders.decisionsByCase.load(id),
    loaders.publicationsByCase.load(id),
    loaders.remediesByCase.load(id),
  ]);
  const standing = publications.find(({ standingKey }) => standingKey === id)?.state ?? null;
  const decision = decisions.at(-1) ?? null;
  const against = decision ? remediesAgainst(decision, decisions, remedies) : [];
  const facts = publishFacts(enforcementCase, decision, { standing, remedies: against, isAdultConfirmed: true });
  return [
    ...(publishRefusal(facts) ? [] : ['publishDecision']),
    ...(choiceRefusal(facts) ? [] : ['withholdPublication']),
    ...(standing === PublicationState.PUBLISHED ? ['withdrawPublication'] : []),
  ];
}
