import type { OpenSubgraph } from '@township-graph/commands/open-subgraphs';
import { type GraphQLObjectType, isUnionType } from 'graphql';
import { OWNERS } from './owners';
import type { Selections } from './selection';
import type { Asker } from './viewers';
import type { Answer, Answers, Question } from './walk';
import type { World } from './world';

/** Rows as the gateway asks a subgraph for them: by each key of each entity. */
export interface Reference extends Question {
  readonly subgraph: OpenSubgraph;
  /** The key by which rows of another subgraph are asked for: whoever does not have them repeats it, and tells nothing by that. */
  readonly repeated: string | null;
}

/** References to every row there is, by every key under which a subgraph answers for its type. */
export function referencesTo(subgraphs: readonly OpenSubgraph[], world: World, selections: Selections): Reference[] {
  return subgraphs.flatMap((subgraph) =>
    entitiesOf(subgraph).flatMap((type) =>
      keysOf(type).map((key) => ({
        name: `${subgraph.name}._entities(${type.name}.${key})`,
        subgraph,
        repeated: world.keeps(subgraph.name, type.name) ? null : key,
        text: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type.name} { ${selections.whole(type)} ${selections.beyond(type)} } } }`,
        variables: { representations: world.valuesOf(type.name, key, OWNERS).map((value) => ({ __typename: type.name, [key]: value })) },
      })),
    ),
  );
}

/** Asks the subgraphs as the gateway would for each of these viewers. */
export async function resolved(references: readonly Reference[], askers: readonly Asker[]): Promise<Answers> {
  const answers = new Map<Asker, Answer[]>();
  for (const asker of askers) answers.set(asker, await Promise.all(references.map((reference) => resolve(reference, asker))));
  return answers;
}

async function resolve({ subgraph, repeated, ...question }: Reference, { viewer }: Asker): Promise<Answer> {
  const context = { viewer, requestId: 'the-walk-through-all', locale: 'zh', purpose: null } as const;
  const result = await subgraph.execute({ query: question.text, variables: question.variables, context });
  const entities = (result.data?._entities ?? []) as (Record<string, unknown> | null)[];
  if (repeated) for (const entity of entities) if (entity) delete entity[repeated];
  return { question, status: 200, headers: '', body: JSON.stringify(result) };
}

export function entitiesOf({ schema }: OpenSubgraph): readonly GraphQLObjectType[] {
  const entities = schema.getType('_Entity');
  return isUnionType(entities) ? entities.getTypes() : [];
}

/** What its @key directives name. */
export function keysOf({ astNode }: GraphQLObjectType): string[] {
  const keys = astNode?.directives?.filter(({ name }) => name.value === 'key') ?? [];
  return keys.map(({ arguments: given }) => {
    const fields = given?.find(({ name }) => name.value === 'fields')?.value;
    if (fields?.kind !== 'StringValue' || !/^\w+$/.test(fields.value))
      throw new Error('A key of several fields: the walk does not know these yet');
    return fields.value;
  });
}
