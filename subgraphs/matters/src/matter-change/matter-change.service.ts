import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { holds, type Scope, sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Periods } from '../periods';
import type { NewList } from '../responsibility/list-publication';
import { optionalWords, words } from '../texts.rules';
import { type ItemChange, proposedList, proposedNewList } from './list-proposal';
import { MatterChange, type MatterChangeGround, type Proposal } from './matter-change.entity';
import { ChangeGround, MatterChangeKind, MatterChangeState, MatterChangeSubject } from './matter-change.enums';
import { bodyUnknown, matterChangeNotFound, outsideDuty, subjectNotFound, subjectUnclear, takenOverByNobody } from './matter-change.errors';
import { proposingDivision, refusalOf, scopeFor } from './matter-change.policy';
import type { MatterChangeRepository } from './matter-change.repository';
import { MATTER_CHANGE_MACHINE, type MatterChangeAction } from './matter-change.status';
import { type Admit, type MatterContent, type Proposed, proposedMatter } from './matter-proposal';

/** What is proposed to be said. */
export interface ProposedContent {
  readonly matter?: MatterContent | null;
  readonly items?: readonly ItemChange[] | null;
}

export interface ProposeMatterChange extends ProposedContent {
  readonly idempotencyKey?: string | null;
  readonly proposedByName: string;
  readonly kind: MatterChangeKind;
  readonly ground: { readonly kind: ChangeGround; readonly document: string; readonly article?: string | null };
  readonly reason: string;
  readonly matterId?: string | null;
  readonly responsibilityListId?: string | null;
  readonly newList?: NewList | null;
  readonly takenOverBy?: { readonly name: string; readonly creditCode: string } | null;
}

export interface MoveChange {
  readonly idempotencyKey?: string | null;
  readonly changeId: string;
  readonly expectedVersion: number;
}

export interface MoveChangeWithReason extends MoveChange {
  readonly reason: string;
}

/** What a step does besides moving the state. */
export interface ChangePlan {
  readonly change?: Partial<MatterChange> & { readonly version?: never };
  readonly note?: string | null;
  /** What changed besides the proposal, with its event. */
  readonly made?: { readonly type: string; readonly id: string; readonly divisionCode: string; readonly event: string };
}

const NOTICE_TIME = 'NOTICE';
const LAWS: readonly ChangeGround[] = [ChangeGround.LAW_ENACTED, ChangeGround.LAW_AMENDED, ChangeGround.LAW_REPEALED];
const NEW = {
  state: MatterChangeState.PROPOSED,
  version: 1,
  noticeFrom: null,
  noticeUntil: null,
  documentNumber: null,
  effectiveFrom: null,
  publishedRevision: null,
  publishedBy: null,
  isDemonstration: false,
} as const;

/** 动态调整 up to its publication: who proposes, and what the county makes of it. */
export class MatterChangeService {
  private readonly asKept: ResultForm<MatterChange>;

  constructor(
    private readonly commands: Commands,
    private readonly changes: MatterChangeRepository,
    readonly deadlines: Deadlines,
    private readonly periods: Periods,
    readonly clock: Clock,
  ) {
    this.asKept = rowResult(changes.manager, MatterChange);
  }

  proposeMatterChange(context: RequestContext, input: ProposeMatterChange): Promise<MatterChange> {
    const { viewer } = context;
    const { kind } = input;
    const action = 'proposeMatterChange';
    return this.run(context, action, 'matters:handle', input, async (tx) => {
      if (viewer.organization === null) throw bodyUnknown();
      const ground = groundOf(input.ground);
      const proposed = await this.proposed(tx, viewer, input, ground.kind);
      const isReclaimed = kind === MatterChangeKind.RECLAIM;
      if (isReclaimed !== Boolean(input.takenOverBy)) throw takenOverByNobody();
      const change = Object.assign(new MatterChange(), NEW, proposed, {
        id: uuid(),
        divisionCode: proposingDivision(viewer, proposed.subjectDivision, ground.kind, this.clock)!,
        kind,
        ground,
        reason: words('reason', input.reason, 400),
        proposedByCreditCode: viewer.organization,
        proposedByName: words('proposedByName', input.proposedByName, 100),
        proposer: viewer.subject!,
        proposedAt: this.clock(),
        takenOverByCreditCode: input.takenOverBy?.creditCode ?? null,
        takenOverByName: input.takenOverBy ? words('takenOverBy', input.takenOverBy.name, 100) : null,
      });
      await insertAll(tx, MatterChange, [change]);
      await this.record(tx, context, change, { action, from: null, to: change.state, note: change.reason });
      return doneOn(change, action);
    });
  }

