import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { holds, sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Periods } from '../periods';
import type { NewList } from '../responsibility/list-publication';
import { type ItemChange, proposedList, proposedNewList } from './list-proposal';
import { noticeUntil } from './matter-change.deadlines';
import { MatterChange, type MatterChangeGround, type Proposal } from './matter-change.entity';
import { ChangeGround, MatterChangeKind, MatterChangeState, MatterChangeSubject } from './matter-change.enums';
import { bodyUnknown, outsideDuty, subjectNotFound, subjectUnclear, takenOverByNobody } from './matter-change.errors';
import { proposingDivision } from './matter-change.policy';
import type { MatterChangeAction } from './matter-change.status';
import { doneOn, type MatterChangeSteps, type MoveChange } from './matter-change-steps';
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

export interface MoveChangeWithReason extends MoveChange {
  readonly reason: string;
}

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
  constructor(
    private readonly steps: MatterChangeSteps,
    private readonly periods: Periods,
  ) {}

  proposeMatterChange(context: RequestContext, input: ProposeMatterChange): Promise<MatterChange> {
    const { viewer } = context;
    const { kind } = input;
    const action = 'proposeMatterChange';
    return this.steps.run(context, action, 'matters:handle', input, async (tx) => {
      if (viewer.organization === null) throw bodyUnknown();
      const ground = groundOf(input.ground);
      const proposed = await this.proposed(tx, viewer, input, ground.kind);
      const isReclaimed = kind === MatterChangeKind.RECLAIM;
      if (isReclaimed !== Boolean(input.takenOverBy)) throw takenOverByNobody();
      const change = Object.assign(new MatterChange(), NEW, proposed, {
        id: uuid(),
        divisionCode: proposingDivision(viewer, proposed.subjectDivision, ground.kind, this.steps.clock)!,
        kind,
        ground,
        reason: words('reason', input.reason, 400),
        proposedByCreditCode: viewer.organization,
        proposedByName: words('proposedByName', input.proposedByName, 100),
        proposer: viewer.subject!,
        proposedAt: this.steps.clock(),
        takenOverByCreditCode: input.takenOverBy?.creditCode ?? null,
        takenOverByName: input.takenOverBy ? words('takenOverBy', input.takenOverBy.name, 100) : null,
      });
      await insertAll(tx, MatterChange, [change]);
      await this.steps.record(tx, context, change, { action, from: null, to: change.state, note: change.reason });
      return doneOn(change, action);
    });
  }

  /** Says it anew, on what is there now. */
  amendMatterChange(context: RequestContext, input: MoveChangeWithReason & ProposedContent): Promise<MatterChange> {
    return this.steps.take(context, 'amendMatterChange', input, async (tx, standing) => {
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
    return this.steps.take(context, 'approveMatterChange', input, async () => ({ note: words('reason', input.reason, 400) }));
  }

  publiciseMatterChange(context: RequestContext, input: MoveChange): Promise<MatterChange> {
    return this.steps.take(context, 'publiciseMatterChange', input, async () => {
      const now = this.steps.clock();
      return { change: { noticeFrom: dayOf(now), noticeUntil: noticeUntil(this.periods.notice, now) } };
    });
  }

  private end(context: RequestContext, action: MatterChangeAction, input: MoveChangeWithReason): Promise<MatterChange> {
    return this.steps.take(context, action, input, async () => ({ note: words('reason', input.reason, 400) }));
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
      if (isDraft && !(holds(viewer, 'matters:read') && sees(viewer, subjectDivision, this.steps.clock))) throw subjectNotFound();
      if (proposingDivision(viewer, subjectDivision, ground, this.steps.clock) === null) throw outsideDuty();
    };
  }
}

function groundOf({ kind, document, article }: ProposeMatterChange['ground']): MatterChangeGround {
  // 法规立改废：which article, or nobody can look it up.
  const said = LAWS.includes(kind) ? words('article', article, 100) : optionalWords('article', article, 100);
  return { kind, document: words('document', document, 150), article: said };
}
