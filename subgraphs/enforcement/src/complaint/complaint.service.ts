import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { CaseSource } from '../case/case.enums';
import { caseCameOf } from '../case/own-case';
import { concernedPartyColumns } from '../concerned-party/concerned-party.rules';
import type { Periods } from '../periods';
import { EnforcementPower } from '../power/power.entity';
import type {
  AssignComplaint,
  CloseComplaint,
  ComplaintMove,
  FileComplaint,
  ReasonedComplaintMove,
  RecordComplaintResult,
  TransferComplaint,
} from './complaint.commands';
import { Complaint } from './complaint.entity';
import { ComplaintAction, ComplaintState } from './complaint.enums';
import { powerUnknown } from './complaint.errors';
import type { ComplaintStanding } from './complaint.machine';
import { COMPLAINT_CLOCKS, checkCase, checkGrade, checkLabour } from './complaint.rules';

const { acceptance: ACCEPTANCE, handling: HANDLING, answer: ANSWER } = COMPLAINT_CLOCKS;

/** Complaints and reports: registered, accepted, assigned by the division of labour, handled, answered. */
export class ComplaintService {
  constructor(
    private readonly complaints: Course<Complaint, ComplaintAction, 'FILE', ComplaintStanding>,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
  ) {}

  fileComplaint(context: RequestContext, input: FileComplaint): Promise<Complaint> {
    const make = () => Object.assign(new Complaint(), NEW, this.stated(input), { id: uuid(), filedAt: this.complaints.clock() });
    const then = (tx: EntityManager, complaint: Complaint) =>
      this.deadlines.start(tx, { type: 'Complaint', ...complaint }, ACCEPTANCE, this.periods.complaintAcceptance);
    return this.complaints.open(context, { name: 'fileComplaint', action: 'FILE', input, place: input.divisionCode, make, then });
  }

  acceptComplaint(context: RequestContext, input: ComplaintMove): Promise<Complaint> {
    return this.step(context, 'acceptComplaint', ComplaintAction.ACCEPT, input, async (tx, complaint) => {
      await this.deadlines.meet(tx, complaint.id, ACCEPTANCE);
      await this.deadlines.start(tx, { type: 'Complaint', ...complaint }, HANDLING, this.periods.complaintHandling);
      return {};
    });
  }

  refuseComplaint(context: RequestContext, input: ReasonedComplaintMove): Promise<Complaint> {
    return this.step(context, 'refuseComplaint', ComplaintAction.NOT_ACCEPT, input, async (tx, { id }) => {
      await this.deadlines.meet(tx, id, ACCEPTANCE);
      return { declineReason: statedText('reason', input.reason, 200) };
    });
  }

  /** To an organ that this graph does not serve: its clocks are that organ's from now on. */
  transferComplaint(context: RequestContext, input: TransferComplaint): Promise<Complaint> {
    return this.step(context, 'transferComplaint', ComplaintAction.TRANSFER, input, async (tx, { id }) => {
      await this.deadlines.lapse(tx, id);
      return { declineReason: statedText('reason', input.reason, 200), ...handledBy(input.to) };
    });
  }

  assignComplaint(context: RequestContext, input: AssignComplaint): Promise<Complaint> {
    const work = (tx: EntityManager, complaint: Complaint) => this.assigned(tx, complaint, input);
    return this.step(context, 'assignComplaint', ComplaintAction.ASSIGN, input, work);
  }

  disputeComplaint(context: RequestContext, input: ReasonedComplaintMove): Promise<Complaint> {
    const noted = { ...input, note: input.reason };
    return this.step(context, 'disputeComplaint', ComplaintAction.DISPUTE, noted, () => {
      statedText('reason', input.reason, 200);
      return {};
    });
  }

