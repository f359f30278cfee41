import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { HEARING_REQUEST_RULE, untilOf } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { CaseState } from '../case/case.enums';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { forbiddenRefusal } from '../decision/decision.rules';
import { forbiddenPenalty } from '../decision/not-punished.rules';
import { isHeavier, type Penalty } from '../decision/penalty.rules';
import { checkedPenalties, type PenaltyGiven } from '../decision/penalty-given.rules';
import { EnforcementPower } from '../power/power.entity';
import { leastOf, mayAskForHearing } from './hearing-right.rules';
import { HearingStanding, StatementStanding } from './notice.enums';
import { PartyStatement } from './party-statement.entity';
import { PriorNotice } from './prior-notice.entity';
import { heavierThanToldRefusal } from './statement.rules';

export interface NotifyGiven extends CaseMoveGiven {
  readonly penalties: readonly PenaltyGiven[];
  readonly facts: string;
  readonly reasons: string;
  readonly mitigation?: string | null;
}

export interface StatementGiven extends CaseMoveGiven {
  readonly content?: string | null;
  readonly isAdopted?: boolean | null;
  readonly examination?: string | null;
  readonly waivesStatement?: boolean | null;
  readonly waivesHearing?: boolean | null;
}

/** Telling the party, and hearing what it has to say. */
export class NoticeService {
  constructor(private readonly moving: CaseMoving) {}

  notifyParty(context: RequestContext, input: NotifyGiven): Promise<EnforcementCase> {
    const facts = words('facts', input.facts, 2000);
    const reasons = words('reasons', input.reasons, 1000);
    return this.moving.move(context, input, {
      name: 'notifyParty',
      needs: 'enforcement:handle',
      action: 'notifyParty',
      legalBasis: '行政处罚法§44、§63',
      change: async (tx, enforcementCase) => {
        upheld(forbiddenRefusal(forbiddenPenalty(enforcementCase.grounds())));
        const power = await tx.findOneByOrFail(EnforcementPower, { id: enforcementCase.powerId! });
        const proposed = checkedPenalties(input.penalties, power, enforcementCase.partyKind!, Boolean(input.mitigation));
        await refuseHeavierAnew(tx, enforcementCase, proposed);
        return this.told(tx, enforcementCase, power, proposed, { facts, reasons });
      },
    });
  }

  recordStatement(context: RequestContext, input: StatementGiven): Promise<EnforcementCase> {
    const content = optionalWords('content', input.content, 2000);
    const examination = content ? words('examination', input.examination, 2000) : null;
    const waivesStatement = input.waivesStatement ?? false;
    const waivesHearing = input.waivesHearing ?? false;
    if (!content && !waivesStatement && !waivesHearing)
      throw invalid('STATEMENT_EMPTY', '须记录陈述申辩内容或者明确放弃', 'Record what was said, or what was waived');
    if (content && waivesStatement) throw invalid('STATEMENT_CONTRADICTS', '已陈述申辩的不能同时记为放弃', 'Who speaks does not waive it');
    return this.moving.move(context, input, {
      name: 'recordStatement',
      needs: 'enforcement:handle',
      action: ({ state }) => (state === CaseState.DELIBERATED ? 'reconsiderStatement' : 'recordStatement'),
      legalBasis: '行政处罚法§45、§62',
      change: async (tx, enforcementCase) => {
        const { id: caseId, divisionCode } = enforcementCase;
        const statedAt = this.moving.clock();
        const isAdopted = content ? (input.isAdopted ?? false) : null;
        if (content || waivesStatement)
          await insertAll(tx, PartyStatement, [
            { id: uuid(), caseId, divisionCode, isWaived: waivesStatement, content, isAdopted, examination, statedAt },
          ]);
        return stated(enforcementCase, content !== null, waivesStatement, waivesHearing);
      },
    });
  }

  private async told(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    power: EnforcementPower,
    proposed: readonly Penalty[],
    said: { readonly facts: string; readonly reasons: string },
  ): Promise<CaseColumns> {
    const { clock, settings } = this.moving;
    const { id: caseId, divisionCode, partyKind } = enforcementCase;
    const evidence = enforcementCase.everVerified();
    const notifiedAt = clock();
    const offersHearing = mayAskForHearing(proposed, leastOf(settings.hearingThresholds, power, partyKind!));
    await insertAll(tx, PriorNotice, [
      { id: uuid(), caseId, divisionCode, proposed, ...said, legalBasis: power.legalBasis, offersHearing, evidence, notifiedAt },
    ]);
    return {
      notifiedAt,
      statement: StatementStanding.OPEN,
      statementUntil: untilOf(settings.statement, notifiedAt),
      hearing: offersHearing ? HearingStanding.OFFERED : HearingStanding.NONE,
      hearingUntil: offersHearing ? untilOf(HEARING_REQUEST_RULE, notifiedAt) : null,
    };
  }
}

/** How the case stands once something was said or waived. */
function stated({ hearing, statement }: EnforcementCase, isHeard: boolean, waivesStatement: boolean, waivesHearing: boolean): CaseColumns {
  if (waivesHearing && hearing !== HearingStanding.OFFERED)
    throw invalid('HEARING_NOT_OFFERED', '没有可放弃的听证权利', 'There is no right to a hearing to waive');
  const isWaived = waivesStatement && statement === StatementStanding.OPEN;
  return {
    // What was heard once stays heard: a waiver afterwards takes nothing back.
    statement: isHeard ? StatementStanding.HEARD : isWaived ? StatementStanding.WAIVED : statement,
    hearing: waivesHearing ? HearingStanding.WAIVED : hearing,
    // What is said after the deliberation was not deliberated on.
    deliberatedAt: null,
  };
}

/** Told once, it becomes heavier only by evidence that came after (§45②). */
async function refuseHeavierAnew(tx: EntityManager, enforcementCase: EnforcementCase, proposed: readonly Penalty[]): Promise<void> {
  const where = { caseId: enforcementCase.id };
  const [last] = await tx.find(PriorNotice, { where, order: { notifiedAt: 'DESC', id: 'DESC' }, take: 1 });
  if (last) upheld(heavierThanToldRefusal(enforcementCase.everVerified() <= last.evidence && isHeavier(proposed, last.proposed)));
}
