import { addDays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { CaseDecision } from '../decision/case-decision.entity';
import { unmarkFined } from '../decision/fined-acts';
import { isHeavier, type Penalty, sumOf } from '../decision/penalty.rules';
import { checkedPenalties, type PenaltyGiven } from '../decision/penalty-given.rules';
import { FineCollection } from '../payment/fine-collection.entity';
import { EnforcementPower } from '../power/power.entity';
import { PenaltyKind } from '../power/power.enums';
import { Remedy } from './remedy.entity';
import { type RemedyKind, RemedyOutcome } from './remedy.enums';

export interface FileRemedyGiven extends CaseMoveGiven {
  readonly kind: RemedyKind;
  readonly body: string;
  readonly filedOn: string;
}

export interface ConcludeRemedyGiven extends CaseMoveGiven {
  readonly remedyId: string;
  readonly outcome: RemedyOutcome;
  readonly concludedOn: string;
  readonly penalties?: readonly PenaltyGiven[] | null;
}

/** Review and litigation: execution goes on, the added fine stands still (§73). */
export class RemedyService {
  constructor(private readonly moving: CaseMoving) {}

  fileRemedy(context: RequestContext, input: FileRemedyGiven): Promise<EnforcementCase> {
    const { kind, filedOn } = input;
    const body = statedText('body', input.body, 100);
    return this.moving.move(context, input, {
      name: 'fileRemedy',
      needs: 'enforcement:handle',
      action: 'fileRemedy',
      legalBasis: '行政处罚法§73',
      change: async (tx, { id: caseId, divisionCode, servedOn, openRemedies }) => {
        if (openRemedies > 0) upheld(refusal('REMEDY_OPEN', '行政复议、行政诉讼尚未终结', 'A review or lawsuit is going on'));
        if (filedOn < servedOn! || filedOn > dayOf(this.moving.clock()))
          throw invalid('REMEDY_DAY', '受理日期须在送达之后且不晚于当日', 'After it was served, and by today');
        await insertAll(tx, Remedy, [{ id: uuid(), caseId, divisionCode, kind, body, filedOn, outcome: null, concludedOn: null }]);
        await pause(tx, caseId, (pauses) => [...pauses, { from: filedOn, to: null }]);
        return { openRemedies: openRemedies + 1 };
      },
    });
  }

  concludeRemedy(context: RequestContext, input: ConcludeRemedyGiven): Promise<EnforcementCase> {
    const { remedyId, outcome, concludedOn } = input;
    const isRevoked = outcome === RemedyOutcome.REVOKED;
    return this.moving.move(context, input, {
      name: 'concludeRemedy',
      needs: 'enforcement:handle',
      action: isRevoked ? 'revokeDecision' : 'concludeRemedy',
      legalBasis: '行政处罚法§73',
      change: async (tx, enforcementCase) => {
        const { id: caseId, openRemedies } = enforcementCase;
        const remedy = await this.moving.recordOf(tx, Remedy, enforcementCase, remedyId, ['该复议、诉讼', 'Remedy']);
        if (remedy.outcome) upheld(refusal('REMEDY_CONCLUDED', '该复议、诉讼已经终结', 'It is over already'));
        if (concludedOn < remedy.filedOn || concludedOn > dayOf(this.moving.clock()))
          throw invalid('REMEDY_DAY', '终结日期须在受理之后且不晚于当日', 'After it was filed, and by today');
        await tx.update(Remedy, { id: remedyId }, { outcome, concludedOn });
        await pause(tx, caseId, (pauses) => pauses.map((each) => (each.to === null ? { ...each, to: addDays(concludedOn, 1) } : each)));
        const columns = { openRemedies: openRemedies - 1 };
        if (isRevoked) return { ...columns, ...(await this.revoked(tx, caseId, remedy)) };
        return outcome === RemedyOutcome.CHANGED ? { ...columns, ...(await this.changed(tx, enforcementCase, input)) } : columns;
      },
    });
  }

  private async revoked(tx: EntityManager, caseId: string, { body }: Remedy): Promise<CaseColumns> {
    const endReason = `被${body}撤销`;
    await tx.update(CaseDecision, { caseId }, { revocation: endReason });
    await unmarkFined(tx, caseId);
    await this.moving.deadlines.lapse(tx, caseId);
    return { endReason, endedAt: this.moving.clock(), isExecutionEnded: true };
  }

  /** Never to the party's cost (行政复议法§63, 行政诉讼法§77). */
  private async changed(
    tx: EntityManager,
    { id: caseId, powerId, partyKind }: EnforcementCase,
    { penalties }: ConcludeRemedyGiven,
  ): Promise<CaseColumns> {
    const power = await tx.findOneByOrFail(EnforcementPower, { id: powerId! });
    const decided = checkedPenalties(penalties ?? [], power, partyKind!, true);
    const decision = await tx.findOneByOrFail(CaseDecision, { caseId });
    if (isHeavier(decided, decision.decided))
      upheld(
        refusal(
          'CHANGED_FOR_THE_WORSE',
          '复议、诉讼不得加重当事人的处罚（行政复议法第六十三条、行政诉讼法第七十七条）',
          'A remedy does not make it heavier',
        ),
      );
    await tx.update(CaseDecision, { caseId }, { decided, fineFen: sumOf(decided, PenaltyKind.FINE) });
    return this.recollected(tx, caseId, decided);
  }

  private async recollected(tx: EntityManager, caseId: string, decided: readonly Penalty[]): Promise<CaseColumns> {
    const collection = await tx.findOneBy(FineCollection, { caseId });
    if (!collection) return {};
    const fineFen = sumOf(decided, PenaltyKind.FINE);
    const gainsFen = sumOf(decided, PenaltyKind.CONFISCATION_OF_GAINS);
    const instalments = fineFen > 0 ? [{ dueOn: collection.instalments.at(-1)!.dueOn, fen: fineFen }] : [];
    await tx.update(FineCollection, { caseId }, { fineFen, gainsFen, instalments });
    const today = dayOf(this.moving.clock());
    return { isPaidUp: Object.assign(collection, { fineFen, gainsFen, instalments }).isPaidUp(today) };
  }
}

async function pause(
  tx: EntityManager,
  caseId: string,
  change: (pauses: FineCollection['pauses']) => FineCollection['pauses'],
): Promise<void> {
  const collection = await tx.findOneBy(FineCollection, { caseId });
  if (collection) await tx.update(FineCollection, { caseId }, { pauses: change(collection.pauses) });
}
