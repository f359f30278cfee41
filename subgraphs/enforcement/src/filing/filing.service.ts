import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DECISION_CLOCK, DECISION_RULE, PRE_CHECK_CLOCK } from '../case/case.deadlines';
import { EnforcementCase } from '../case/case.entity';
import { CaseProcedure, type CaseSource, CaseState } from '../case/case.enums';
import { invalid, upheld } from '../case/case.errors';
import { type CaseColumns, type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { NumberKind } from '../case-number/case-number.rules';
import { nextNumber, refuseTaken } from '../case-number/next-number';
import { refuseRecused } from '../recusal/recused-officers';
import type { CaseGround, Ground, GroundGiven } from './case-ground';
import { assign, functionsOf } from './case-team';
import { CaseFunction } from './filing.enums';
import { NEW_CASE } from './new-case';
import { separationRefusal } from './separation.rules';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

export interface ClueGiven extends Keyed {
  readonly divisionCode: string;
  readonly source: CaseSource;
  readonly facts: string;
  readonly place: string;
}

export interface FileGiven extends GroundGiven, Keyed {
  readonly clueId?: string | null;
  readonly expectedVersion?: number | null;
  readonly source: CaseSource;
  readonly note?: string | null;
}

export interface DismissGiven extends CaseMoveGiven {
  readonly reason: string;
  readonly passedOnTo?: string | null;
}

export interface AssignGiven extends CaseMoveGiven {
  readonly officerIds: readonly string[];
  readonly reason: string;
}

const FILING_BASIS = '行政处罚法§54②';

/** From the clue to the filed case. */
export class FilingService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly ground: CaseGround,
  ) {}

  registerClue(context: RequestContext, input: ClueGiven): Promise<EnforcementCase> {
    const { divisionCode, source } = input;
    const facts = words('facts', input.facts, 2000);
    const place = words('place', input.place, 200);
    return this.moving.begin(context, input, {
      name: 'registerClue',
      make: () => {
        this.ground.actingIn(context, divisionCode);
        const openedOn = dayOf(this.moving.clock());
        const known = { id: uuid(), divisionCode, source, facts, place, openedOn, discoveredOn: openedOn };
        return Object.assign(new EnforcementCase(), NEW_CASE, known);
      },
    });
  }

  checkClue(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'checkClue',
      needs: 'enforcement:handle',
      action: 'checkClue',
      legalBasis: '行政处罚法§54①',
      change: async (tx, clue) => {
        await this.moving.deadlines.start(tx, subjectOf(clue), PRE_CHECK_CLOCK, this.moving.settings.preCheck);
        return {};
      },
    });
  }

  dismissClue(context: RequestContext, input: DismissGiven): Promise<EnforcementCase> {
    const reason = words('reason', input.reason, 400);
    const passedOn = input.passedOnTo?.trim() ? `；移交：${words('passedOnTo', input.passedOnTo, 80)}` : '';
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name: 'dismissClue',
        needs: 'enforcement:handle',
        action: 'dismissClue',
        change: async (tx, { id }) => {
          await this.moving.deadlines.meet(tx, id, PRE_CHECK_CLOCK);
          return { endReason: `${reason}${passedOn}`, endedAt: this.moving.clock() };
        },
      },
    );
  }

  fileCase(context: RequestContext, input: FileGiven): Promise<EnforcementCase> {
    const { clueId, expectedVersion } = input;
    if (!clueId) return this.fileAnew(context, input);
    if (typeof expectedVersion !== 'number')
      throw invalid('VERSION_MISSING', '由线索立案须提供线索的版本号', 'Say which version of the clue was read');
    return this.moving.move(
      context,
      { ...input, caseId: clueId, expectedVersion },
      {
        name: 'fileCase',
        needs: 'enforcement:handle',
        action: 'fileCase',
        legalBasis: FILING_BASIS,
        change: async (tx, clue) => {
          if (clue.divisionCode !== input.divisionCode)
            throw invalid('DIVISION_DISAGREES', '立案区划与线索不一致', 'The clue is another division’s');
          const ground = await this.ground.prepare(tx, context, input);
          await this.moving.deadlines.meet(tx, clue.id, PRE_CHECK_CLOCK);
          return this.filed(tx, context, clue, ground);
        },
      },
    );
  }

  /** Others investigate from now on, such as after a recusal (§43). */
  assignCaseOfficers(context: RequestContext, input: AssignGiven): Promise<EnforcementCase> {
    const note = words('reason', input.reason, 500);
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'assignCaseOfficers',
        needs: 'enforcement:manage',
        action: 'assignOfficers',
        legalBasis: '行政处罚法§42、§43',
        change: async (tx, enforcementCase) => {
          const now = this.moving.clock();
          await this.ground.team(tx, input.officerIds, enforcementCase.divisionCode, dayOf(now));
          await refuseRecused(tx, enforcementCase.id, input.officerIds);
          upheld(separationRefusal({ ...(await functionsOf(tx, enforcementCase.id)), investigators: input.officerIds }));
          await assign(tx, enforcementCase, CaseFunction.INVESTIGATOR, input.officerIds, now);
          return { isShortOfOfficers: false };
        },
      },
    );
  }

  private fileAnew(context: RequestContext, input: FileGiven): Promise<EnforcementCase> {
    const { divisionCode, source } = input;
    return this.moving.begin(context, input, {
      name: 'fileCase',
      legalBasis: FILING_BASIS,
      make: async (tx) => {
        this.ground.actingIn(context, divisionCode);
        const ground = await this.ground.prepare(tx, context, input);
        const known = { id: uuid(), divisionCode, source, openedOn: dayOf(this.moving.clock()), state: CaseState.FILED };
        const opened = Object.assign(new EnforcementCase(), NEW_CASE, known);
        return Object.assign(opened, await this.filed(tx, context, opened, ground));
      },
    });
  }

  /** Columns, clock, number and officers of what is filed now. */
  private async filed(
    tx: EntityManager,
    { viewer }: RequestContext,
    enforcementCase: EnforcementCase,
    { columns, held, officers }: Ground,
  ): Promise<CaseColumns> {
    const { deadlines, clock, settings } = this.moving;
    const filedAt = clock();
    const caseNumber = await nextNumber(tx, settings.numbers, NumberKind.CASE, held.inNameOf, filedAt);
    await refuseTaken(tx, EnforcementCase, 'caseNumber', caseNumber);
    await assign(
      tx,
      enforcementCase,
      CaseFunction.INVESTIGATOR,
      officers.map(({ id }) => id),
      filedAt,
    );
    const { dueAt: decideBy } = await deadlines.start(tx, subjectOf(enforcementCase), DECISION_CLOCK, DECISION_RULE, filedAt);
    return { ...columns, procedure: CaseProcedure.ORDINARY, caseNumber, filedAt, decideBy, handledBy: [viewer.subject!] } as CaseColumns;
  }
}
