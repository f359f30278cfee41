import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AdmissionKind } from '../admission/admission.enums';
import { recipientsInvalid } from '../admission/admission.errors';
import { recipientDigits } from '../admission/admission.rules';
import { admissionInForce, isAdmissionInForce } from '../admission/admission-in-force';
import type { Periods } from '../periods';
import { checkedBasicCode } from '../texts.rules';
import { DutyRefusal } from './duty-refusal.entity';
import { DutyRefusalState } from './duty-refusal.enums';
import {
  admissionNotInForce,
  assignedLater,
  dutyAdmitted,
  dutyRefusalNotFound,
  groundMissing,
  notTheAssigned,
  notTheCounty,
} from './duty-refusal.errors';
import { isOfTheAssigned, mayDecide } from './duty-refusal.policy';
import type { DutyRefusalRepository } from './duty-refusal.repository';
import { DUTY_REFUSAL_MACHINE, type DutyRefusalAction } from './duty-refusal.status';

export interface RefuseUnapprovedDuty {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly kind: AdmissionKind;
  readonly dutyName: string;
  readonly basicCode?: string | null;
  readonly assignedByCreditCode: string;
  readonly assignedByName: string;
  readonly assignedOn: string;
  readonly assignment: string;
  readonly reason: string;
}

export interface MoveRefusal {
  readonly idempotencyKey?: string | null;
  readonly refusalId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

export interface OverruleRefusal extends MoveRefusal {
  readonly admissionId?: string | null;
  readonly legalBasis?: string | null;
}

export const DECISION_TIME = 'DECISION';
/** 江北：未经批准下放的职责可以不予执行；山东省乡镇人民政府工作条例 §4：清单外临时任务须经县级批准并保障经费、人员、培训。 */
const BASIS = '职责准入制度（江北）；参见山东省乡镇人民政府工作条例§4';

/** What a township does about a duty that came without admission, and what its county decides. */
export class DutyRefusalService {
  private readonly asKept: ResultForm<DutyRefusal>;

  constructor(
    private readonly commands: Commands,
    private readonly refusals: DutyRefusalRepository,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(refusals.manager, DutyRefusal);
  }

  refuseUnapprovedDuty(context: RequestContext, input: RefuseUnapprovedDuty): Promise<DutyRefusal> {
    const { viewer } = context;
    const { divisionCode, kind, assignedByCreditCode, assignedOn } = input;
    const action = 'refuseUnapprovedDuty';
    return this.run(context, action, 'matters:handle', input, async (tx) => {
      if (!isOfTheAssigned(viewer, input, this.clock)) throw notTheAssigned();
      const digits = recipientDigits(kind);
      // A village is handed tasks too.
      if (divisionCode.length < digits) throw recipientsInvalid(digits);
      if (assignedOn > dayOf(this.clock())) throw assignedLater();
      const dutyName = words('dutyName', input.dutyName, 200);
      const basicCode = input.basicCode ? checkedBasicCode(input.basicCode) : null;
      const admission = await admissionInForce(tx, { divisionCode, day: assignedOn, dutyName, basicCode });
      if (admission) throw dutyAdmitted(admission);
      const refusal = Object.assign(new DutyRefusal(), {
        id: uuid(),
        divisionCode,
        kind,
        dutyName,
        basicCode,
        assignedByCreditCode,
        assignedByName: words('assignedByName', input.assignedByName, 100),
        assignedOn,
        assignment: words('assignment', input.assignment, 200),
        reason: words('reason', input.reason, 400),
        raisedBy: viewer.organization,
        raisedAt: this.clock(),
        state: DutyRefusalState.RAISED,
        version: 1,
        decision: null,
        decisionBasis: null,
        decidedBy: null,
        admissionId: null,
        isDemonstration: false,
      });
      await insertAll(tx, DutyRefusal, [refusal]);
      await this.deadlines.start(tx, subjectOf(refusal), DECISION_TIME, this.periods.dutyRefusal);
      const step = { action, from: null, to: refusal.state, note: refusal.reason, legalBasis: BASIS };
      await recordStep(tx, this.clock, context, subjectOf(refusal), step);
      return doneOn(refusal, action);
    });
  }

