import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { type Beside, together } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { unchanging } from '@township-graph/shared/held';
import { refusal } from '@township-graph/shared/state-machine';
import { optionalWords } from '@township-graph/shared/stated-text';
import { recordStep, type TimelineSubject } from '@township-graph/shared/timeline/timeline';
import { type Scope, sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, EntityTarget } from 'typeorm';
import { GrantedPower } from '../power-grant/granted-power.entity';
import { EnforcementCase } from './case.entity';
import type { CaseState } from './case.enums';
import { notYourCase, recordNotFound, recusedHere, upheld } from './case.errors';
import { CASE_MACHINE, type CaseAction } from './case.moves';
import { actsFor, isRecused, takes } from './case.policy';
import type { CaseRepository } from './case.repository';
import type { CaseSettings } from './case.settings';
import type { CaseRecord } from './case-record.entity';
import { ownCase } from './own-case';

/** What every move is told. */
export interface CaseMoveGiven {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly note?: string | null;
}

export type CaseColumns = Partial<Omit<EnforcementCase, 'version' | 'state'>>;

/** One move, as its command describes it. */
export interface CaseMove {
  /** The mutation's name. */
  readonly name: string;
  readonly needs: Scope;
  readonly action: CaseAction | ((enforcementCase: EnforcementCase, tx: EntityManager) => CaseAction | Promise<CaseAction>);
  readonly legalBasis?: string | ((enforcementCase: EnforcementCase) => string);
  /** Starts and stops clocks, writes what is recorded beside the case, and says which columns change with the state, and what else others hear. */
  readonly change?: (tx: EntityManager, enforcementCase: EnforcementCase, beside: Beside[]) => Promise<CaseColumns> | CaseColumns;
}

/** A move whose action is settled. */
type CaseStep = Pick<CaseMove, 'change'> & { readonly action: CaseAction; readonly legalBasis?: string };

/** What else follows from a move, in its transaction: told of each step, with the case as it is then. */
export type CaseFollower = (tx: EntityManager, enforcementCase: EnforcementCase, action: string) => Promise<void>;

/** How a case begins, as its command describes it. */
interface CaseBeginning {
  /** The mutation's name. */
  readonly name: string;
  readonly legalBasis?: string;
  /** Checks, writes what is recorded beside the case, and gives the case. */
  readonly make: (tx: EntityManager) => Promise<EnforcementCase> | EnforcementCase;
}

/** What is done by virtue of the power; a case can be transferred, ended and executed without it. */
const USES_POWER: ReadonlySet<CaseAction> = new Set([
  'recordInvestigation',
  'verifyEvidence',
  'preserveEvidence',
  'seizeProperty',
  'seizeKept',
  'extendSeizure',
  'orderCorrection',
  'concludeInvestigation',
  'notifyParty',
  'decidePenalty',
  'decideNoPenalty',
]);

/** Who did one of these has investigated, and by that account neither reviews nor hosts (行政处罚法§58, §64(4)). */
const INVESTIGATES: ReadonlySet<CaseAction> = new Set([
  'recordInvestigation',
  'verifyEvidence',
  'preserveEvidence',
  'seizeProperty',
  'seizeKept',
  'concludeInvestigation',
]);

/** Moves cases: the one way from a state to another, with its step, its clocks, its audit record and its event. */
export class CaseMoving {
  readonly asKept: ResultForm<EnforcementCase>;

  constructor(
    readonly commands: Commands,
    readonly deadlines: Deadlines,
    readonly clock: Clock,
    readonly settings: CaseSettings,
    private readonly cases: CaseRepository,
    private readonly follow: CaseFollower,
  ) {
    this.asKept = rowResult(cases.manager, EnforcementCase);
  }

  move(context: RequestContext, input: CaseMoveGiven, move: CaseMove): Promise<EnforcementCase> {
    const note = optionalWords('note', input.note, 500);
    return this.commands.run(context, {
      name: move.name,
      needs: move.needs,
      input,
      result: this.asKept,
      work: async (tx) => {
        const enforcementCase = await this.load(tx, context, input.caseId);
        const { viewer } = context;
        if (isRecused(viewer, enforcementCase)) throw recusedHere();
        const action = typeof move.action === 'function' ? await move.action(enforcementCase, tx) : move.action;
        if (!takes(viewer, action, enforcementCase, this.clock)) throw notYourCase();
        const { expectedVersion } = input;
        const legalBasis = typeof move.legalBasis === 'function' ? move.legalBasis(enforcementCase) : move.legalBasis;
        const step = { change: move.change, action, legalBasis };
        const done = await this.step(tx, inIts(viewer, enforcementCase), enforcementCase, { expectedVersion, note }, step);
        return {
          ...done,
          seenIn: [
            sees(viewer, enforcementCase.divisionCode, this.clock) ? enforcementCase.divisionCode : enforcementCase.receivingDivisionCode!,
          ],
        };
      },
    });
  }

