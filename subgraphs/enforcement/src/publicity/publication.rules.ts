import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { DecisionOutcome } from '../decision/decision.enums';
import { type Penalty, sumOf } from '../decision/penalty.rules';
import { mayAskForHearing } from '../notice/hearing-right.rules';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { RemedyOutcome } from '../remedy/remedy.enums';
import { PublicationState, WithdrawalGround } from './publication.enums';
import type { PublicityPeriod } from './publication.settings';

/** What became of a decision since it was made. */
export interface DecisionStanding {
  readonly isRevoked: boolean;
  /** What reviews and lawsuits came to. */
  readonly outcomes: readonly (RemedyOutcome | null)[];
}

export interface PublishFacts extends DecisionStanding {
  /** Null before there is a decision. */
  readonly outcome: DecisionOutcome | null;
  readonly standing: PublicationState | null;
  readonly partyKind: PartyKind | null;
  readonly bornOn: string | null;
  /** Younger than eighteen when it did what it is punished for. */
  readonly wasMinor: boolean;
  /** Whoever publishes it has made sure that the party is of age. */
  readonly isAdultConfirmed: boolean;
}

const UNSETTLING: readonly (RemedyOutcome | null)[] = [RemedyOutcome.CHANGED, RemedyOutcome.REVOKED, RemedyOutcome.UNLAWFUL];

/** How often review or litigation did not uphold it. */
export const unsettledBy = ({ outcomes }: DecisionStanding) => outcomes.filter((each) => UNSETTLING.includes(each)).length;

/** What was published is not what stands any more (行政处罚法§48②). */
export const mustBeWithdrawn = (standing: DecisionStanding, unsettledBefore: number) =>
  standing.isRevoked || unsettledBy(standing) > unsettledBefore;

/** A decision that stands can be published, or not, by choice; what does not stand is neither. */
export function choiceRefusal({ outcome, standing, isRevoked, outcomes }: PublishFacts): MoveRefusal | null {
  if (outcome === null) return refusal('DECISION_MISSING', '尚未作出行政处罚决定', 'There is no decision yet');
  if (outcome !== DecisionOutcome.PENALTY)
    return refusal(
      'NOT_A_PENALTY',
      '仅公示行政处罚决定，不予行政处罚的不公示（行政处罚法第四十八条）',
      'Decisions to punish are published, and no others (行政处罚法 §48)',
    );
  if (isRevoked || outcomes.includes(RemedyOutcome.UNLAWFUL))
    return refusal(
      'DECISION_NOT_STANDING',
      '决定已被撤销、确认违法或者无效，不得公示（行政处罚法第四十八条第二款）',
      'The decision was revoked or found unlawful: it is not published (行政处罚法 §48②)',
    );
  return standing === PublicationState.PUBLISHED ? refusal('ALREADY_PUBLISHED', '该决定已经公示', 'It is published already') : null;
}

/** Nothing of a minor is public; of whom the age is not known, somebody has to have made sure. */
export function publishRefusal(facts: PublishFacts): MoveRefusal | null {
  const refused = choiceRefusal(facts);
  if (refused) return refused;
  if (facts.wasMinor)
    return refusal(
      'PARTY_MINOR',
      '当事人行为时不满十八周岁，不得公示（预防未成年人犯罪法第五十九条第二款）',
      'The party was a minor: nothing of it is published (预防未成年人犯罪法 §59②)',
    );
  return facts.partyKind === PartyKind.INDIVIDUAL && facts.bornOn === null && !facts.isAdultConfirmed
    ? refusal('AGE_UNKNOWN', '当事人年龄不明，须确认其已成年方可公示', 'The age of the party is not known: confirm that it is of age')
    : null;
}

/** A ground must be seen in the records; that something was wrong is said by who withdraws it. */
export function withdrawalRefusal(
  ground: WithdrawalGround,
  state: PublicationState,
  standing: DecisionStanding,
  unsettledBefore: number,
): MoveRefusal | null {
  if (state !== PublicationState.PUBLISHED) return refusal('NOT_PUBLISHED', '该公示已撤回或者未公示', 'It is not published, or no longer');
  const { isRevoked, outcomes } = standing;
  const isNew = unsettledBy(standing) > unsettledBefore;
  const holds = {
    CHANGED: isNew && outcomes.includes(RemedyOutcome.CHANGED),
    REVOKED: isRevoked,
    UNLAWFUL: isNew && outcomes.includes(RemedyOutcome.UNLAWFUL),
    ERROR: true,
  }[ground];
  return holds
    ? null
    : refusal(
        'GROUND_UNFOUNDED',
        '案卷中没有该决定被变更、撤销、确认违法或者无效的记录（行政处罚法第四十八条第二款）',
        'Nothing on record says so of the decision (行政处罚法 §48②)',
      );
}

const LIGHT: readonly PenaltyKind[] = [PenaltyKind.WARNING, PenaltyKind.CIRCULATED_CRITICISM, PenaltyKind.FINE];

/** A warning, a criticism, or a fine that is not 较大: what gives no right to a hearing. */
export const isLight = (penalties: readonly Penalty[], leastForHearing: number) =>
  penalties.every(({ kind }) => LIGHT.includes(kind)) && !mayAskForHearing(penalties, leastForHearing);

export const monthsOf = ({ light, other }: PublicityPeriod, isLightPenalty: boolean) => (isLightPenalty ? light : other);

export const confiscatedOf = (penalties: readonly Penalty[]) =>
  sumOf(penalties, PenaltyKind.CONFISCATION_OF_GAINS, PenaltyKind.CONFISCATION_OF_PROPERTY);
