import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { type StatedQuery, variablesAskedBy } from './graph-query-check';
import { type AskedAbout, variablesFor } from './query-variables';
import { numberAt, pathOf } from './result-path';

export interface GraphNumber {
  /** As an exact decimal's text; null where the answer has nothing at the path. */
  readonly value: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Asks for the number of one subject, within the divisions of who holds the round. */
export async function askNumber(graph: GraphClient, { query, answerPath }: StatedQuery, about: AskedAbout): Promise<GraphNumber> {
  const asked = variablesAskedBy(query!);
  const variables = Object.fromEntries(Object.entries(variablesFor(about)).filter(([name]) => asked.has(name)));
  const data = await graph.ask(query!, variables, { within: [about.divisionCode] });
  return { value: numberAt(data, pathOf(answerPath!)), data };
}
