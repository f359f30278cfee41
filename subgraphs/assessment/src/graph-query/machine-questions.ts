import type { Clock } from '@township-graph/shared/clock';
import { DomainError } from '@township-graph/shared/errors';
import { type GraphClient, GraphUnanswered } from '@township-graph/shared/graph-client/graph-client';
import type { GraphAnswer, GraphEvidence, NotAnswered } from '../round/graph-evidence';
import type { AppraisalRound } from '../round/round.entity';
import type { RoundSubject } from '../round/round-subject.entity';
import { askGraph } from './graph-number';
import type { StatedQuery } from './graph-query-check';
import { numberAt, pathOf } from './result-path';

/** Of a long answer as many characters are kept; the number itself is kept besides. */
const KEPT_CHARACTERS = 8000;

/**
 * Asks the graph for what an indicator measures: as this subgraph's machine, which only reads, and within the divisions of who holds the
 * round. What is not answered whole is not scored, and nothing is put in its place.
 */
export class MachineQuestions implements GraphEvidence {
  constructor(
    private readonly graph: GraphClient,
    private readonly clock: Clock,
  ) {}

  async answers(
    alike: readonly StatedQuery[],
    { subjectKind, subjectKey }: Pick<RoundSubject, 'subjectKind' | 'subjectKey'>,
    { divisionCode, periodFrom, periodTo }: Pick<AppraisalRound, 'divisionCode' | 'periodFrom' | 'periodTo'>,
  ): Promise<readonly (GraphAnswer | NotAnswered)[]> {
    const { query } = alike[0]!;
    const askedAt = this.clock();
    try {
      const data = await askGraph(this.graph, query!, { divisionCode, periodFrom, periodTo, subjectKind, subjectKey });
      const answer = bounded(JSON.stringify(data));
      return alike.map(({ answerPath }) => numberIn(data, answerPath!, { query: query!, answer, askedAt }));
    } catch (error) {
      const notScored = reasonOf(error);
      return alike.map(() => ({ notScored }));
    }
  }
}

function numberIn(data: object, answerPath: string, asked: Omit<GraphAnswer, 'value'>): GraphAnswer | NotAnswered {
  try {
    const value = numberAt(data, pathOf(answerPath));
    return value === null ? { notScored: 'NO_VALUE' } : { value, ...asked };
  } catch (error) {
    return { notScored: reasonOf(error) };
  }
}

function bounded(answer: string): string {
  return answer.length <= KEPT_CHARACTERS ? answer : `${answer.slice(0, KEPT_CHARACTERS)}…`;
}

/** `UNREACHABLE: SUBGRAPH_TIMED_OUT`: what kept the number from coming, and by whose word. */
function reasonOf(error: unknown): string {
  if (error instanceof GraphUnanswered) return `${error.kind}: ${error.reason}`.slice(0, 60);
  if (error instanceof DomainError) return error.reason;
  throw error;
}
