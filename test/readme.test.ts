import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildClientSchema, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { startWholeGraph, type TestGraph } from './whole-graph';

interface Shown {
  readonly query: string;
  readonly answer: string;
}

const ROOT = path.resolve(__dirname, '..');
const FRONT = ['README.md', 'README.zh-CN.md'];
const READMES = [...FRONT, ...['gateway', 'shared', ...subgraphs()].map((folder) => `${folder}/README.md`)];

function subgraphs(): string[] {
  return readdirSync(path.join(ROOT, 'subgraphs')).map((name) => `subgraphs/${name}`);
}

const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** The operations of a README, each by itself: those in its blocks, and the queries among its words, which have fields of fields. */
function operationsIn(file: string): OperationDefinitionNode[] {
  const text = textOf(file);
  const blocks = text.matchAll(/```graphql\n([\s\S]*?)```/g);
  const words = text.replace(/```[\s\S]*?```/g, '').matchAll(/`(\{ \w[^`\n]*\{[^`\n]*)`/g);
  return [...blocks, ...words]
    .flatMap(([, document]) => parse(document!, { noLocation: true }).definitions)
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** The queries of a README with the answers that stand beneath them as comments. */
function shownIn(file: string): Shown[] {
  const block = /```graphql\n([\s\S]*?)```/.exec(textOf(file))![1]!;
  return [...block.matchAll(/^(\{.*)\n((?:#.*\n)+)/gm)].map(([, query, comments]) => ({
    query: query!.replace(/ {2,}#.*$/, ''),
    answer: comments!
      .trim()
      .split('\n')
      .map((line) => line.slice(1).trim())
      .join(''),
  }));
}

describe('what the READMEs ask of the graph', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startWholeGraph();
  });

  afterAll(() => graph.stop());

  test('is there to be asked, and answered where nothing has to be filled in', async () => {
    const schema = buildClientSchema((await graph.ask(getIntrospectionQuery(), { token: graph.tokens.county })).data);
    const asked = READMES.flatMap((file) => operationsIn(file).map((operation) => ({ file, operation })));
    expect(new Set(asked.map(({ file }) => file)).size).toBeGreaterThanOrEqual(4);
    const wrong: unknown[] = [];
    for (const { file, operation } of asked) {
      const text = print(operation);
      wrong.push(...validate(schema, { kind: Kind.DOCUMENT, definitions: [operation] }).map(({ message }) => [file, text, message]));
      // What the root READMEs show may be an error on purpose; those answers are compared below.
      if (operation.variableDefinitions?.length || FRONT.includes(file)) continue;
      const { errors } = await graph.ask(text, { token: graph.tokens.county });
      if (errors) wrong.push([file, text, errors]);
    }
    expect(wrong).toEqual([]);
  });

  test.each(FRONT.flatMap((file) => shownIn(file).map(({ query, answer }) => [file, query, answer])))(
    'is answered as shown: %s: %s',
    async (_, query, answer) => {
      const { data, errors } = await graph.ask(query!, query!.includes('viewer') ? { token: graph.tokens.township } : {});
      // An error is shown up to its request id, which no two requests share.
      if (answer!.startsWith('errors: ')) expect(JSON.stringify(errors)).toContain(answer!.slice('errors: '.length).split(',…')[0]);
      else expect(data).toEqual(JSON.parse(answer!));
    },
  );
});
