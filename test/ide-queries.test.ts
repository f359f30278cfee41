import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startWholeGraph, type TestGraph } from './whole-graph';

const FOLDER = path.resolve(__dirname, '../gateway/ide/queries');

/** The variables that the page fills in beside the query. */
function variablesOf(file: string): object {
  const beside = path.join(FOLDER, file.replace('.graphql', '.json'));
  return existsSync(beside) ? JSON.parse(readFileSync(beside, 'utf8')) : {};
}

describe('the queries that the IDE opens with', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startWholeGraph('sqlite', {}, { scale: 0.01 });
  });

  afterAll(() => graph.stop());

  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.graphql')))('%s answers with rows', async (file) => {
    const { data, errors } = await graph.ask(readFileSync(path.join(FOLDER, file), 'utf8'), {
      token: graph.tokens.county,
      variables: variablesOf(file),
    });
    expect(errors).toBeUndefined();
    for (const answer of Object.values<{ nodes?: unknown[] } | null>(data)) {
      expect(answer).not.toBeNull();
      if (answer && 'nodes' in answer) expect(answer.nodes!.length).toBeGreaterThan(0);
    }
  });
});
