import { refusal } from '@township-graph/shared/state-machine';
import { optionalWords } from '@township-graph/shared/stated-text';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import { forbiddenRefusal, gainsRefusal, mitigationRefusal } from '../decision/decision.rules';
import { forbiddenPenalty, isYoungerThan } from '../decision/not-punished.rules';
import type { Penalty } from '../decision/penalty.rules';
import { checkedPenalties, type PenaltyGiven } from '../decision/penalty-given.rules';
import { simpleRefusal } from '../decision/simple-procedure.rules';
import type { EnforcementPower } from '../power/power.entity';

interface StatedOnTheSpot {
  readonly penalties: readonly PenaltyGiven[];
  readonly showedCertificates: boolean;
  readonly toldRights: boolean;
  readonly mitigation?: string | null;
}

/** All that the law asks of a decision on the spot (§42, §44, §45, §51, §52). */
export function checkedOnTheSpot(begun: EnforcementCase, input: StatedOnTheSpot, power: EnforcementPower): Penalty[] {
  if (!input.showedCertificates)
    upheld(
      refusal('CERTIFICATES_NOT_SHOWN', '当场处罚应当出示执法证件（行政处罚法第五十二条）', 'Certificates must be shown (行政处罚法 §52)'),
    );
  if (!input.toldRights)
    upheld(
      refusal(
        'NOTICE_MISSING',
        '作出处罚决定前应当告知内容、事实、理由、依据和权利（行政处罚法第四十四条、第六十二条）',
        'The party must be told first (行政处罚法 §44, §62)',
      ),
    );
  upheld(forbiddenRefusal(forbiddenPenalty(begun.grounds())));
  const mitigation = optionalWords('mitigation', input.mitigation, 500);
  const kind = begun.partyKind!;
  const penalties = checkedPenalties(input.penalties, power, kind, mitigation !== null);
  upheld(simpleRefusal(kind, penalties));
  upheld(gainsRefusal({ gainsFen: begun.gainsFen, restitutedFen: 0 }, penalties));
  upheld(mitigationRefusal(isYoungerThan(18, begun.bornOn(), begun.actOn!), mitigation));
  return penalties;
}
