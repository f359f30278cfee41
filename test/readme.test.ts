import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startWholeGraph, type TestGraph } from './whole-graph';

interface Shown {
  readonly query: string;
  readonly answer: string;
}

/** The queries of a README with the answers that stand beneath them as comments. */
function shownIn(file: string): Shown[] {
  const text = readFileSync(path.resolve(__dirname, '..', file), 'utf8');
  const block = /```graphql\n([\s\S]*?)```/.exec(text)![1]!;
  return [...block.matchAll(/^(\{.*)\n((?:#.*\n)+)/gm)].map(([, query, comments]) => ({
    query: query!.replace(/ {2,}#.*$/, ''),
    answer: comments!
      .trim()
      .split('\n')
      .map((line) => line.slice(1).trim())
      .join(''),
  }));
}

describe('the answers shown in the READMEs are those of the graph', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startWholeGraph();
  });

  afterAll(() => graph.stop());

  test.each(['README.md', 'README.zh-CN.md'].flatMap((file) => shownIn(file).map(({ query, answer }) => [file, query, answer])))(
    '%s: %s',
    async (_, query, answer) => {
      const { data, errors } = await graph.ask(query!, query!.includes('viewer') ? { token: graph.tokens.township } : {});
      // An error is shown up to its request id, which no two requests share.
      if (answer!.startsWith('errors: ')) expect(JSON.stringify(errors)).toContain(answer!.slice('errors: '.length).split(',…')[0]);
      else expect(data).toEqual(JSON.parse(answer!));
    },
  );
});
