import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { words } from '@township-graph/shared/stated-text';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import type { CaseAction } from '../case/case.moves';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { unnamed } from '../case/unnamed';
import type { CaseGround } from '../filing/case-ground';
import { CaseOfficer } from '../filing/case-officer.entity';
import { functionsOf, investigatorsOf } from '../filing/case-team';
import { CaseFunction } from '../filing/filing.enums';
import { FORGOTTEN } from '../notice/forgotten';
import { HearingStanding } from '../notice/notice.enums';
import { Officer } from '../officer/officer.entity';
import { Recusal } from './recusal.entity';
import type { RecusalApplicant, RecusalGround } from './recusal.enums';
import { FEWEST_OFFICERS, undoesWhatWasDone } from './recusal.rules';
import { refuseRecused } from './recused-officers';

export interface ApplyGiven extends CaseMoveGiven {
  readonly officerId: string;
  readonly applicant: RecusalApplicant;
  readonly ground: RecusalGround;
  readonly facts: string;
}

export interface DecideRecusalGiven extends CaseMoveGiven {
  readonly recusalId: string;
  readonly isGranted: boolean;
  readonly reason: string;
}

/** Who has an interest in a case stands aside: asked by the party or the officer, decided by the head (行政处罚法§43). */
export class RecusalService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly ground: CaseGround,
  ) {}

  applyForRecusal(context: RequestContext, input: ApplyGiven): Promise<EnforcementCase> {
    const facts = words('facts', input.facts, 500);
    const { officerId, applicant, ground } = input;
    return this.moving.move(context, input, {
      name: 'applyForRecusal',
      needs: 'enforcement:handle',
      action: 'applyForRecusal',
      legalBasis: '行政处罚法§43①②、§64(4)',
      change: async (tx, enforcementCase) => {
        const { id: caseId, divisionCode, openRecusals } = enforcementCase;
        const officer = await this.ground.officer(tx, officerId, divisionCode);
        await refuseRecused(tx, caseId, [officerId]);
        if (await tx.existsBy(Recusal, { caseId, officerId, decidedAt: IsNull() }))
          upheld(refusal('RECUSAL_PENDING', '对该人员的回避申请尚未决定', 'An application about that officer is undecided'));
        const said = { officerId, applicant, ground, facts: unnamed(enforcementCase, facts, officer.name) };
        const open = { appliedAt: this.moving.clock(), isGranted: null, decidedAt: null, decisionReason: null };
        await insertAll(tx, Recusal, [{ id: uuid(), caseId, divisionCode, ...said, ...open }]);
        return { openRecusals: openRecusals + 1 };
      },
    });
  }

  decideRecusal(context: RequestContext, input: DecideRecusalGiven): Promise<EnforcementCase> {
    const reason = words('reason', input.reason, 500);
    const { isGranted } = input;
    return this.moving.move(context, input, {
      name: 'decideRecusal',
      needs: 'enforcement:manage',
      action: (enforcementCase, tx) => this.actionOf(tx, enforcementCase, input),
      legalBasis: '行政处罚法§43③',
      change: async (tx, enforcementCase) => {
        const { id, officerId } = await this.undecided(tx, enforcementCase, input);
        const officer = await tx.findOneByOrFail(Officer, { id: officerId });
        if (context.viewer.subject === officer.staffMemberId) throw ownRecusal();
        const decisionReason = unnamed(enforcementCase, reason, officer.name);
        await tx.update(Recusal, { id }, { isGranted, decidedAt: this.moving.clock(), decisionReason });
        const columns = { openRecusals: enforcementCase.openRecusals - 1 };
        return isGranted ? { ...columns, ...(await this.standAside(tx, enforcementCase, officer)) } : columns;
      },
    });
  }

  private async actionOf(tx: EntityManager, enforcementCase: EnforcementCase, input: DecideRecusalGiven): Promise<CaseAction> {
    if (!input.isGranted) return 'refuseRecusal';
    const { officerId } = await this.undecided(tx, enforcementCase, input);
    const { reviewerId, hostId } = await functionsOf(tx, enforcementCase.id);
    const done = { isReviewer: reviewerId === officerId, isHost: hostId === officerId };
    return undoesWhatWasDone(done, enforcementCase) ? 'recuseAndUndo' : 'grantRecusal';
  }

  private async undecided(tx: EntityManager, enforcementCase: EnforcementCase, { recusalId }: DecideRecusalGiven): Promise<Recusal> {
    const recusal = await this.moving.recordOf(tx, Recusal, enforcementCase, recusalId, ['该回避申请', 'Application for recusal']);
    if (recusal.decidedAt !== null) upheld(refusal('RECUSAL_DECIDED', '该回避申请已经决定', 'It was decided already'));
    return recusal;
  }

  /** No function of the case is the officer's any more, and no step of it is the officer's account's. */
  private async standAside(tx: EntityManager, enforcementCase: EnforcementCase, officer: Officer): Promise<CaseColumns> {
    const { id: caseId, recused, hearing } = enforcementCase;
    const { id: officerId, staffMemberId } = officer;
    const functions = await functionsOf(tx, caseId);
    const standing = await tx.findBy(CaseOfficer, { caseId, officerId, until: IsNull() });
    await tx.update(CaseOfficer, { caseId, officerId, until: IsNull() }, { until: this.moving.clock() });
    const isScheduled = hearing === HearingStanding.SCHEDULED && standing.some(({ caseFunction }) => caseFunction === CaseFunction.HOST);
    const done = { isReviewer: functions.reviewerId === officerId, isHost: functions.hostId === officerId };
    return {
      recused: [...(recused ?? []), staffMemberId],
      isShortOfOfficers: (await investigatorsOf(tx, caseId)).length < FEWEST_OFFICERS,
      ...(isScheduled && { hearing: HearingStanding.REQUESTED }),
      ...(undoesWhatWasDone(done, enforcementCase) && FORGOTTEN),
    };
  }
}

const ownRecusal = () =>
  new DomainError('FORBIDDEN', 'OWN_RECUSAL', {
    zh: '不得决定本人的回避（行政处罚法第四十三条）',
    en: 'Nobody decides on their own recusal (行政处罚法 §43)',
  });