  /** The county's word is the last one (浙江省综合行政执法条例§17). */
  decideComplaintDispute(context: RequestContext, input: AssignComplaint): Promise<Complaint> {
    return this.step(context, 'decideComplaintDispute', ComplaintAction.DECIDE_DISPUTE, input, async (tx, complaint) => ({
      ...(await this.assigned(tx, complaint, input)),
      isDecided: true,
    }));
  }

  recordComplaintResult(context: RequestContext, input: RecordComplaintResult): Promise<Complaint> {
    return this.step(context, 'recordComplaintResult', ComplaintAction.HANDLE, input, async (tx, complaint) => {
      const { outcome } = input;
      const { divisionCode } = complaint;
      const caseId = input.caseId ?? null;
      checkCase(outcome, caseId);
      const origin = { source: CaseSource.COMPLAINT, divisionCode };
      const filed = caseId === null ? null : await caseCameOf(tx, context.viewer, caseId, origin, this.complaints.clock);
      await this.deadlines.meet(tx, complaint.id, HANDLING);
      if (!complaint.isAnonymous()) {
        await this.deadlines.start(tx, { type: 'Complaint', ...complaint }, ANSWER, this.periods.complaintAnswer);
      }
      return { outcome, resultText: words('result', input.result, 500), caseId, domain: filed?.domain ?? complaint.domain };
    });
  }

  tellComplainant(context: RequestContext, input: ComplaintMove): Promise<Complaint> {
    return this.step(context, 'tellComplainant', ComplaintAction.TELL, input, async (tx, { id }) => {
      await this.deadlines.meet(tx, id, ANSWER);
      return { toldAt: this.complaints.clock() };
    });
  }

  closeComplaint(context: RequestContext, input: CloseComplaint): Promise<Complaint> {
    return this.step(context, 'closeComplaint', ComplaintAction.CLOSE, input, (_, complaint) => {
      const satisfaction = input.satisfaction ?? null;
      checkGrade(satisfaction, complaint.isAnonymous());
      return { satisfaction };
    });
  }

  private async assigned(tx: EntityManager, { divisionCode: from }: Complaint, input: AssignComplaint): Promise<Partial<Complaint>> {
    const { labour, divisionCode, handler, powerId } = input;
    const power = powerId ? await tx.findOneBy(EnforcementPower, { id: powerId }) : null;
    if (powerId && !power) throw powerUnknown();
    checkLabour(labour, from, divisionCode, power);
    return { labour, divisionCode, ...handledBy(handler), ...(power ? { domain: power.domain } : {}) };
  }

  private stated({ divisionCode, kind, channel, complainant, content, respondent }: FileComplaint) {
    return {
      divisionCode,
      kind,
      channel,
      complainantName: complainant ? statedText('complainant.name', complainant.name, 50) : null,
      complainantPhone: complainant ? statedText('complainant.phone', complainant.phone, 20) : null,
      content: words('content', content, 2000),
      ...(respondent ? concernedPartyColumns(respondent) : NO_PARTY),
    };
  }

  private step<I extends ComplaintMove>(
    context: RequestContext,
    name: string,
    action: ComplaintAction,
    input: I,
    work: (tx: EntityManager, complaint: Complaint) => Promise<Partial<Complaint>> | Partial<Complaint>,
  ): Promise<Complaint> {
    return this.complaints.take(context, { name, action, id: input.complaintId, input, work });
  }
}

const handledBy = ({ creditCode, name }: { readonly creditCode: string; readonly name: string }) => ({
  handlerCreditCode: creditCode,
  handlerName: statedText('organ.name', name, 100),
});

const NO_PARTY = { partyKind: null, partyName: null, partyCreditCode: null, partyAddress: null };

const NEW = {
  declineReason: null,
  labour: null,
  handlerCreditCode: null,
  handlerName: null,
  isDecided: false,
  domain: null,
  outcome: null,
  resultText: null,
  caseId: null,
  toldAt: null,
  satisfaction: null,
  state: ComplaintState.FILED,
  version: 1,
};
