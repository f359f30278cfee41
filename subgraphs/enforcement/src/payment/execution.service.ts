import { daysBetween } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import { termOf } from '@township-graph/shared/described-enum';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AGREEMENT_CLOCK, rule } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { upheld } from '../case/case.errors';
import { type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { unnamed } from '../case/unnamed';
import { fenOf } from '../money';
import { agreementRefusal, brokenOn, notBroken, pauseOf } from './agreement.rules';
import { agreementOf, collectionOf } from './collection';
import { courtWindow } from './court.rules';
import { courtFacts } from './court-facts';
import { ExecutionAgreement } from './execution-agreement.entity';
import { FineCollection } from './fine-collection.entity';
import { ExecutionEnd } from './payment.enums';

export interface AgreeGiven extends CaseMoveGiven {
  readonly parts: readonly { readonly dueOn: string; readonly amount: string }[];
  readonly terms: string;
  readonly waived?: string | null;
  readonly remedialMeasures?: string | null;
  readonly harmsNobody: boolean;
}

const BASIS = '行政强制法§42';

/** How an overdue decision is carried out without the court, and when it cannot be. */
export class ExecutionService {
  constructor(private readonly moving: CaseMoving) {}

  agreeExecution(context: RequestContext, input: AgreeGiven): Promise<EnforcementCase> {
    const terms = words('terms', input.terms, 1000);
    const remedialMeasures = optionalWords('remedialMeasures', input.remedialMeasures, 500);
    const waivedFen = input.waived ? fenOf('waived', input.waived) : 0;
    const stages = input.parts.map(({ dueOn, amount }) => ({ dueOn, fen: fenOf('parts.amount', amount) }));
    return this.moving.move(context, input, {
      name: 'agreeExecution',
      needs: 'enforcement:manage',
      action: 'agreeExecution',
      legalBasis: BASIS,
      change: async (tx, enforcementCase) => {
        const { id: caseId, divisionCode } = enforcementCase;
        const collection = await collectionOf(tx, caseId);
        const signedOn = this.today();
        const facts = await this.facts(tx, enforcementCase, collection);
        upheld(agreementRefusal(facts, { stages, waivedFen, remedialMeasures, harmsNobody: input.harmsNobody }));
        const made = remedialMeasures && unnamed(enforcementCase, remedialMeasures);
        const said = { terms: unnamed(enforcementCase, terms), remedialMeasures: made, signedOn, stages, waivedFen, brokenOn: null };
        await insertAll(tx, ExecutionAgreement, [{ id: uuid(), caseId, divisionCode, collectionId: collection.id, ...said }]);
        const pauses = [...collection.pauses, pauseOf(signedOn, stages)];
        await tx.update(FineCollection, { id: collection.id }, { pauses, waivedFen });
        const days = rule(daysBetween(signedOn, stages.at(-1)!.dueOn), LimitUnit.DAY, BASIS, RestDayRule.STANDS);
        await this.moving.deadlines.start(tx, subjectOf(enforcementCase), AGREEMENT_CLOCK, days);
        return {};
      },
    });
  }

  /** What was waived is owed again, and from the first day that was missed it is added to. */
  resumeEnforcement(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'resumeEnforcement',
      needs: 'enforcement:handle',
      action: 'resumeEnforcement',
      legalBasis: BASIS,
      change: async (tx, { id: caseId }) => {
        const collection = await collectionOf(tx, caseId);
        const agreement = await agreementOf(tx, collection);
        const missedOn = agreement && brokenOn(agreement.stages, collection.owedFen(this.today()), this.today());
        if (!missedOn) upheld(notBroken());
        await tx.update(ExecutionAgreement, { id: agreement.id }, { brokenOn: missedOn });
        const pause = pauseOf(agreement.signedOn, agreement.stages);
        const pauses = collection.pauses.map((each) =>
          each.from === pause.from && each.to === pause.to ? { from: pause.from, to: missedOn } : each,
        );
        await tx.update(FineCollection, { id: collection.id }, { pauses, waivedFen: 0 });
        await this.moving.deadlines.lapse(tx, caseId, [AGREEMENT_CLOCK]);
        return { isPaidUp: Object.assign(collection, { pauses, waivedFen: 0 }).isPaidUp(this.today()) };
      },
    });
  }

  /** Nothing can be carried out any more (行政强制法§40). */
  endExecution(context: RequestContext, input: CaseMoveGiven & { readonly ground: ExecutionEnd; readonly reason: string }) {
    const note = `${termOf(ExecutionEnd, input.ground)}：${words('reason', input.reason, 400)}`;
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'endExecution',
        needs: 'enforcement:manage',
        action: 'endExecution',
        legalBasis: '行政强制法§40',
        change: () => ({ isExecutionEnded: true }),
      },
    );
  }

  private async facts(tx: EntityManager, enforcementCase: EnforcementCase, collection: FineCollection) {
    const today = this.today();
    const { isPaidUp } = enforcementCase;
    const court = await courtFacts(tx, enforcementCase, collection, today);
    // The day itself belongs to the agreement: nothing is added on it.
    const asOf = Object.assign(new FineCollection(), collection, { pauses: [...collection.pauses, { from: today, to: null }] });
    return {
      isUnpaid: isPaidUp === false,
      isOverdue: today > collection.nextDueOn(),
      isAgreed: court.isAgreed,
      isAtCourt: collection.courtAppliedAt !== null,
      owedFen: asOf.owedFen(today),
      lateFen: asOf.lateFineOwedFen(today),
      courtUntil: courtWindow(court).until,
      today,
    };
  }

  private today(): string {
    return dayOf(this.moving.clock());
  }
}
