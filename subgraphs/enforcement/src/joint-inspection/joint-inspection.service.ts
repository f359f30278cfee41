import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { takeTurn } from '@township-graph/shared/turn';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { concernedPartyColumns } from '../concerned-party/concerned-party.rules';
import { investigatorsOn } from '../officer/investigators';
import type { Periods } from '../periods';
import { EnforcementTurn, turnOfVisits } from '../turns';
import { InspectionCheck } from './inspection-check.entity';
import { checksOf, checksOn, listedItems, refuseOverCap } from './inspection-checks';
import { JointInspectionPlan } from './inspection-plan.entity';
import type {
  AbandonInspection,
  FollowUpInspection,
  JoinInspection,
  RecordInspection,
  StartInspection,
  VisitMove,
} from './joint-inspection.commands';
import { JointInspection } from './joint-inspection.entity';
import {
  InspectionGround,
  InspectionPlanState,
  InspectionResult,
  JointInspectionAction,
  JointInspectionState,
} from './joint-inspection.enums';
import { caseMissing, nothingToFollowUp, planNotFound, visitOpen } from './joint-inspection.errors';
import type { VisitStanding } from './joint-inspection.machine';
import { checkedResults, checkGround, checkPlan, partyKeyOf } from './joint-inspection.rules';

const CORRECTION = 'INSPECTION_CORRECTION';

/** Visits: started, joined by others, recorded, followed up, closed. */
export class JointInspectionService {
  constructor(
    private readonly visits: Course<JointInspection, JointInspectionAction, 'START', VisitStanding>,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
    private readonly clock: Clock,
  ) {}

  startInspection(context: RequestContext, input: StartInspection): Promise<JointInspection> {
    let checks: InspectionCheck[] = [];
    const make = async (tx: EntityManager) => {
      const visit = this.visitOf(input);
      await this.checkStart(tx, context, visit, input.itemIds);
      const items = await listedItems(tx, input.itemIds, visit.divisionCode);
      checks = checksOf(visit, items, this.today());
      await refuseOverCap(tx, checks, this.periods.inspectionsAYear);
      visit.authorityCount = new Set(checks.map(({ authorityCreditCode }) => authorityCreditCode)).size;
      return visit;
    };
    const then = (tx: EntityManager) => insertAll(tx, InspectionCheck, checks);
    return this.visits.open(context, { name: 'startInspection', action: 'START', input, place: input.divisionCode, make, then });
  }

  /** Another authority, or another item, is inspected in the same visit (浙江省综合行政执法条例§13). */
  joinInspection(context: RequestContext, input: JoinInspection): Promise<JointInspection> {
    return this.step(context, 'joinInspection', JointInspectionAction.JOIN, input, async (tx, visit) => {
      await takeTurn(tx, EnforcementTurn, turnOfVisits(visit.partyKey));
      const items = await listedItems(tx, input.itemIds, visit.divisionCode);
      if (visit.planId) checkPlan(await this.plan(tx, context.viewer, visit.planId), input.itemIds, visit.divisionCode, this.today());
      const before = await checksOn(tx, visit.id);
      const known = new Set(before.map(({ itemId }) => itemId));
      const added = checksOf(
        visit,
        items.filter(({ id }) => !known.has(id)),
        this.today(),
      );
      const here = new Set(before.map(({ authorityCreditCode }) => authorityCreditCode));
      await refuseOverCap(
        tx,
        added.filter(({ authorityCreditCode }) => !here.has(authorityCreditCode)),
        this.periods.inspectionsAYear,
      );
      await insertAll(tx, InspectionCheck, added);
      for (const { authorityCreditCode } of added) here.add(authorityCreditCode);
      return { authorityCount: here.size };
    });
  }

  recordInspection(context: RequestContext, input: RecordInspection): Promise<JointInspection> {
    return this.step(context, 'recordInspection', JointInspectionAction.RECORD, input, async (tx, visit) => {
      const results = checkedResults(await checksOn(tx, visit.id), input.results);
      for (const { itemId, result, finding } of results) {
        await tx.update(InspectionCheck, { inspectionId: visit.id, itemId }, { result, finding: finding ?? null });
      }
      if (results.some(({ result }) => result === InspectionResult.CORRECTION)) {
        await this.deadlines.start(tx, { type: 'JointInspection', ...visit }, CORRECTION, this.periods.inspectionCorrection);
      }
      return { openProblems: results.filter(({ result }) => result !== InspectionResult.NO_PROBLEM).length };
    });
  }