  /** Begins a case: what `make` gives is on record, and told, as any step. */
  begin(
    context: RequestContext,
    input: { readonly idempotencyKey?: string | null; readonly note?: string | null },
    { name, legalBasis, make }: CaseBeginning,
  ): Promise<EnforcementCase> {
    return this.commands.run(context, {
      name,
      needs: 'enforcement:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const begun = await make(tx);
        await tx.insert(EnforcementCase, begun);
        return this.recorded(tx, context, begun, { action: name, from: null, note: optionalWords('note', input.note, 500), legalBasis });
      },
    });
  }

  /** Those above the organ read its cases and do not act in them. */
  refuseOthers(viewer: Viewer, divisionCode: string): void {
    if (!actsFor(viewer, divisionCode, this.clock)) throw notYourCase();
  }

  /** The same of who acts on what belongs to a case: neither those nor who was recused in it. */
  refuseOthersIn(viewer: Viewer, enforcementCase: EnforcementCase): void {
    this.refuseOthers(viewer, enforcementCase.divisionCode);
    if (isRecused(viewer, enforcementCase)) throw recusedHere();
  }

  /** In sight of the viewer, or not there. */
  load(tx: EntityManager, { viewer }: RequestContext, id: string): Promise<EnforcementCase> {
    return ownCase(tx, viewer, id, this.clock);
  }

  /** Takes the step within a transaction that the caller has opened. */
  async step(
    tx: EntityManager,
    context: Pick<RequestContext, 'viewer'>,
    enforcementCase: EnforcementCase,
    { expectedVersion, note }: Pick<CaseMoveGiven, 'expectedVersion' | 'note'>,
    { action, change, legalBasis }: CaseStep,
  ): Promise<Done<EnforcementCase>> {
    const { state: from, id } = enforcementCase;
    const state = CASE_MACHINE.next(from, action, enforcementCase.judgedAt(this.clock()));
    if (USES_POWER.has(action)) await this.refuseEnded(tx, enforcementCase);
    const beside: Beside[] = [];
    const investigated = INVESTIGATES.has(action) ? handledToo(enforcementCase, context.viewer) : {};
    const columns = { ...investigated, ...(await change?.(tx, enforcementCase, beside)), state };
    await this.cases.change(tx, context.viewer, { id }, expectedVersion, columns);
    const moved = Object.assign(new EnforcementCase(), enforcementCase, columns, { version: expectedVersion + 1 });
    const step = { action, from, note, legalBasis, receivedBefore: enforcementCase.receivingDivisionCode };
    return together(await this.recorded(tx, context, moved, step), beside);
  }

  /** After a reclaim the rule of the grant says who goes on with open cases; a term that ran out is over. */
  private async refuseEnded(tx: EntityManager, { grantId, powerId }: EnforcementCase): Promise<void> {
    const item = await unchanging(tx.createQueryBuilder(GrantedPower, 'item')).where({ grantId, powerId }).getOne();
    if (item?.letsCasesGoOn(dayOf(this.clock()))) return;
    upheld(
      refusal(
        'POWER_ENDED',
        '该事项的权限已收回或者到期，本机关不能继续办理，应当移送（行政处罚法第十七条、第二十四条）',
        'The power has ended and the case is not this organ’s to go on with: transfer it (行政处罚法 §17, §24)',
      ),
    );
  }

  /** The step of a case that begins, or has moved: on record, and told. */
  async recorded(
    tx: EntityManager,
    context: Pick<RequestContext, 'viewer'>,
    enforcementCase: EnforcementCase,
    step: {
      readonly action: string;
      readonly from: CaseState | null;
      readonly note?: string | null;
      readonly legalBasis?: string;
      readonly receivedBefore?: string | null;
    },
  ): Promise<Done<EnforcementCase>> {
    await recordStep(tx, this.clock, context, subjectOf(enforcementCase), { ...step, to: enforcementCase.state });
    await this.follow(tx, enforcementCase, step.action);
    return doneOn(enforcementCase, step.action, step.receivedBefore ?? null);
  }

  /** One record of this case, or a refusal. */
  async recordOf<R extends CaseRecord>(
    tx: EntityManager,
    entity: EntityTarget<R>,
    enforcementCase: EnforcementCase,
    id: string,
    [zh, en]: readonly [string, string],
  ): Promise<R> {
    const record = await tx.findOneBy(entity, { id } as never);
    if (record?.id !== id || record.caseId !== enforcementCase.id) throw recordNotFound(zh, en);
    return record;
  }
}

const handledToo = ({ handledBy }: EnforcementCase, { subject }: Viewer): CaseColumns =>
  subject === null || handledBy.includes(subject) ? {} : { handledBy: [...handledBy, subject] };

/** The step changes the case where it lies, whoever takes it. */
const inIts = (viewer: Viewer, { divisionCode }: EnforcementCase) => ({ viewer: { ...viewer, divisions: [{ code: divisionCode }] } });

export function subjectOf({ id, divisionCode }: EnforcementCase): TimelineSubject {
  return { type: 'EnforcementCase', id, divisionCode };
}

/** An action as events are called: fileCase → FILE_CASE. */
const eventWord = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What others hear of it: no personal data, whoever may see it asks for it. */
function doneOn(enforcementCase: EnforcementCase, action: string, receivedBefore: string | null): Done<EnforcementCase> {
  const { id, divisionCode, receivingDivisionCode, state, version, procedure, domain } = enforcementCase;
  return {
    result: enforcementCase,
    on: [{ type: 'EnforcementCase', id, divisionCode }],
    events: [
      {
        type: `CASE_${eventWord(action)}`,
        subjectType: 'EnforcementCase',
        subjectId: id,
        divisionCode,
        payload: { state, version, procedure, domain },
        concerns: receivingDivisionCode === null ? [] : [receivingDivisionCode],
        concernsNoMore: receivedBefore === null || receivedBefore === receivingDivisionCode ? [] : [receivedBefore],
      },
    ],
  };
}
