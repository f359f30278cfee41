import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildClientSchema, getIntrospectionQuery, Kind, parse, validate } from 'graphql';
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

/** The documents of a README: what stands in its blocks, and the queries among its words, which have fields of fields. */
function documentsIn(file: string): string[] {
  const text = textOf(file);
  const blocks = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    // Several without a name are no one document; each stands on a line.
    FRONT.includes(file) ? block!.split('\n').filter((line) => line.startsWith('{')) : [block!],
  );
  const words = text.replace(/```[\s\S]*?```/g, '').matchAll(/`(\{ \w[^`\n]*\{[^`\n]*)`/g);
  return [...blocks, ...[...words].map(([, query]) => query!)];
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
    const documents = READMES.flatMap((file) => documentsIn(file).map((text) => ({ file, text })));
    expect(new Set(documents.map(({ file }) => file)).size).toBeGreaterThanOrEqual(4);
    const wrong: unknown[] = [];
    for (const { file, text } of documents) {
      const document = parse(text);
      wrong.push(...validate(schema, document).map(({ message }) => [file, text, message]));
      const [only, ...others] = document.definitions;
      const isPlain = others.length === 0 && only?.kind === Kind.OPERATION_DEFINITION && !only.variableDefinitions?.length;
      // What the root READMEs show may be an error on purpose; the answers are compared below.
      if (!isPlain || FRONT.includes(file)) continue;
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
