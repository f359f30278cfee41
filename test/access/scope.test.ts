import { ENGINES } from '@township-graph/shared/testing/database';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { startWholeGraph, type TestGraph } from '../whole-graph';
import { briefly, differences, failuresIn, leaksIn, withoutRefusals } from './answers';
import type { Canary } from './canaries';
import { Commands } from './commands';
import { Coverage } from './coverage';
import { Cursors } from './cursors';
import { Literals } from './literals';
import { Operations } from './operations';
import { HIDDEN, OWNERS } from './owners';
import { referencesTo, resolved } from './references';
import { Selections } from './selection';
import { Values } from './values';
import { ANYBODY, type Asker, INSIDERS, maySee, OUTSIDERS, STRANGERS } from './viewers';
import { type Answers, Walker } from './walk';
import { World } from './world';

/** The walk asks more at once than any client may; that clients may not, is the operation guard's to prove. */
const WITHOUT_LIMITS = {
  REQUEST_TIMEOUT_MS: '600000',
  SUBGRAPH_TIMEOUT_MS: '600000',
  OPERATION_MAX_BYTES: '1000000',
  OPERATION_MAX_TOKENS: '1000000',
  OPERATION_MAX_SELECTIONS: '1000000',
  OPERATION_MAX_ALIASES: '1000000',
  OPERATION_MAX_COST: '1000000000',
  RATE_LIMIT_POINTS: '0',
  RATE_LIMIT_ANONYMOUS_POINTS: '0',
};

const OTHERS = [...OUTSIDERS, ...STRANGERS];
const EVERYBODY = [...Object.values(INSIDERS), ...OTHERS];
const ALL_HIDDEN = Object.values(HIDDEN);
const TEN_MINUTES = 600_000;

const byName = (askers: readonly Asker[]) => askers.map((asker) => [asker.name, asker] as const);

describe.each(ENGINES)('what a division keeps to itself, on %s', (engine) => {
  const now = new Date();
  let graph: TestGraph;
  let world: World;
  let coverage: Coverage;
  let commands: Commands;
  let walker: Walker;
  let present: Answers;
  let absent: Answers;

  beforeAll(async () => {
    graph = await startWholeGraph(engine, WITHOUT_LIMITS, { withDemo: false, clock: () => now });
    world = new World(graph.subgraphs);
    walker = new Walker(graph);
    const schema = buildClientSchema((await graph.ask(getIntrospectionQuery(), { token: graph.tokens.county })).data);
    coverage = new Coverage(schema);
    const literals = new Literals(new Values(world));
    const selections = new Selections(literals, (type) => world.isPublic(type));
    commands = new Commands(schema, literals, selections, (owner) => world.canaries.of(owner));
    const operations = new Operations(schema, literals, selections, world);
    const references = referencesTo(graph.subgraphs, world, selections);
    const asked = operations.all();

    await world.plant(OWNERS);
    const first = await walker.ask(EVERYBODY, asked);
    const afterwards = operations.afterCursors(new Cursors(first.get(INSIDERS.county)!, world.canaries));
    present = together(first, await walker.ask(EVERYBODY, afterwards), await resolved(references, EVERYBODY));

    await world.uproot(ALL_HIDDEN);
    absent = together(await walker.ask(OUTSIDERS, [...asked, ...afterwards]), await resolved(references, OUTSIDERS));
  }, TEN_MINUTES);

  afterAll(() => graph.stop());

  test('has a recipe for every table and command, and something planted in every column', () => {
    expect(world.unknown).toEqual([]);
    expect(world.unplanted()).toEqual([]);
    expect(commands.unknown).toEqual([]);
  });

  /** Whether the viewer may read it, and some field shows it. */
  const isFor = (asker: Asker) => (canary: Canary) => maySee(asker, canary) && !world.isUnseen(canary.column);

  test.each(byName(EVERYBODY))('%s is answered whatever it asks', (_, asker) => {
    expect(briefly(failuresIn(present.get(asker)!))).toEqual([]);
  });

  test.each(byName(Object.values(INSIDERS)))('%s reads all that is its own', (_, asker) => {
    const read = new Set(present.get(asker)!.flatMap(({ body }) => [...world.canaries.foundIn(body).values()].map(String)));
    const own = world.canaries.all().filter(isFor(asker));
    expect(own.map(String).filter((canary) => !read.has(canary))).toEqual([]);
  });

  test.each(byName(EVERYBODY))('%s reads nothing that is not', (_, asker) => {
    expect(briefly(leaksIn(present.get(asker)!, isFor(asker), world.canaries))).toEqual([]);
  });

  test.each(byName(OUTSIDERS))('%s cannot tell whether what is hidden is there', (_, asker) => {
    expect(briefly(differences(present.get(asker)!, absent.get(asker)!))).toEqual([]);
  });

  test.each(byName(STRANGERS))('%s is told what anybody is told', (_, asker) => {
    expect(briefly(differences(...withoutRefusals(present.get(asker)!, present.get(ANYBODY)!)))).toEqual([]);
  });

  // Commands refuse strangers on both engines in their own tests; all of them, sent by everybody twice, are sent on one.
  if (engine === 'sqlite')
    describe('commands of others', () => {
      let given: Answers;
      let without: Answers;
      let before: object;
      let after: object;

      beforeAll(async () => {
        without = await walker.ask(OTHERS, commands.all, 1);
        await world.plant(ALL_HIDDEN);
        before = await world.everyRow();
        given = await walker.ask(OTHERS, commands.all, 1);
        after = await world.everyRow();
      }, TEN_MINUTES);

      test('touch no row', () => expect(after).toEqual(before));

      test.each(byName(OTHERS))('of %s meet what is hidden as if it were not there', (_, asker) => {
        expect(briefly(leaksIn(given.get(asker)!, isFor(asker), world.canaries))).toEqual([]);
        expect(briefly(differences(given.get(asker)!, without.get(asker)!))).toEqual([]);
      });
    });

  describe('commands of those who may', () => {
    let carriedOut: Answers;

    beforeAll(async () => {
      if (engine !== 'sqlite') await world.plant(ALL_HIDDEN);
      carriedOut = await walker.ask(Object.values(INSIDERS), commands.plain, 1);
    }, TEN_MINUTES);

    test('each is carried out by one of them', () => {
      const isDone = ({ body }: { body: string }) => !JSON.parse(body).errors;
      const undone = commands.plain.filter((_, index) => !Object.values(INSIDERS).some((asker) => isDone(carriedOut.get(asker)![index]!)));
      expect(undone.map(({ name }) => name)).toEqual([]);
    });

    test('under the same key each gives the same answer again, and changes nothing more', async () => {
      const before = await world.everyRow();
      const again = await walker.ask(Object.values(INSIDERS), commands.plain, 1);
      expect(await world.everyRow()).toEqual(before);
      for (const asker of Object.values(INSIDERS)) expect(briefly(differences(carriedOut.get(asker)!, again.get(asker)!))).toEqual([]);
    });

    test('every field of every type was reached', () => {
      const answers = [...Object.values(INSIDERS).flatMap((asker) => present.get(asker)!), ...[...carriedOut.values()].flat()];
      for (const { question, body } of answers) coverage.note(question.text, JSON.parse(body).data);
      expect(coverage.missing()).toEqual([]);
    });
  });
});

/** The answers of several rounds as of one. */
function together(...rounds: readonly Answers[]): Answers {
  const askers = [...rounds[0]!.keys()];
  return new Map(askers.map((asker) => [asker, rounds.flatMap((round) => round.get(asker)!)]));
}
