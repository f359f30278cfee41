import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { unchanging } from '@township-graph/shared/held';
import { insertAll } from '@township-graph/shared/insert-all';
import { words } from '@township-graph/shared/stated-text';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AppraisalRound } from '../round/round.entity';
import { RoundState } from '../round/round.enums';
import { notScoring, raterNotFound, subjectNotFound } from '../round/round.errors';
import { isOwnSubject, isRaterOf } from '../round/round.rules';
import { RoundRater } from '../round/round-rater.entity';
import { RoundSubject } from '../round/round-subject.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { SubjectKind } from '../scheme/scheme.enums';
import { changeCard, checkedScores } from './card-change';
import { type IndicatorScore, Scorecard } from './scorecard.entity';
import { cardExists, noCard, notTheRater, selfScoring } from './scorecard.errors';

export interface SubmitScorecard {
  readonly idempotencyKey?: string | null;
  readonly raterId: string;
  readonly roundSubjectId: string;
  readonly scores: readonly IndicatorScore[];
  readonly expectedVersion?: number | null;
  readonly reason?: string | null;
}

/** Cards come in from many raters at once: none waits for another, and the round waits for all that are on their way. */
export class ScorecardService {
  constructor(
    private readonly commands: Commands,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  submitScorecard(context: RequestContext, input: SubmitScorecard): Promise<Scorecard> {
    const result = rowResult(this.manager, Scorecard);
    return this.commands.run(context, {
      name: 'submitScorecard',
      needs: 'assessment:score',
      input,
      result,
      work: async (tx) => {
        const card = await this.written(tx, context.viewer, input);
        const { id, divisionCode, roundDivisionCode, version, isLate } = card;
        const event = {
          type: version === 1 ? 'SCORECARD_SUBMITTED' : 'SCORECARD_CHANGED',
          subjectType: 'Scorecard',
          subjectId: id,
          divisionCode,
          concerns: [roundDivisionCode],
          payload: { version, isLate, roundId: card.roundId },
        };
        return { result: card, on: [{ type: 'Scorecard', id, divisionCode }], events: [event] };
      },
    });
  }

  private async written(tx: EntityManager, viewer: Viewer, input: SubmitScorecard): Promise<Scorecard> {
    const { rater, subject, round } = await this.placed(tx, viewer, input);
    const scheme = await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId });
    if (isOwnSubject(rater, subject) || isSelf(viewer, subject)) throw selfScoring();
    if (!isRaterOf(rater, subject, scheme.appraisedUnit)) throw notTheRater();
    const now = this.clock();
    const scores = checkedScores(input.scores, scheme);
    const given = { scores, submittedAt: now, isLate: dayOf(now) > round.scoringUntil };
    const known = await tx.findOneBy(Scorecard, { roundSubjectId: subject.id, raterId: rater.id });
    if (known) {
      if (input.expectedVersion === null || input.expectedVersion === undefined) throw cardExists(known.version);
      return changeCard(tx, known, input.expectedVersion, { ...given, changeReason: words('reason', input.reason, 400) });
    }
    if (input.expectedVersion !== null && input.expectedVersion !== undefined) throw noCard();
    const { divisionCode, roundDivisionCode, id: raterId } = rater;
    const ids = { id: uuid(), roundId: round.id, roundSubjectId: subject.id, raterId };
    const card = Object.assign(new Scorecard(), { ...ids, divisionCode, roundDivisionCode, ...given, changeReason: null, version: 1 });
    await insertAll(tx, Scorecard, [card]);
    return card;
  }

  /** The rater that the viewer is, the subject, and their round, which nobody calculates until the card is in. */
  private async placed(tx: EntityManager, viewer: Viewer, { raterId, roundSubjectId }: SubmitScorecard) {
    const rater = await tx.findOneBy(RoundRater, { id: raterId });
    if (!rater || !sees(viewer, rater.divisionCode, this.clock)) throw raterNotFound();
    if (rater.creditCode === null ? rater.account !== viewer.subject : rater.creditCode !== viewer.organization) throw notTheRater();
    const round = await unchanging(tx.createQueryBuilder(AppraisalRound, 'round')).where('round.id = :id', { id: rater.roundId }).getOne();
    if (!round) throw raterNotFound();
    const subject = await tx.findOneBy(RoundSubject, { id: roundSubjectId, roundId: round.id });
    if (!subject) throw subjectNotFound();
    if (round.state !== RoundState.SCORING) throw notScoring(round.state);
    return { rater, subject, round };
  }
}

/** Who signs in is the subject, whatever rater they sign in for. */
const isSelf = ({ subject, organization }: Viewer, { subjectKind, subjectKey }: RoundSubject): boolean =>
  (subjectKind === SubjectKind.STAFF_MEMBER && subject === subjectKey) ||
  (subjectKind === SubjectKind.ORGANIZATION && organization === subjectKey);
