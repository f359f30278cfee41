import type { SchemeIndicator } from '../scheme/scheme.parts';
import type { AppraisalRound } from './round.entity';
import type { RoundSubject } from './round-subject.entity';

/** What the graph said: the number, and what a reader needs to ask it again. */
export interface GraphAnswer {
  /** A decimal, as text. */
  readonly value: string;
  readonly query: string;
  /** As it came, JSON. */
  readonly answer: string;
  readonly askedAt: Date;
}

/** There is no number: the part is not scored, and says why, such as UNREACHABLE. */
export interface NotAnswered {
  readonly notScored: string;
}

/** Answers the indicators whose source is GRAPH_QUERY, for one subject of a round. Throws nothing: what fails is not scored. */
export interface GraphEvidence {
  /** Of indicators that read one query, in their order: it is asked once. */
  answers(alike: readonly SchemeIndicator[], subject: RoundSubject, round: AppraisalRound): Promise<readonly (GraphAnswer | NotAnswered)[]>;
}

/** Where no graph can be asked. */
export const UNREACHABLE_GRAPH: GraphEvidence = { answers: async (alike) => alike.map(() => ({ notScored: 'UNREACHABLE' })) };