  /** Says it anew, on what is there now. */
  amendMatterChange(context: RequestContext, input: MoveChangeWithReason & ProposedContent): Promise<MatterChange> {
    return this.take(context, 'amendMatterChange', input, async (tx, standing) => {
      const { subjectType, subjectId, kind, ground, proposal } = standing;
      const subject = subjectType === MatterChangeSubject.MATTER ? { matterId: subjectId } : { responsibilityListId: subjectId };
      const named = subjectId === null ? { newList: proposal.list!.list! } : subject;
      const { baseRevision, proposal: said, details } = await this.proposed(tx, context.viewer, { ...input, ...named, kind }, ground.kind);
      const reason = words('reason', input.reason, 400);
      return { change: { baseRevision, proposal: said, details, reason, noticeFrom: null, noticeUntil: null }, note: reason };
    });
  }

  withdrawMatterChange(context: RequestContext, input: MoveChangeWithReason): Promise<MatterChange> {
    return this.end(context, 'withdrawMatterChange', input);
  }

  returnMatterChange(context: RequestContext, input: MoveChangeWithReason): Promise<MatterChange> {
    return this.end(context, 'returnMatterChange', input);
  }

  rejectMatterChange(context: RequestContext, input: MoveChangeWithReason): Promise<MatterChange> {
    return this.end(context, 'rejectMatterChange', input);
  }

  approveMatterChange(context: RequestContext, input: MoveChangeWithReason): Promise<MatterChange> {
    return this.take(context, 'approveMatterChange', input, async () => ({ note: words('reason', input.reason, 400) }));
  }

  publiciseMatterChange(context: RequestContext, input: MoveChange): Promise<MatterChange> {
    return this.take(context, 'publiciseMatterChange', input, async (tx, change) => {
      const deadline = await this.deadlines.start(tx, subjectOf(change), NOTICE_TIME, this.periods.notice);
      return { change: { noticeFrom: dayOf(this.clock()), noticeUntil: deadline.dueOn() } };
    });
  }

  /** A step of the machine: load · visible · may · allowed · change by version · record. */
  take(
    context: RequestContext,
    action: MatterChangeAction,
    input: MoveChange,
    plan: (tx: EntityManager, change: MatterChange) => Promise<ChangePlan>,
  ): Promise<MatterChange> {
    const { viewer } = context;
    const { changeId: id, expectedVersion } = input;
    return this.run(context, action, scopeFor(action), input, async (tx) => {
      const standing = await this.changes.findById(viewer, id, tx);
      if (!standing) throw matterChangeNotFound();
      const refusal = refusalOf(viewer, action, standing, this.clock);
      if (refusal) throw refusal;
      const state = MATTER_CHANGE_MACHINE.next(standing.state, action, factsOf(standing, dayOf(this.clock())));
      const { change, note, made } = await plan(tx, standing);
      await this.changes.change(tx, viewer, { id }, expectedVersion, { ...change, state });
      await this.record(tx, context, standing, { action, from: standing.state, to: state, note });
      const done = doneOn(await tx.findOneByOrFail(MatterChange, { id }), action);
      if (!made) return done;
      const { event: type, ...subject } = made;
      const event = {
        type,
        subjectType: subject.type,
        subjectId: subject.id,
        divisionCode: subject.divisionCode,
        payload: { changeId: id },
      };
      return { ...done, on: [...done.on, subject], events: [...done.events!, event] };
    });
  }

