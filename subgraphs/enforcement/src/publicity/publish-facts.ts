import type { EnforcementCase } from '../case/case.entity';
import type { CaseDecision } from '../decision/case-decision.entity';
import { isYoungerThan } from '../decision/not-punished.rules';
import type { Remedy } from '../remedy/remedy.entity';
import type { PublicationState } from './publication.enums';
import type { PublishFacts } from './publication.rules';

/** What is known beside the case and its decision. */
interface KnownOfPublicity {
  /** State of the publication, or of the choice against one, that stands. */
  readonly standing: PublicationState | null;
  readonly remedies: readonly Pick<Remedy, 'outcome'>[];
  readonly isAdultConfirmed: boolean;
}

/** What the rules of publicity judge by, of a case and its decision. */
export function publishFacts(
  enforcementCase: EnforcementCase,
  decision: CaseDecision | null,
  { standing, remedies, isAdultConfirmed }: KnownOfPublicity,
): PublishFacts {
  const { actOn, partyKind } = enforcementCase;
  const bornOn = enforcementCase.bornOn();
  return {
    outcome: decision?.outcome ?? null,
    standing,
    partyKind,
    bornOn,
    wasMinor: actOn !== null && isYoungerThan(18, bornOn, actOn),
    isAdultConfirmed,
    isRevoked: decision !== null && decision.revocation !== null,
    outcomes: decision === null ? [] : remedies.map(({ outcome }) => outcome),
  };
}
