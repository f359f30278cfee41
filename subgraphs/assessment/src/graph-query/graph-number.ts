import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { type StatedQuery, variablesAskedBy } from './graph-query-check';
import { type AskedAbout, variablesFor } from './query-variables';
import { numberAt, pathOf } from './result-path';

type Answer = Readonly<Record<string, unknown>>;

/** What the graph answers about one subject, within the divisions of who holds the round. */
export function askGraph(graph: GraphClient, query: string, about: AskedAbout): Promise<Answer> {
  const asked = variablesAskedBy(query);
  const variables = Object.fromEntries(Object.entries(variablesFor(about)).filter(([name]) => asked.has(name)));
  return graph.ask(query, variables, { within: [about.divisionCode] });
}

/** The number in it, as an exact decimal's text; null where the answer has nothing at the path. */
export async function askNumber(graph: GraphClient, { query, answerPath }: StatedQuery, about: AskedAbout): Promise<string | null> {
  return numberAt(await askGraph(graph, query!, about), pathOf(answerPath!));
}
