import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DECISION_CLOCK, SERVICE_CLOCK, SERVICE_RULE } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import { type CaseColumns, type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { NumberKind } from '../case-number/case-number.rules';
import { nextNumber, refuseTaken } from '../case-number/next-number';
import { fenOf } from '../money';
import { PriorNotice } from '../notice/prior-notice.entity';
import { heavierThanToldRefusal } from '../notice/statement.rules';
import { EnforcementPower } from '../power/power.entity';
import { PenaltyKind } from '../power/power.enums';
import { refuseSame } from '../remedy/redo.service';
import { CaseDecision } from './case-decision.entity';
import { DecisionOutcome, type NotPunishedGround } from './decision.enums';
import { evidenceRefusal, gainsRefusal, mitigationRefusal } from './decision.rules';
import { markFined } from './fined-acts';
import { groundRefusal, isYoungerThan } from './not-punished.rules';
import { isHeavier, type Penalty, payable, sumOf } from './penalty.rules';
import { checkedPenalties, type PenaltyGiven } from './penalty-given.rules';
import { performanceText, remediesText } from './remedies';
import { revoked } from './revocation';

export interface DecideGiven extends CaseMoveGiven {
  readonly outcome: DecisionOutcome;
  readonly penalties?: readonly PenaltyGiven[] | null;
  readonly facts: string;
  readonly mitigation?: string | null;
  readonly restituted?: string | null;
  readonly ground?: NotPunishedGround | null;
  readonly education?: string | null;
}

export interface RevokeGiven extends CaseMoveGiven {
  readonly reason: string;
  readonly legalBasis: string;
}

/** What is decided, checked against the law and what the party was told. */
interface Decided {
  readonly decided: readonly Penalty[];
  readonly mitigation: string | null;
  readonly ground: NotPunishedGround | null;
  readonly education: string | null;
}

/** Decisions of the ordinary procedure, and their end. */
export class DecisionService {
  constructor(private readonly moving: CaseMoving) {}

  decideCase(context: RequestContext, input: DecideGiven): Promise<EnforcementCase> {
    const facts = words('facts', input.facts, 2000);
    const isPenalty = input.outcome === DecisionOutcome.PENALTY;
    return this.moving.move(context, input, {
      name: 'decideCase',
      needs: 'enforcement:manage',
      action: isPenalty ? 'decidePenalty' : 'decideNoPenalty',
      legalBasis: isPenalty ? '行政处罚法§57①(1)、§59' : '行政处罚法§57①(2)(3)',
      change: async (tx, enforcementCase) => {
        const power = await tx.findOneByOrFail(EnforcementPower, { id: enforcementCase.powerId! });
        const decided = isPenalty ? await punished(tx, enforcementCase, input, power) : notPunished(enforcementCase, input);
        await refuseSame(tx, enforcementCase, { outcome: input.outcome, ...decided });
        if (sumOf(decided.decided, PenaltyKind.FINE) > 0) await markFined(tx, enforcementCase.actKey!, enforcementCase.id);
        return this.write(tx, enforcementCase, { outcome: input.outcome, facts, legalBasis: power.legalBasis, ...decided });
      },
    });
  }

  /** By the organ itself, or since a review or a judgment says so. */
  revokeDecision(context: RequestContext, input: RevokeGiven): Promise<EnforcementCase> {
    const reason = words('reason', input.reason, 400);
    const legalBasis = statedText('legalBasis', input.legalBasis, 100);
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name: 'revokeDecision',
        needs: 'enforcement:manage',
        action: 'revokeDecision',
        legalBasis,
        change: (tx, enforcementCase) => revoked(tx, this.moving, enforcementCase, reason),
      },
    );
  }

  private async write(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    said: Decided & { readonly outcome: DecisionOutcome; readonly facts: string; readonly legalBasis: string },
  ): Promise<CaseColumns> {
    const { clock, deadlines, settings } = this.moving;
    const { id: caseId, divisionCode, organCreditCode, organName, decideBy } = enforcementCase;
    const decidedAt = clock();
    const organ = { creditCode: organCreditCode!, name: organName! };
    const kind = said.outcome === DecisionOutcome.PENALTY ? NumberKind.PENALTY : NumberKind.NO_PENALTY;
    const documentNumber = await nextNumber(tx, settings.numbers, kind, organ, decidedAt);
    await refuseTaken(tx, CaseDecision, 'documentNumber', documentNumber);
    const isPayable = payable(said.decided) > 0;
    await insertAll(tx, CaseDecision, [
      {
        id: uuid(),
        caseId,
        divisionCode,
        documentNumber,
        ...said,
        fineFen: sumOf(said.decided, PenaltyKind.FINE),
        performance: said.decided.length > 0 ? performanceText(isPayable) : null,
        remedies: remediesText(organ),
        organCreditCode,
        decidedOn: dayOf(decidedAt),
        serviceMethod: null,
        servedOn: null,
        revocation: null,
      },
    ]);
    await deadlines.meet(tx, caseId, DECISION_CLOCK);
    await deadlines.start(tx, subjectOf(enforcementCase), SERVICE_CLOCK, SERVICE_RULE, decidedAt);
    const isOnTime = decideBy === null || decidedAt <= decideBy;
    return { outcome: said.outcome, decidedAt, isOnTime, isPaidUp: isPayable ? false : null, redoGround: null };
  }
}

