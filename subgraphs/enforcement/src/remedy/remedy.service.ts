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
import { decisionOf } from '../decision/decisions-of-case';
import { isHeavier, type Penalty, sumOf } from '../decision/penalty.rules';
import { checkedPenalties, type PenaltyGiven } from '../decision/penalty-given.rules';
import { revoked } from '../decision/revocation';
import { collectionOf } from '../payment/collection';
import { FineCollection } from '../payment/fine-collection.entity';
import { EnforcementPower } from '../power/power.entity';
import { PenaltyKind } from '../power/power.enums';
import { oweExcess } from '../restitution/restitution-due';
import { decideAnew, type RedoGiven } from './redo.service';
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
  readonly redo?: RedoGiven | null;
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
      change: async (tx, { id: caseId, divisionCode, servedOn, openRemedies, isPaidUp }) => {
        if (openRemedies > 0) upheld(refusal('REMEDY_OPEN', '行政复议、行政诉讼尚未终结', 'A review or lawsuit is going on'));
        if (filedOn < servedOn! || filedOn > dayOf(this.moving.clock()))
          throw invalid('REMEDY_DAY', '受理日期须在送达之后且不晚于当日', 'After it was served, and by today');
        await insertAll(tx, Remedy, [{ id: uuid(), caseId, divisionCode, kind, body, filedOn, outcome: null, concludedOn: null }]);
        if (isPaidUp !== null) await pause(tx, caseId, (pauses) => [...pauses, { from: filedOn, to: null }]);
        return { openRemedies: openRemedies + 1 };
      },
    });
  }

  concludeRemedy(context: RequestContext, input: ConcludeRemedyGiven): Promise<EnforcementCase> {
    const { remedyId, outcome, concludedOn } = input;
    const isRevoked = outcome === RemedyOutcome.REVOKED;
    const redo = input.redo ?? null;
    if (redo && !isRevoked)
      throw invalid('REDO_CONTRADICTS', '只有被撤销的决定才责令重新作出', 'Only what is revoked is ordered to be decided anew', {
        field: 'redo',
      });
    return this.moving.move(context, input, {
      name: 'concludeRemedy',
      needs: 'enforcement:handle',
      action: redo ? 'revokeToDecideAnew' : isRevoked ? 'revokeDecision' : 'concludeRemedy',
      legalBasis: redo ? '行政复议法§64、行政诉讼法§70、§71' : '行政处罚法§73',
      change: async (tx, enforcementCase) => {
        const { id: caseId, openRemedies, isPaidUp } = enforcementCase;
        const remedy = await this.moving.recordOf(tx, Remedy, enforcementCase, remedyId, ['该复议、诉讼', 'Remedy']);
        if (remedy.outcome) upheld(refusal('REMEDY_CONCLUDED', '该复议、诉讼已经终结', 'It is over already'));
        if (concludedOn < remedy.filedOn || concludedOn > dayOf(this.moving.clock()))
          throw invalid('REMEDY_DAY', '终结日期须在受理之后且不晚于当日', 'After it was filed, and by today');
        await tx.update(Remedy, { id: remedyId }, { outcome, concludedOn });
        if (isPaidUp !== null)
          await pause(tx, caseId, (pauses) => pauses.map((each) => (each.to === null ? { ...each, to: addDays(concludedOn, 1) } : each)));
        const columns = { openRemedies: openRemedies - 1 };
        if (isRevoked) {
          const ended = await revoked(tx, this.moving, enforcementCase, `被${remedy.body}撤销`, concludedOn);
          const anew = redo && (await decideAnew(tx, this.moving, enforcementCase, { id: remedyId, concludedOn }, redo));
          return { ...columns, ...ended, ...anew };
        }
        return outcome === RemedyOutcome.CHANGED ? { ...columns, ...(await this.changed(tx, enforcementCase, input)) } : columns;
      },
    });
  }

  /** Never to the party's cost (行政复议法§63, 行政诉讼法§77). */
  private async changed(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    { penalties, concludedOn }: ConcludeRemedyGiven,
  ): Promise<CaseColumns> {
    const { id: caseId, powerId, partyKind, isPaidUp } = enforcementCase;
    const power = await tx.findOneByOrFail(EnforcementPower, { id: powerId! });
    const decided = checkedPenalties(penalties ?? [], power, partyKind!, true);
    const decision = await decisionOf(tx, caseId);
    if (isHeavier(decided, decision.decided))
      upheld(
        refusal(
          'CHANGED_FOR_THE_WORSE',
          '复议、诉讼不得加重当事人的处罚（行政复议法第六十三条、行政诉讼法第七十七条）',
          'A remedy does not make it heavier',
        ),
      );
    await tx.update(CaseDecision, { id: decision.id }, { decided, fineFen: sumOf(decided, PenaltyKind.FINE) });
    const collected = isPaidUp === null ? {} : await this.recollected(tx, caseId, decided);
    return { ...collected, ...(await oweExcess(tx, this.moving, enforcementCase, decided, concludedOn)) };
  }

  private async recollected(tx: EntityManager, caseId: string, decided: readonly Penalty[]): Promise<CaseColumns> {
    const collection = await collectionOf(tx, caseId);
    const fineFen = sumOf(decided, PenaltyKind.FINE);
    const gainsFen = sumOf(decided, PenaltyKind.CONFISCATION_OF_GAINS);
    const instalments = [{ dueOn: collection.instalments.at(-1)!.dueOn, fen: fineFen }];
    await tx.update(FineCollection, { id: collection.id }, { fineFen, gainsFen, instalments });
    const today = dayOf(this.moving.clock());
    return { isPaidUp: Object.assign(collection, { fineFen, gainsFen, instalments }).isPaidUp(today) };
  }
}

async function pause(
  tx: EntityManager,
  caseId: string,
  change: (pauses: FineCollection['pauses']) => FineCollection['pauses'],
): Promise<void> {
  const { id, pauses } = await collectionOf(tx, caseId);
  await tx.update(FineCollection, { id }, { pauses: change(pauses) });
}