  private end(context: RequestContext, action: MatterChangeAction, input: MoveChangeWithReason): Promise<MatterChange> {
    return this.take(context, action, input, async (tx, { id }) => {
      await this.deadlines.lapse(tx, id);
      return { note: words('reason', input.reason, 400) };
    });
  }

  /** What is proposed, if the viewer may propose it and the rules of lists allow it. */
  private async proposed(
    tx: EntityManager,
    viewer: Viewer,
    input: ProposedContent & Pick<ProposeMatterChange, 'kind' | 'matterId' | 'responsibilityListId' | 'newList'>,
    ground: ChangeGround,
  ): Promise<Omit<Proposed<Proposal>, 'proposal'> & Pick<MatterChange, 'subjectType' | 'proposal' | 'details'>> {
    const { kind, matterId, responsibilityListId, newList } = input;
    const items = input.items ?? [];
    if ([matterId, responsibilityListId, newList].filter(Boolean).length !== 1) throw subjectUnclear();
    if (matterId ? items.length > 0 : input.matter) throw subjectUnclear();
    const admit = this.admitting(viewer, ground);
    if (matterId) {
      const { proposal: matter, details, ...rest } = await proposedMatter(tx, matterId, kind, input.matter ?? null, admit);
      return { ...rest, subjectType: MatterChangeSubject.MATTER, proposal: { matter }, details: [...details] };
    }
    const listed = newList
      ? proposedNewList(kind, { ...newList }, items, admit)
      : await proposedList(tx, responsibilityListId!, kind, items, admit);
    const { proposal: list, details, ...rest } = listed;
    return { ...rest, subjectType: MatterChangeSubject.RESPONSIBILITY_LIST, proposal: { list }, details: [...details] };
  }

  private admitting(viewer: Viewer, ground: ChangeGround): Admit {
    return (subjectDivision, isDraft) => {
      if (isDraft && !(holds(viewer, 'matters:read') && sees(viewer, subjectDivision, this.clock))) throw subjectNotFound();
      if (proposingDivision(viewer, subjectDivision, ground, this.clock) === null) throw outsideDuty();
    };
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    change: MatterChange,
    step: { readonly action: string; readonly from: string | null; readonly to: string; readonly note?: string | null },
  ): Promise<void> {
    const { document, article } = change.ground;
    const legalBasis = `${document}${article ?? ''}`.slice(0, 200);
    return recordStep(tx, this.clock, context, subjectOf(change), { ...step, legalBasis });
  }

  private run(
    context: RequestContext,
    name: MatterChangeAction | 'proposeMatterChange',
    needs: Scope,
    input: object,
    work: (tx: EntityManager) => Promise<Done<MatterChange>>,
  ): Promise<MatterChange> {
    return this.commands.run(context, { name, needs, input, result: this.asKept, work });
  }
}

/** What the machine judges by. */
export const factsOf = ({ noticeUntil }: Pick<MatterChange, 'noticeUntil'>, today: string) => ({
  isNoticeOver: noticeUntil !== null && today > noticeUntil,
});

const subjectOf = ({ id, divisionCode }: MatterChange) => ({ type: 'MatterChange', id, divisionCode });

function groundOf({ kind, document, article }: ProposeMatterChange['ground']): MatterChangeGround {
  // 法规立改废：which article, or nobody can look it up.
  const said = LAWS.includes(kind) ? words('article', article, 100) : optionalWords('article', article, 100);
  return { kind, document: words('document', document, 150), article: said };
}

function doneOn(change: MatterChange, action: string): Done<MatterChange> {
  const { id, divisionCode, state, version } = change;
  const event = {
    type: 'MATTER_CHANGE_MOVED',
    subjectType: 'MatterChange',
    subjectId: id,
    divisionCode,
    payload: { action, state, version },
  };
  return { result: change, on: [{ type: 'MatterChange', id, divisionCode }], events: [event] };
}
