import { v7 as uuid } from 'uuid';
import type { GraphAnswer, GraphEvidence, NotAnswered } from '../round/graph-evidence';
import type { AppraisalRound } from '../round/round.entity';
import type { RoundEvidence } from '../round/round-evidence.entity';
import type { RoundSubject } from '../round/round-subject.entity';
import type { SchemeIndicator } from '../scheme/scheme.parts';

/** Of so many subjects the graph is asked at once: enough that nobody waits for the wire, and no more than the gateway takes in one request. */
const AT_ONCE = 10;

type Answered = GraphAnswer | NotAnswered;

/** Asks the graph what the indicators measure, of each subject in its order; where several read one query, it is asked once. */
export async function gatherEvidence(
  graph: GraphEvidence,
  round: AppraisalRound,
  indicators: readonly SchemeIndicator[],
  subjects: readonly RoundSubject[],
  now: () => Date,
): Promise<RoundEvidence[]> {
  const asked = [...new Set(indicators.map(({ query }) => query))].map((query) => indicators.filter((each) => each.query === query));
  const answersOf = async (subject: RoundSubject): Promise<ReadonlyMap<SchemeIndicator, Answered>> => {
    const answers = await Promise.all(asked.map((alike) => graph.answers(alike, subject, round)));
    return new Map(asked.flatMap((alike, at) => alike.map((indicator, index) => [indicator, answers[at]![index]!] as const)));
  };
  const gathered: RoundEvidence[] = [];
  for (let from = 0; from < subjects.length; from += AT_ONCE) {
    const some = subjects.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map(answersOf));
    for (const [at, { id: roundSubjectId }] of some.entries())
      for (const indicator of indicators) {
        const { id: roundId, divisionCode, calculationCount } = round;
        const place = { id: uuid(), roundId, divisionCode, calculation: calculationCount + 1, roundSubjectId, indicator: indicator.code };
        gathered.push({ ...place, ...evidenceOf(answers[at]!.get(indicator)!, indicator, now()) });
      }
  }
  return gathered;
}

/** What is no number is kept as it was answered, and scores nothing. */
function evidenceOf(found: Answered, { query = null }: SchemeIndicator, askedAt: Date) {
  if ('notScored' in found) return { query, answer: null, value: null, notScored: found.notScored, askedAt };
  const isNumber = /^-?\d{1,18}(\.\d{1,18})?$/.test(found.value);
  return { ...found, value: isNumber ? found.value : null, notScored: isNumber ? null : 'NOT_A_NUMBER' };
}
