import type { Clock } from '@township-graph/shared/clock';
import { DomainError } from '@township-graph/shared/errors';
import { type GraphClient, GraphUnanswered } from '@township-graph/shared/graph-client/graph-client';
import type { GraphAnswer, GraphEvidence, NotAnswered } from '../round/graph-evidence';
import type { AppraisalRound } from '../round/round.entity';
import type { RoundSubject } from '../round/round-subject.entity';
import { askNumber } from './graph-number';
import type { StatedQuery } from './graph-query-check';

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

  async answer(
    indicator: StatedQuery,
    subject: Pick<RoundSubject, 'subjectKind' | 'subjectKey'>,
    round: Pick<AppraisalRound, 'divisionCode' | 'periodFrom' | 'periodTo'>,
  ): Promise<GraphAnswer | NotAnswered> {
    const { divisionCode, periodFrom, periodTo } = round;
    const { subjectKind, subjectKey } = subject;
    const askedAt = this.clock();
    try {
      const { value, data } = await askNumber(this.graph, indicator, { divisionCode, periodFrom, periodTo, subjectKind, subjectKey });
      if (value === null) return { notScored: 'NO_VALUE' };
      return { value, query: indicator.query!, answer: bounded(JSON.stringify(data)), askedAt };
    } catch (error) {
      return { notScored: reasonOf(error) };
    }
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