/** A penalty: within the law, no heavier than was told, gains confiscated, a minor's mitigated. */
async function punished(
  tx: EntityManager,
  enforcementCase: EnforcementCase,
  input: DecideGiven,
  power: EnforcementPower,
): Promise<Decided> {
  const { id: caseId, partyKind, gainsFen, actEndedOn, actOn, partyAddress } = enforcementCase;
  if (input.ground) throw invalid('GROUND_CONTRADICTS', '给予处罚的不填不予处罚情形', 'A penalty has no ground not to punish');
  if (!partyAddress)
    throw invalid(
      'ADDRESS_MISSING',
      '行政处罚决定书应当载明当事人的地址（行政处罚法第五十九条）',
      'A decision names the party’s address (行政处罚法 §59)',
    );
  const mitigation = optionalWords('mitigation', input.mitigation, 500);
  const decided = checkedPenalties(input.penalties ?? [], power, partyKind!, mitigation !== null);
  const [notice] = await tx.find(PriorNotice, { where: { caseId }, order: { notifiedAt: 'DESC', id: 'DESC' }, take: 1 });
  upheld(heavierThanToldRefusal(isHeavier(decided, notice!.proposed)));
  const restitutedFen = input.restituted ? fenOf('restituted', input.restituted) : 0;
  upheld(gainsRefusal({ gainsFen, restitutedFen }, decided));
  upheld(mitigationRefusal(isYoungerThan(18, enforcementCase.bornOn(), actEndedOn ?? actOn!), mitigation));
  return { decided, mitigation, ground: null, education: null };
}

/** No penalty: a ground that holds and instruction of the party, or facts that are not established. */
function notPunished(enforcementCase: EnforcementCase, { outcome, penalties, ground, education }: DecideGiven): Decided {
  if (penalties?.length) throw invalid('PENALTY_CONTRADICTS', '不予处罚的决定不得载明处罚', 'Who is not punished has no penalty');
  if (outcome === DecisionOutcome.NOT_ESTABLISHED) {
    if (ground) throw invalid('GROUND_CONTRADICTS', '违法事实不能成立的不填不予处罚情形', 'What is not established has no such ground');
    return { decided: [], mitigation: null, ground: null, education: null };
  }
  if (!ground)
    throw invalid(
      'GROUND_MISSING',
      '须说明不予处罚的情形（行政处罚法第三十至三十三条、第三十六条）',
      'Say why it is not punished (行政处罚法 §30–33, §36)',
    );
  // What is not punished was done, and is proven: without evidence nothing is established.
  upheld(evidenceRefusal(enforcementCase.verifiedEvidence));
  upheld(groundRefusal(ground, enforcementCase.grounds()));
  return { decided: [], mitigation: null, ground, education: words('education', education, 500) };
}