  upholdDutyRefusal(context: RequestContext, input: MoveRefusal): Promise<DutyRefusal> {
    return this.move(context, 'upholdDutyRefusal', input, async () => ({ decision: words('reason', input.reason, 400) }));
  }

  overruleDutyRefusal(context: RequestContext, input: OverruleRefusal): Promise<DutyRefusal> {
    return this.move(context, 'overruleDutyRefusal', input, async (tx, { divisionCode, assignedOn }) => {
      const admissionId = input.admissionId ?? null;
      const decisionBasis = optionalWords('legalBasis', input.legalBasis, 200);
      if (admissionId === null && decisionBasis === null) throw groundMissing();
      if (admissionId !== null && !(await isAdmissionInForce(tx, admissionId, divisionCode, assignedOn))) throw admissionNotInForce();
      return { decision: words('reason', input.reason, 400), decisionBasis, admissionId };
    });
  }

  withdrawDutyRefusal(context: RequestContext, input: MoveRefusal): Promise<DutyRefusal> {
    words('reason', input.reason, 400);
    return this.move(context, 'withdrawDutyRefusal', input, async () => ({}));
  }

  private move(
    context: RequestContext,
    action: DutyRefusalAction,
    input: MoveRefusal,
    plan: (tx: EntityManager, refusal: DutyRefusal) => Promise<Partial<DutyRefusal> & { readonly version?: never }>,
  ): Promise<DutyRefusal> {
    const { viewer } = context;
    const { refusalId: id, expectedVersion } = input;
    const isWithdrawal = action === 'withdrawDutyRefusal';
    return this.run(context, action, isWithdrawal ? 'matters:handle' : 'matters:manage', input, async (tx) => {
      const refusal = await this.refusals.findById(viewer, id, tx);
      if (!refusal) throw dutyRefusalNotFound();
      if (isWithdrawal && !isOfTheAssigned(viewer, refusal, this.clock)) throw notTheAssigned();
      if (!isWithdrawal && !mayDecide(viewer, refusal, this.clock)) throw notTheCounty();
      const state = DUTY_REFUSAL_MACHINE.next(refusal.state, action);
      const change = await plan(tx, refusal);
      const decidedBy = isWithdrawal ? null : viewer.organization;
      await this.refusals.change(tx, viewer, { id }, expectedVersion, { ...change, decidedBy, state });
      if (isWithdrawal) await this.deadlines.lapse(tx, id);
      else await this.deadlines.meet(tx, id, DECISION_TIME);
      const step = { action, from: refusal.state, to: state, note: input.reason, legalBasis: change.decisionBasis ?? BASIS };
      await recordStep(tx, this.clock, context, subjectOf(refusal), step);
      return doneOn(await tx.findOneByOrFail(DutyRefusal, { id }), action);
    });
  }

  private run(
    context: RequestContext,
    name: DutyRefusalAction | 'refuseUnapprovedDuty',
    needs: 'matters:handle' | 'matters:manage',
    input: object,
    work: (tx: EntityManager) => Promise<Done<DutyRefusal>>,
  ): Promise<DutyRefusal> {
    return this.commands.run(context, { name, needs, input, result: this.asKept, work });
  }
}

const subjectOf = ({ id, divisionCode }: DutyRefusal) => ({ type: 'DutyRefusal', id, divisionCode });

function doneOn(refusal: DutyRefusal, action: string): Done<DutyRefusal> {
  const { id, divisionCode, state, version } = refusal;
  const event = {
    type: 'DUTY_REFUSAL_CHANGED',
    subjectType: 'DutyRefusal',
    subjectId: id,
    divisionCode,
    payload: { action, state, version },
  };
  return { result: refusal, on: [{ type: 'DutyRefusal', id, divisionCode }], events: [event] };
}
