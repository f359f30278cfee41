import { addDays } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import type { RequestContext } from '@township-graph/shared/context';
import { Course } from '@township-graph/shared/course/course';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { CommandsWithin } from '@township-graph/shared/demo/commands-within';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Scope } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { CalculationService } from '../result/calculation.service';
import { ConfirmationService } from '../result/confirmation.service';
import { UNREACHABLE_GRAPH } from '../round/graph-evidence';
import { AppraisalRound } from '../round/round.entity';
import { ROUNDS } from '../round/round.kind';
import { RoundService } from '../round/round.service';
import { RoundRater } from '../round/round-rater.entity';
import { RoundSubject } from '../round/round-subject.entity';
import { ScorecardService } from '../scorecard/scorecard.service';
import { settingsFrom } from '../settings';
import { itemId, LISTED, organizerOf, schemeId } from './demo-lists';
import type { DemoRound } from './demo-rounds';

const TEN_O_CLOCK_MS = 10 * 60 * 60 * 1000;

/** Holds rounds of a year by the commands that users send, each at its time: what is not allowed is refused here too. */
export class DemoDesk {
  private time = new Date(0);
  private readonly within: CommandsWithin;
  private readonly rounds: RoundService;
  private readonly cards: ScorecardService;
  private readonly calculation: CalculationService;
  private readonly confirmation: ConfirmationService;

  constructor(
    private readonly tx: EntityManager,
    private readonly year: number,
  ) {
    const clock = () => this.time;
    const database = tx.connection;
    this.within = new CommandsWithin({ database, clock, journal: writesOf('assessment', { database, clock }).journal });
    this.within.tx = tx;
    const rows = new ScopedRepository(tx, AppraisalRound, { division: 'divisionCode', readScope: 'assessment:read' }, clock);
    const course = new Course(ROUNDS, this.within, rows, new Deadlines(clock), clock);
    this.rounds = new RoundService(course);
    this.cards = new ScorecardService(this.within, clock, tx);
    this.calculation = new CalculationService(course, UNREACHABLE_GRAPH, tx);
    this.confirmation = new ConfirmationService(course, settingsFrom());
  }

  /** From the list to what is confirmed. What others are told of goes to `told`. */
  async hold(planned: DemoRound, told: NonNullable<CommandsWithin['told']>): Promise<AppraisalRound> {
    this.within.told = told;
    const organizer = seat(organizerOf(planned.code).creditCode!, LANKAO, 'assessment:manage');
    const opened = await this.open(planned, organizer);
    await this.tx.update(AppraisalRound, { id: opened.id }, { isDemonstration: true } as never);
    const scoring = await this.rounds.startScoring(organizer, moveOf(opened));
    await this.score(planned, opened.id);
    const calculated = await this.on('01-12').calculation.calculateRound(organizer, moveOf(scoring));
    const published = await this.confirmation.publishRound(organizer, moveOf(calculated));
    this.time = tenOClock(addDays(published.publicUntil!, 1));
    return this.confirmation.confirmRound(organizer, moveOf(published));
  }

  private open({ code, subjects, raters }: DemoRound, organizer: RequestContext): Promise<AppraisalRound> {
    const { year } = this;
    return this.on('01-04').rounds.openRound(organizer, {
      divisionCode: LANKAO,
      catalogueItemId: itemId(code),
      schemeId: schemeId(code),
      name: `${year} 年${LISTED[code].name}`,
      periodFrom: `${year}-01-01`,
      periodTo: `${year}-12-31`,
      scoringUntil: `${year + 1}-01-09`,
      subjects,
      raters,
    });
  }

  private async score({ cards }: DemoRound, roundId: string): Promise<void> {
    this.on('01-06');
    const subjects = new Map((await this.tx.findBy(RoundSubject, { roundId })).map(({ subjectKey, id }) => [subjectKey, id]));
    const raters = new Map((await this.tx.findBy(RoundRater, { roundId })).map(({ creditCode, id }) => [creditCode, id]));
    for (const { subjectKey, rater, scores } of cards)
      await this.cards.submitScorecard(seat(rater.creditCode, rater.divisionCode, 'assessment:score'), {
        raterId: raters.get(rater.creditCode)!,
        roundSubjectId: subjects.get(subjectKey)!,
        scores,
      });
  }

  /** At ten in the morning of a day after the year. */
  private on(day: string): this {
    this.time = tenOClock(`${this.year + 1}-${day}`);
    return this;
  }
}

const tenOClock = (day: string): Date => new Date(startOfDay(day).getTime() + TEN_O_CLOCK_MS);

const moveOf = ({ id: roundId, version: expectedVersion }: AppraisalRound) => ({ roundId, expectedVersion });

function seat(organization: string, divisionCode: string, scope: Scope): RequestContext {
  const viewer = {
    subject: `demo:${organization}`,
    name: '示例工作人员',
    organization,
    divisions: [{ code: divisionCode }],
    scopes: ['assessment:read', scope] as const,
  };
  return { viewer, requestId: 'demo', locale: 'zh', purpose: null };
}
