import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import type { CaseGround } from '../filing/case-ground';
import { assign, functionsOf } from '../filing/case-team';
import { CaseFunction } from '../filing/filing.enums';
import { actorSeparationRefusal, separationRefusal } from '../filing/separation.rules';
import { refuseRecused } from '../recusal/recused-officers';
import { Hearing } from './hearing.entity';
import { scheduleRefusal } from './hearing.rules';
import { HearingStanding, StatementStanding } from './notice.enums';

export interface ScheduleGiven extends CaseMoveGiven {
  readonly hostId: string;
  readonly heldAt: Date;
  readonly place: string;
  readonly isPublic?: boolean | null;
}

export interface HoldGiven extends CaseMoveGiven {
  readonly isAbandoned?: boolean | null;
  readonly record: string;
  readonly report: string;
}

/** Hearings: asked for in five working days, told seven ahead, hosted by nobody of the case. */
export class HearingService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly ground: CaseGround,
  ) {}

  requestHearing(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'requestHearing',
      needs: 'enforcement:handle',
      action: 'requestHearing',
      legalBasis: '行政处罚法§63、§64(1)',
      change: async (tx, { id: caseId, divisionCode }) => {
        const requestedAt = this.moving.clock();
        await insertAll(tx, Hearing, [{ id: uuid(), caseId, divisionCode, requestedAt, isPublic: true }]);
        return { hearing: HearingStanding.REQUESTED };
      },
    });
  }

  scheduleHearing(context: RequestContext, input: ScheduleGiven): Promise<EnforcementCase> {
    const place = statedText('place', input.place, 200);
    const { hostId, heldAt } = input;
    return this.moving.move(context, input, {
      name: 'scheduleHearing',
      needs: 'enforcement:review',
      action: 'scheduleHearing',
      legalBasis: '行政处罚法§64(2)(3)(4)',
      change: async (tx, enforcementCase) => {
        const toldAt = this.moving.clock();
        upheld(actorSeparationRefusal(context.viewer.subject, enforcementCase.handledBy));
        upheld(scheduleRefusal(dayOf(toldAt), dayOf(heldAt)));
        await this.ground.officer(tx, hostId, enforcementCase.divisionCode);
        await refuseRecused(tx, enforcementCase.id, [hostId]);
        upheld(separationRefusal({ ...(await functionsOf(tx, enforcementCase.id)), hostId }));
        await assign(tx, enforcementCase, CaseFunction.HOST, [hostId], toldAt);
        const hearing = await hearingOf(tx, enforcementCase);
        await tx.update(Hearing, { id: hearing.id }, { hostId, heldAt, toldAt, place, isPublic: input.isPublic ?? true });
        return { hearing: HearingStanding.SCHEDULED };
      },
    });
  }

  holdHearing(context: RequestContext, input: HoldGiven): Promise<EnforcementCase> {
    const record = words('record', input.record, 10_000);
    const report = words('report', input.report, 2000);
    const isAbandoned = input.isAbandoned ?? false;
    return this.moving.move(context, input, {
      name: 'holdHearing',
      needs: 'enforcement:review',
      action: 'holdHearing',
      legalBasis: isAbandoned ? '行政处罚法§64(6)' : '行政处罚法§64、§65',
      change: async (tx, enforcementCase) => {
        upheld(actorSeparationRefusal(context.viewer.subject, enforcementCase.handledBy));
        const closedAt = this.moving.clock();
        const hearing = await hearingOf(tx, enforcementCase);
        if (closedAt < hearing.heldAt!)
          upheld(
            refusal(
              'HEARING_NOT_DUE',
              '未到通知的听证时间（行政处罚法第六十四条第二项）',
              'The time that was told has not come (行政处罚法 §64(2))',
            ),
          );
        await tx.update(Hearing, { id: hearing.id }, { record, report, isAbandoned, closedAt });
        // At the hearing the party states its case (§64(7)).
        const statement = isAbandoned ? enforcementCase.statement : StatementStanding.HEARD;
        return { hearing: isAbandoned ? HearingStanding.ABANDONED : HearingStanding.HELD, heardAt: closedAt, statement };
      },
    });
  }
}

/** The hearing that was asked for last. */
async function hearingOf(tx: EntityManager, { id: caseId }: EnforcementCase): Promise<Hearing> {
  const [last] = await tx.find(Hearing, { where: { caseId }, order: { requestedAt: 'DESC', id: 'DESC' }, take: 1 });
  return last!;
}
