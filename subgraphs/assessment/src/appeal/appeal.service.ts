import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { conflict, DomainError, NotFound } from '@township-graph/shared/errors';
import { held } from '@township-graph/shared/held';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import { words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { divisionsOf, sees, systemViewer, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AppraisalResult } from '../result/result.entity';
import { withdrawResults } from '../result/result-publicity';
import { AppraisalRound } from '../round/round.entity';
import { RoundAction } from '../round/round.enums';
import type { RoundStanding } from '../round/round.machine';
import { SubjectKind } from '../scheme/scheme.enums';
import type { AssessmentSettings } from '../settings';
import { Appeal } from './appeal.entity';
import { AppealAction, AppealState } from './appeal.enums';

export interface FileAppeal {
  readonly idempotencyKey?: string | null;
  readonly resultId: string;
  readonly grounds: string;
}

export interface DecideAppeal {
  readonly idempotencyKey?: string | null;
  readonly appealId: string;
  readonly expectedVersion: number;
  readonly action: AppealAction;
  readonly decision: string;
}

const CLOCK = 'APPEAL';

const notTheSubject = () =>
  new DomainError('FORBIDDEN', 'NOT_THE_SUBJECT', {
    zh: '申诉由被考核的单位（人员）提出',
    en: 'An appeal is filed by the one that was appraised',
  });

const appealedAlready = () =>
  conflict('APPEALED_ALREADY', { zh: '该结果已有待复核的申诉', en: 'There is an appeal against that result that is not decided' });

const decidedAlready = (state: AppealState) =>
  conflict('DECIDED_ALREADY', { zh: '该申诉已作出决定', en: 'That appeal is decided' }, { state });

/** Appeals move their round: nothing is confirmed while one is not decided, and one that is right opens the scoring again. */
export class AppealService {
  private readonly asKept: ResultForm<Appeal>;

  constructor(
    private readonly commands: Commands,
    private readonly rounds: Course<AppraisalRound, RoundAction, 'OPEN', RoundStanding>,
    private readonly deadlines: Deadlines,
    private readonly settings: AssessmentSettings,
    private readonly clock: Clock,
    manager: EntityManager,
  ) {
    this.asKept = rowResult(manager, Appeal);
  }

  fileAppeal(context: RequestContext, input: FileAppeal): Promise<Appeal> {
    const work = async (tx: EntityManager): Promise<Done<Appeal>> => {
      const result = await tx.findOneBy(AppraisalResult, { id: input.resultId });
      if (!result?.isPublished || !sees(context.viewer, result.divisionCode, this.clock))
        throw new NotFound({ zh: '该考核结果', en: 'Result' });
      if (!isSubject(context.viewer, result, this.clock)) throw notTheSubject();
      const round = await held(tx.createQueryBuilder(AppraisalRound, 'round'))
        .where('round.id = :id', { id: result.roundId })
        .getOneOrFail();
      if (await tx.existsBy(Appeal, { resultId: result.id, state: AppealState.FILED })) throw appealedAlready();
      const appeal = Object.assign(new Appeal(), NEW, {
        id: uuid(),
        roundId: round.id,
        resultId: result.id,
        divisionCode: result.divisionCode,
        roundDivisionCode: round.divisionCode,
        grounds: words('grounds', input.grounds, 2000),
        filedAt: this.clock(),
      });
      await insertAll(tx, Appeal, [appeal]);
      await this.deadlines.start(tx, { type: 'Appeal', ...appeal }, CLOCK, this.settings.appeal);
      await recordStep(tx, this.clock, context, { type: 'Appeal', ...appeal }, { action: 'fileAppeal', from: null, to: appeal.state });
      // The round is not the appellant's: the system moves it, for the appeal is what moves it.
      const actor = { viewer: systemViewer('fileAppeal', [round.divisionCode]) };
      const moved = await this.rounds.move(tx, actor, round, RoundAction.APPEAL, { pendingAppeals: round.pendingAppeals + 1 });
      return done(appeal, 'APPEAL_FILED', moved);
    };
    return this.commands.run(context, { name: 'fileAppeal', needs: 'assessment:score', input, result: this.asKept, work });
  }

  decideAppeal(context: RequestContext, input: DecideAppeal): Promise<Appeal> {
    const work = async (tx: EntityManager): Promise<Done<Appeal>> => {
      const appeal = await tx.findOneBy(Appeal, { id: input.appealId });
      if (!appeal || !sees(context.viewer, appeal.roundDivisionCode, this.clock)) throw new NotFound({ zh: '该申诉', en: 'Appeal' });
      const round = await held(tx.createQueryBuilder(AppraisalRound, 'round'))
        .where('round.id = :id', { id: appeal.roundId })
        .getOneOrFail();
      if (appeal.state !== AppealState.FILED) throw decidedAlready(appeal.state);
      const isGranted = input.action === AppealAction.GRANT;
      const state = isGranted ? AppealState.GRANTED : AppealState.MAINTAINED;
      const decision = words('decision', input.decision, 2000);
      const change = { state, decision, decidedAt: this.clock(), version: appeal.version + 1 };
      const { affected } = await tx.update(Appeal, { id: appeal.id, version: input.expectedVersion }, change);
      if (affected !== 1) throw staleVersion(input.expectedVersion);
      await this.deadlines.meet(tx, appeal.id, CLOCK);
      await recordStep(
        tx,
        this.clock,
        context,
        { type: 'Appeal', ...appeal },
        { action: 'decideAppeal', from: appeal.state, to: state, note: decision.slice(0, 400) },
      );
      const pendingAppeals = round.pendingAppeals - 1;
      const moved = isGranted
        ? await this.rounds.move(tx, context, round, RoundAction.REOPEN, { pendingAppeals, publicUntil: null })
        : await this.rounds.move(tx, context, round, RoundAction.MAINTAIN, { pendingAppeals });
      const withdrawn = isGranted ? await withdrawResults(tx, round) : [];
      const told = done(await tx.findOneByOrFail(Appeal, { id: appeal.id }), 'APPEAL_DECIDED', moved);
      return { ...told, events: [...told.events!, ...withdrawn] };
    };
    return this.commands.run(context, { name: 'decideAppeal', needs: 'assessment:manage', input, result: this.asKept, work });
  }
}

/** Who was appraised, or speaks for it: nobody above it does. */
export function isSubject(
  viewer: Viewer,
  { subjectKind, subjectKey, subjectDivisionCode, organizationCode }: AppraisalResult,
  clock: Clock,
): boolean {
  const isOfPlace = () => divisionsOf(viewer, clock).includes(subjectDivisionCode);
  switch (subjectKind) {
    case SubjectKind.DIVISION:
      return isOfPlace();
    case SubjectKind.ORGANIZATION:
      return viewer.organization === subjectKey;
    case SubjectKind.STAFF_MEMBER:
      return viewer.subject === subjectKey || (organizationCode === null ? isOfPlace() : viewer.organization === organizationCode);
  }
}

function done(appeal: Appeal, type: string, { on, events = [] }: Done<AppraisalRound>): Done<Appeal> {
  const { id, divisionCode, roundDivisionCode, state, version, resultId } = appeal;
  const event = {
    type,
    subjectType: 'Appeal',
    subjectId: id,
    divisionCode,
    concerns: [roundDivisionCode],
    payload: { state, version, resultId },
  };
  return { result: appeal, on: [{ type: 'Appeal', id, divisionCode }, ...on], events: [event, ...events] };
}

const NEW = { decision: null, state: AppealState.FILED, version: 1, decidedAt: null };
