import { addMonths } from '@township-graph/shared/calendar';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseDecision } from '../decision/case-decision.entity';
import type { EnforcementPower } from '../power/power.entity';
import { DecisionPublication } from './publication.entity';
import { isLight, monthsOf } from './publication.rules';
import type { PublicitySettings } from './publication.settings';
import { publishedColumns } from './published-text';

/** What is chosen: to publish, with facts of its own if need be; or not to, and why. */
export type Choice = Pick<DecisionPublication, 'state'> &
  Partial<Pick<DecisionPublication, 'withholdingGround' | 'reason'>> & { readonly facts?: string | null };

interface Circumstances {
  readonly today: string;
  readonly months: number;
  /** Who publishes it; the organ itself where the account says nothing. */
  readonly source: string | null;
  readonly unsettledBefore: number;
}

export function newPublication(
  enforcementCase: EnforcementCase,
  decision: CaseDecision,
  { facts = null, ...choice }: Choice,
  { today, months, source, unsettledBefore }: Circumstances,
): DecisionPublication {
  const { id: caseId, divisionCode, organCreditCode } = enforcementCase;
  return Object.assign(new DecisionPublication(), {
    id: uuid(),
    caseId,
    divisionCode,
    standingKey: caseId,
    version: 1,
    ...publishedColumns(enforcementCase, decision, facts),
    sourceCreditCode: source ?? organCreditCode!,
    publishedOn: today,
    publicUntil: addMonths(today, months),
    withholdingGround: null,
    withdrawalGround: null,
    withdrawnOn: null,
    reason: null,
    unsettledBefore,
    ...choice,
  });
}

/** For how long it is public: by the field of enforcement, and by how light the penalty is. */
export function monthsFor(
  { periods }: PublicitySettings,
  { domain }: Pick<EnforcementPower, 'domain'>,
  leastForHearing: number,
  { decided }: Pick<CaseDecision, 'decided'>,
): number {
  return monthsOf(periods[domain] ?? periods['*']!, isLight(decided, leastForHearing));
}
