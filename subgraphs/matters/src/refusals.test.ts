import { asking } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { MATTERS_SCHEMA } from './database';
import { createMattersSubgraph } from './subgraph';

describe.each(ENGINES)('what cannot be asked, on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { execute } = await createMattersSubgraph({ database: opened.database });
    ask = asking(execute);
  });

  afterAll(() => opened.close());

  test.each([
    ['{ responsibilityItems(first: 101) { totalCount nodes { id } } }', 'PAGE_SIZE'],
    ['{ matters(first: 101) { totalCount nodes { id } } }', 'PAGE_SIZE'],
    ['{ matters(after: "nonsense") { nodes { id } } }', 'BROKEN_CURSOR'],
    ['{ delegations(first: -1) { nodes { id } } }', 'PAGE_SIZE'],
    ['{ matter { id } }', 'ONE_KEY'],
    ['{ matter(id: "a", implementationCode: "b") { id } }', 'ONE_KEY'],
    ['{ matter(implementationCode: "zzz") { id } }', 'MALFORMED_IMPLEMENTATION_CODE'],
    ['{ matter(implementationCode: "11410225dem012015m5410199801000", asOf: "2026-01-01") { id } }', 'MALFORMED_IMPLEMENTATION_CODE'],
    ['{ matters(filter: { divisionCode: "41022" }) { totalCount } }', 'MALFORMED_DIVISION_CODE'],
    ['{ matters(filter: { asOf: "2026-02-30" }) { totalCount } }', 'MALFORMED_DATE'],
    ['{ matterStatistics(groupBy: [KIND, RANK, STATE, TOWNSHIP]) { matters } }', 'TOO_MANY_DIMENSIONS'],
  ])('%s is refused with %s', async (query, reason) => {
    const { errors } = await ask(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });
});
