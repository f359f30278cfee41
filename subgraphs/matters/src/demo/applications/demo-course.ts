import { LimitUnit } from '@township-graph/shared/deadline';
import { demoIdAt } from '@township-graph/shared/demo/demo-id';
import type { DemoRandom } from '@township-graph/shared/demo/random';
import type { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import {
  DECISION_CLOCKS,
  DELIVERY,
  DELIVERY_RULE,
  EXTENSION_BASIS,
  NOTICE,
  NOTICE_RULE,
  PROMISED,
  promisedRule,
  STATUTORY,
  statutoryRule,
} from '../../application/application.deadlines';
import type { Application } from '../../application/application.entity';
import { ApplicationState, DecisionOutcome, type DeliveryMethod, HandlerTier, SpecialProcedure } from '../../application/application.enums';
import { APPLICATION_MACHINE, type ApplicationAction, NOTHING_DUE } from '../../application/application.moves';
import { nextTier } from '../../application/intake.rules';
import { DemoClocks } from '../demo-clocks';
import type { Place } from './offers';

type Data<T> = { -readonly [K in keyof T as T[K] extends (...args: never) => unknown ? never : K]: T[K] };

export type ApplicationRow = Data<Application>;

const CLERKS: Readonly<Record<HandlerTier, string>> = { VILLAGE: '示例村级代办员', TOWNSHIP: '示例窗口人员', DEPARTMENT: '示例审批人员' };

/** What the step of an action is based on, where HandlingService names a law for it. */
const BASES: Readonly<Partial<Record<ApplicationAction, string>>> = {
  receive: '行政许可法§32②',
  requestCorrection: '行政许可法§32①(4)',
  accept: '行政许可法§32①(5)',
  refuse: '行政许可法§32①(2)、§38②',
  dismissAsNotRequired: '行政许可法§32①(1)',
  return: '行政许可法§32①(2)',
  review: '行政许可法§34',
  suspend: '行政许可法§45',
  resume: '行政许可法§45',
  extend: '行政许可法§42①',
  terminate: '示例：实施机关办事规程（申请人死亡）',
  deliver: '行政许可法§44',
};

export interface StepDetails {
  readonly missingMaterials?: readonly string[];
  /** Why it was refused, returned, ended, denied or extended. */
  readonly reason?: string;
  readonly workdays?: number;
  readonly delivery?: { readonly method: DeliveryMethod; readonly courier?: string; readonly trackingNumber?: string };
  readonly grade?: number;
}

/** What is kept of a course beside the application's own row. */
export type Kept = 'ALL' | 'STEPS' | 'NOTHING';

/**
 * The course of one application: each step as the services take it, by the same table of moves, so that what the law does
 * not allow throws. Steps later than `now` have not been taken yet.
 */
export class DemoCourse {
  readonly entries: TimelineEntry[] = [];
  private readonly clocks = new DemoClocks();

  constructor(
    readonly application: ApplicationRow,
    private readonly place: Place,
    readonly now: Date,
    private readonly random: DemoRandom,
    private readonly keeps: Kept,
  ) {}

  /** It comes in: handed to a clerk, or sent in by who applies. */
  begin(state: ApplicationState.SUBMITTED | ApplicationState.RECEIVED, at: Date): void {
    this.application.state = state;
    this.clocks.start(NOTICE, NOTICE_RULE, at);
    if (state === ApplicationState.RECEIVED) this.application.receivedAt = at;
    this.record(state === ApplicationState.RECEIVED ? 'receive' : 'submit', null, at, {}, state === ApplicationState.SUBMITTED);
  }

  /** Takes a step, unless its time is still to come. `byMachine`: nobody was there. */
  take(action: ApplicationAction, at: Date, details: StepDetails = {}, byMachine = false): boolean {
    if (at > this.now) return false;
    const { application } = this;
    const { state: from, handlingKind, handlerTier, decidingTier, corrections, extensions } = application;
    const facts = { handlingKind, handlerTier, decidingTier, corrections, extensions, ...NOTHING_DUE };
    const state = APPLICATION_MACHINE.next(from, action, facts);
    Object.assign(application, this.columnsAfter(action, at, details), { state, version: application.version + 1 });
    this.record(action, from, at, details, byMachine);
    return true;
  }

  /** Who acts at the tier where it lies, and for which organisation. */
  clerk() {
    const { handlerTier, implementingCreditCode } = this.application;
    return { actor: CLERKS[handlerTier], organization: this.place.organizations[handlerTier] ?? implementingCreditCode };
  }

  deadlines() {
    if (this.keeps !== 'ALL') return [];
    const { id: subjectId, divisionCode } = this.application;
    return this.clocks.rows({ subjectType: 'Application', subjectId, divisionCode }, this.now, ({ startedAt }) =>
      demoIdAt(startedAt, this.random),
    );
  }

  /** What HandlingService changes beside the state. */
  private columnsAfter(action: ApplicationAction, at: Date, { missingMaterials, reason, workdays, delivery, grade }: StepDetails) {
    const { application, clocks } = this;
    switch (action) {
      case 'receive':
        return { receivedAt: at };
      case 'requestCorrection':
        clocks.meet(NOTICE, at);
        return { missingMaterials, corrections: application.corrections + 1 };
      case 'supplement':
        clocks.start(NOTICE, NOTICE_RULE, at);
        return { missingMaterials: [] };
      case 'accept':
        return this.accept(at);
      case 'handOn':
      case 'forward':
        return { handlerTier: nextTier(application.handlerTier) };
      case 'suspend':
        for (const kind of DECISION_CLOCKS) clocks.suspend(kind, at, '行政许可法§45');
        return { specialProcedure: SpecialProcedure.EXPERT_REVIEW, dueAt: null };
      case 'resume':
        for (const kind of DECISION_CLOCKS) clocks.resume(kind, at);
        return { specialProcedure: null, dueAt: clocks.dueAt(PROMISED, at) };
      case 'extend': {
        const extension = { limit: { value: workdays!, unit: LimitUnit.WORKDAY }, basis: EXTENSION_BASIS };
        for (const kind of DECISION_CLOCKS) clocks.extend(kind, extension);
        return { extensions: application.extensions + 1, dueAt: clocks.dueAt(PROMISED, at) };
      }
      case 'decide':
        for (const kind of DECISION_CLOCKS) clocks.meet(kind, at);
        clocks.start(DELIVERY, DELIVERY_RULE, at);
        return { decidedAt: at, isOnTime: at <= application.dueAt!, ...outcomeOf(application, reason) };
      case 'complete':
        return { completedAt: at };
      case 'deliver':
        clocks.meet(DELIVERY, at);
        return {
          deliveryMethod: delivery!.method,
          courier: delivery!.courier ?? null,
          trackingNumber: delivery!.trackingNumber ?? null,
          deliveredAt: at,
        };
      case 'rate':
        return { ratingGrade: grade };
      case 'refuse':
      case 'dismissAsNotRequired':
      case 'return':
      case 'terminate':
        clocks.meet(NOTICE, at);
        clocks.lapse(at);
        return { reason, dueAt: null, endedAt: at };
      case 'withdraw':
        clocks.lapse(at);
        return { reason: null, dueAt: null, endedAt: at };
      default:
        return {};
    }
  }

  private accept(at: Date): Partial<ApplicationRow> {
    const { clocks, application } = this;
    clocks.meet(NOTICE, at);
    clocks.start(PROMISED, promisedRule(application), at);
    const statutory = statutoryRule(application);
    if (statutory) clocks.start(STATUTORY, statutory, at);
    return { acceptedAt: at, dueAt: clocks.dueAt(PROMISED, at) };
  }

  private record(action: ApplicationAction, from: string | null, at: Date, { reason }: StepDetails, byMachine: boolean): void {
    if (this.keeps === 'NOTHING') return;
    const { application, random } = this;
    const { id: subjectId, divisionCode, state: to, outcome } = application;
    this.entries.push({
      id: demoIdAt(at, random),
      subjectType: 'Application',
      subjectId,
      divisionCode,
      at,
      action,
      from,
      to,
      ...(byMachine ? { actor: null, organization: null } : this.clerk()),
      note: action === 'decide' ? null : (reason ?? null),
      legalBasis: basisOf(action, from, outcome),
    });
  }
}

/** What comes received as it comes is not told to have been received. */
function basisOf(action: ApplicationAction, from: string | null, outcome: DecisionOutcome | null): string | null {
  if (from === null) return null;
  if (action === 'decide') return outcome === DecisionOutcome.DENIED ? '行政许可法§38②' : '行政许可法§38①';
  return BASES[action] ?? null;
}

/** Denied where a reason is given. */
function outcomeOf({ matterName }: ApplicationRow, reason: string | undefined) {
  if (reason) return { outcome: DecisionOutcome.DENIED, reason, resultName: null };
  return { outcome: DecisionOutcome.GRANTED, resultName: `示例结果：${matterName}` };
}
