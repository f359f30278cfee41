import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { optionalWords, statedText, textOf, words } from '@township-graph/shared/stated-text';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ownOfficer } from '../officer/own-officer';
import type { Periods } from '../periods';
import type {
  DecideFault,
  DismissFaultInquiry,
  FaultInquiryMove,
  OpenFaultInquiry,
  RecordOfficerStatement,
} from './fault-inquiry.commands';
import { FaultInquiry } from './fault-inquiry.entity';
import { FaultInquiryAction, FaultInquiryState } from './fault-inquiry.enums';
import { decisionUnknown, ownTeam, sameHand } from './fault-inquiry.errors';
import type { FaultInquiryStanding } from './fault-inquiry.machine';

const STATEMENT = 'OFFICER_STATEMENT';

/** Whether an officer is to answer: opened, told, heard, decided; by the county, and never by the officer's own organ. */
export class FaultInquiryService {
  constructor(
    private readonly inquiries: Course<FaultInquiry, FaultInquiryAction, 'OPEN', FaultInquiryStanding>,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
  ) {}

  openFaultInquiry(context: RequestContext, input: OpenFaultInquiry): Promise<FaultInquiry> {
    const make = async (tx: EntityManager) => {
      const officer = await ownOfficer(tx, context.viewer, input.officerId, this.inquiries.clock);
      const { id: officerId, name: officerName, organCreditCode, staffMemberId, divisionCode } = officer;
      const inquiry = Object.assign(new FaultInquiry(), {
        id: uuid(),
        divisionCode: divisionCode.slice(0, 6),
        officerId,
        officerName,
        organCreditCode,
        staffMemberId,
        kind: input.kind,
        factsText: words('facts', input.facts, 1000),
        legalBasis: statedText('legalBasis', input.legalBasis, 200),
        caseId: textOf('caseId', input.caseId, 36),
        openedAt: this.inquiries.clock(),
        openedBy: context.viewer.subject!,
        statementUntil: null,
        statementText: null,
        decision: null,
        reasonText: null,
        state: FaultInquiryState.OPENED,
        version: 1,
      });
      refuseOwnTeam(context.viewer, inquiry);
      return inquiry;
    };
    return this.inquiries.open(context, { name: 'openFaultInquiry', action: 'OPEN', input, make });
  }

  notifyOfficerOfFault(context: RequestContext, input: FaultInquiryMove): Promise<FaultInquiry> {
    return this.step(context, 'notifyOfficerOfFault', FaultInquiryAction.NOTIFY, input, async (tx, inquiry) => {
      const subject = { type: 'FaultInquiry', id: inquiry.id, divisionCode: inquiry.divisionCode };
      const { dueAt } = await this.deadlines.start(tx, subject, STATEMENT, this.periods.officerStatement);
      return { statementUntil: dueAt };
    });
  }

  recordOfficerStatement(context: RequestContext, input: RecordOfficerStatement): Promise<FaultInquiry> {
    return this.step(context, 'recordOfficerStatement', FaultInquiryAction.STATE, input, async (tx, { id }) => {
      await this.deadlines.meet(tx, id, STATEMENT);
      return { statementText: optionalWords('statement', input.statement, 1000) };
    });
  }

  decideFault(context: RequestContext, input: DecideFault): Promise<FaultInquiry> {
    return this.step(context, 'decideFault', FaultInquiryAction.DECIDE, input, async (tx, inquiry) => {
      if (inquiry.openedBy === context.viewer.subject) throw sameHand();
      if (!this.periods.faultDecisions.includes(input.decision)) throw decisionUnknown(this.periods.faultDecisions);
      await this.deadlines.lapse(tx, inquiry.id);
      return { decision: input.decision, reasonText: words('reason', input.reason, 500) };
    });
  }

  dismissFaultInquiry(context: RequestContext, input: DismissFaultInquiry): Promise<FaultInquiry> {
    return this.step(context, 'dismissFaultInquiry', FaultInquiryAction.DISMISS, input, async (tx, { id }) => {
      await this.deadlines.lapse(tx, id);
      return { reasonText: words('reason', input.reason, 500) };
    });
  }

  private step<I extends FaultInquiryMove>(
    context: RequestContext,
    name: string,
    action: FaultInquiryAction,
    input: I,
    work: (tx: EntityManager, inquiry: FaultInquiry) => Promise<Partial<FaultInquiry>>,
  ): Promise<FaultInquiry> {
    const guarded = (tx: EntityManager, inquiry: FaultInquiry) => {
      refuseOwnTeam(context.viewer, inquiry);
      return work(tx, inquiry);
    };
    return this.inquiries.take(context, { name, action, id: input.inquiryId, input, work: guarded });
  }
}

function refuseOwnTeam({ subject, organization }: Viewer, { staffMemberId, organCreditCode }: FaultInquiry): void {
  if (subject === staffMemberId || organization === organCreditCode) throw ownTeam();
}
