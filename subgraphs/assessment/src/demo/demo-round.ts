import { startOfDay } from '@township-graph/shared/clock';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { DemoRandom } from '@township-graph/shared/demo/random';
import { AppraisalResult } from '../result/result.entity';
import { resultRowsOf } from '../result/result-rows';
import { scoringInputsOf } from '../result/scoring-inputs';
import { AppraisalRound } from '../round/round.entity';
import { RoundState } from '../round/round.enums';
import { isRaterOf } from '../round/round.rules';
import { RoundCalculation } from '../round/round-calculation.entity';
import { RoundParticipant } from '../round/round-participant.entity';
import { participantsOf } from '../round/round-participants';
import { RoundRater } from '../round/round-rater.entity';
import { RoundSubject } from '../round/round-subject.entity';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import type { SubjectKind } from '../scheme/scheme.enums';
import { Scorecard } from '../scorecard/scorecard.entity';
import { digestOf } from '../scoring/digest';
import { score } from '../scoring/scoring';
import { demoScheme, itemId, LISTED, type ListedCode, YEAR } from './demo-lists';

/** What is appraised, and who rates, of a round that is over. */
export interface DemoPart {
  readonly divisionCode: string;
  readonly key: string;
  readonly organizationCode?: string | null;
}

/** Scores are spread from here, in tenths, over so many. */
const LEAST_TENTHS = 720;
const SPREAD_TENTHS = 270;

/** A round that was held, scored, published and confirmed: its results are those that the same cards give whoever computes them. */
export class DemoRound {
  readonly round: AppraisalRound;
  readonly scheme: AppraisalScheme;
  readonly subjects: RoundSubject[];
  readonly raters: RoundRater[];
  readonly cards: Scorecard[];
  readonly results: AppraisalResult[];
  readonly calculation: RoundCalculation;
  readonly participants: RoundParticipant[];

  constructor(code: ListedCode, subjects: readonly DemoPart[], raters: readonly DemoPart[]) {
    const id = demoId(`appraisal-round:${LANKAO}:${YEAR}:${code}`);
    this.scheme = demoScheme(code);
    const [group] = this.scheme.raters;
    this.subjects = subjects.map((part) => subjectOf(id, LISTED[code].kinds[0], part));
    this.raters = raters.map((part) => raterOf(id, group!.code, part));
    this.participants = participantsOf(id, [...this.subjects, ...this.raters]);
    this.round = Object.assign(new AppraisalRound(), HELD, {
      id,
      catalogueItemId: itemId(code),
      schemeId: this.scheme.id,
      kind: this.scheme.kind,
      subjectKind: this.scheme.subjectKind,
      name: `${YEAR} 年${LISTED[code].name}`,
      participants: this.participants.map(({ divisionCode }) => divisionCode).sort(),
    });
    this.cards = this.cardsOf(code);
    const { round, scheme } = this;
    const given = { round, scheme, subjects: this.subjects, raters: this.raters, cards: this.cards, adjustments: [], evidence: [] };
    const inputs = JSON.stringify(scoringInputsOf(given));
    const outcomes = score(JSON.parse(inputs));
    this.calculation = Object.assign(new RoundCalculation(), {
      id: demoId(`round-calculation:${id}`),
      roundId: id,
      divisionCode: LANKAO,
      number: 1,
      calculatedAt: startOfDay(`${YEAR + 1}-01-12`),
      inputs,
      inputsDigest: digestOf(inputs),
      outcomesDigest: digestOf(JSON.stringify(outcomes)),
    });
    const settled = outcomes.map((outcome) => ({ ...outcome, isTied: false }));
    this.results = resultRowsOf(round, scheme, this.subjects, settled, (subjectId) => demoId(`appraisal-result:${subjectId}`)).map((row) =>
      Object.assign(new AppraisalResult(), row, {
        divisionCode: row.subjectDivisionCode,
        isPublished: true,
        confirmedAt: HELD.confirmedAt,
      }),
    );
  }

  private cardsOf(code: ListedCode): Scorecard[] {
    const random = new DemoRandom(`appraisal cards ${code}`);
    return this.subjects.flatMap((subject) =>
      this.raters
        .filter((rater) => isRaterOf(rater, subject, this.scheme.appraisedUnit))
        .map((rater) =>
          Object.assign(new Scorecard(), {
            id: demoId(`scorecard:${subject.id}:${rater.id}`),
            roundId: this.round.id,
            roundSubjectId: subject.id,
            raterId: rater.id,
            divisionCode: rater.divisionCode,
            roundDivisionCode: LANKAO,
            scores: this.scheme.indicators.map(({ code: indicator }) => ({
              indicator,
              score: tenths(LEAST_TENTHS + random.below(SPREAD_TENTHS)),
            })),
            submittedAt: startOfDay(`${YEAR + 1}-01-06`),
            isLate: false,
            changeReason: null,
            version: 1,
          }),
        ),
    );
  }
}

const tenths = (count: number) => `${Math.floor(count / 10)}.${count % 10}`;

function subjectOf(
  roundId: string,
  subjectKind: SubjectKind,
  { divisionCode, key: subjectKey, organizationCode = null }: DemoPart,
): RoundSubject {
  const id = demoId(`round-subject:${roundId}:${subjectKey}`);
  return Object.assign(new RoundSubject(), { id, roundId, divisionCode, subjectKind, subjectKey, organizationCode });
}

function raterOf(roundId: string, groupCode: string, { divisionCode, key: creditCode }: DemoPart): RoundRater {
  const id = demoId(`round-rater:${roundId}:${creditCode}`);
  return Object.assign(new RoundRater(), { id, roundId, divisionCode, roundDivisionCode: LANKAO, groupCode, creditCode, account: null });
}

const HELD = {
  divisionCode: LANKAO,
  year: YEAR,
  periodFrom: `${YEAR}-01-01`,
  periodTo: `${YEAR}-12-31`,
  scoringUntil: `${YEAR + 1}-01-09`,
  bundles: [],
  state: RoundState.CONFIRMED,
  version: 6,
  calculationCount: 1,
  undecidedTies: 0,
  pendingAppeals: 0,
  publicUntil: `${YEAR + 1}-01-20`,
  openedAt: startOfDay(`${YEAR + 1}-01-04`),
  confirmedAt: startOfDay(`${YEAR + 1}-01-21`),
  isDemonstration: true,
};