  /** A problem was put right, or became a case: what is the clue of one is followed up by nothing less. */
  followUpInspection(context: RequestContext, input: FollowUpInspection): Promise<JointInspection> {
    return this.step(context, 'followUpInspection', JointInspectionAction.FOLLOW_UP, input, async (tx, visit) => {
      const { itemId } = input;
      const checks = await checksOn(tx, visit.id);
      const isOpen = ({ result, followedUpOn }: InspectionCheck) => result !== InspectionResult.NO_PROBLEM && followedUpOn === null;
      const check = checks.find((each) => each.itemId === itemId);
      if (!check || !isOpen(check)) throw nothingToFollowUp(itemId);
      const caseId = textOf('caseId', input.caseId, 36);
      if (check.result === InspectionResult.CASE_CLUE && caseId === null) throw caseMissing();
      await tx.update(InspectionCheck, { inspectionId: visit.id, itemId }, { followedUpOn: this.today(), caseId });
      const left = checks.filter((each) => each !== check && isOpen(each));
      if (left.every(({ result }) => result !== InspectionResult.CORRECTION)) await this.deadlines.meet(tx, visit.id, CORRECTION);
      return { openProblems: left.length };
    });
  }

  closeInspection(context: RequestContext, input: VisitMove): Promise<JointInspection> {
    return this.step(context, 'closeInspection', JointInspectionAction.CLOSE, input, () => ({}));
  }

  /** It stays on record, and counts: somebody was there. */
  abandonInspection(context: RequestContext, input: AbandonInspection): Promise<JointInspection> {
    const noted = { ...input, note: input.reason };
    return this.step(context, 'abandonInspection', JointInspectionAction.ABANDON, noted, () => {
      statedText('reason', input.reason, 200);
      return {};
    });
  }

  /** One visit of a target at a time; a plan, or a reason to do without; two officers (行政处罚法§42). */
  private async checkStart(tx: EntityManager, { viewer }: RequestContext, visit: JointInspection, itemIds: readonly string[]) {
    await takeTurn(tx, EnforcementTurn, turnOfVisits(visit.partyKey));
    const { partyKey, divisionCode, planId, officerIds } = visit;
    const other = await tx.findOneBy(JointInspection, { partyKey, state: JointInspectionState.STARTED });
    if (other) throw visitOpen(sees(viewer, other.divisionCode, this.clock) ? other.id : null);
    if (planId) checkPlan(await this.plan(tx, viewer, planId), itemIds, divisionCode, this.today());
    await investigatorsOn(tx, { officerIds, divisionCode }, this.today());
  }

  private visitOf({ divisionCode, target, ground, planId, groundReason, officerIds, scanCode }: StartInspection): JointInspection {
    checkGround(ground, planId, groundReason);
    const party = concernedPartyColumns(target);
    return Object.assign(new JointInspection(), {
      id: uuid(),
      divisionCode,
      planId: ground === InspectionGround.PLAN ? planId! : null,
      ground,
      groundReason: textOf('groundReason', groundReason?.trim() ? groundReason : null, 200),
      ...party,
      partyKey: partyKeyOf(party.partyCreditCode, party.partyName, divisionCode),
      officerIds: [...officerIds],
      scanCode: statedText('scanCode', scanCode, 100),
      startedAt: this.clock(),
      authorityCount: 0,
      openProblems: 0,
      state: JointInspectionState.STARTED,
      version: 1,
    });
  }

  private async plan(tx: EntityManager, viewer: Viewer, id: string): Promise<JointInspectionPlan> {
    const plan = await tx.findOneBy(JointInspectionPlan, { id });
    const isPublic = plan?.state === InspectionPlanState.PUBLISHED;
    if (!plan || !(isPublic || sees(viewer, plan.divisionCode, this.clock))) throw planNotFound();
    return plan;
  }

  private step<I extends VisitMove>(
    context: RequestContext,
    name: string,
    action: JointInspectionAction,
    input: I,
    work: (tx: EntityManager, visit: JointInspection) => Promise<Partial<JointInspection>> | Partial<JointInspection>,
  ): Promise<JointInspection> {
    return this.visits.take(context, { name, action, id: input.inspectionId, input, work });
  }

  private today(): string {
    return dayOf(this.clock());
  }
}
