import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokensBy } from '../access-tokens.mjs';
import { answerOf, differences } from '../answers.mjs';
import { startLoad } from '../load/load.mjs';
import { stop } from '../processes.mjs';
import { rotated, summaryOf } from '../rounds.mjs';
import { GRAPHS, ISSUER, loadDemonstration, startByHand } from './graphs.mjs';

const SCOPE = 'matters:read enforcement:read personnel:read assessment:read';
const CLAIMS = { name: '示例测量员', divisions: ['410225'], scope: SCOPE };

/** Who is beside our own graph: a service that somebody wrote for these very questions, over the very same files. */
export const BY_HAND = 'by-hand';

/**
 * Our own graph in the ways it is run, and the endpoints written by hand. No peer can be put over its subgraphs: they answer nobody
 * who does not sign. With `check`, answers are compared and nothing is measured.
 */
export async function measureOwnGraph(options, say) {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  const started = {};
  try {
    await startAll(started, directory, options, say);
    const load = options.check ? null : await startLoad();
    const results = [];
    for (const operation of options.operations) {
      const asked = await askedOfAll(started, operation);
      const bytes = await sameAnswer(operation.name, asked);
      const rounds = load ? await measured(load, started, asked, options) : [];
      say(`${operation.name}: ${load ? 'measured' : `the same ${bytes} bytes`}`);
      results.push({
        operation: operation.name,
        route: operation.route,
        bytes,
        rows: summaries(rounds, Object.keys(started), options),
        measured: rounds,
      });
    }
    return results;
  } finally {
    await Promise.all(Object.values(started).map(stop));
    rmSync(directory, { recursive: true, force: true });
  }
}

/** All over the same demonstration, loaded once. The endpoints written by hand read the files of the graph in process. */
async function startAll(started, directory, { graphs, connections, scale }, say) {
  const loaded = path.join(directory, 'loaded');
  say(`loading the demonstration counties, ${scale} of their applications and cases`);
  await loadDemonstration(loaded, scale);
  for (const name of graphs) {
    const data = path.join(directory, name);
    cpSync(loaded, data, { recursive: true });
    say(`starting ${GRAPHS[name].title}`);
    started[name] = await GRAPHS[name].start(data, scale);
    started[name].tokens = tokensBy(started[name].key, { issuer: ISSUER, count: Math.max(...connections), claims: CLAIMS });
  }
  const first = started[graphs[0]];
  started[BY_HAND] = { ...(await startByHand(first)), parts: [BY_HAND], tokens: first.tokens };
}

async function measured(load, started, asked, { connections, rounds, seconds }) {
  const names = Object.keys(started);
  const found = [];
  for (const name of names) await load.heat(asked[name]);
  for (const count of connections) {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of rotated(names, round)) {
        const figures = await load.measure({ ...asked[name], connections: count, seconds });
        found.push({ graph: name, connections: count, round: round + 1, ...figures, cpuMsByPart: byPart(started[name], figures) });
      }
    }
  }
  return found;
}

function summaries(rounds, names, { connections }) {
  return connections.flatMap((count) =>
    names.flatMap((graph) => {
      const own = rounds.filter((each) => each.graph === graph && each.connections === count);
      return own.length > 0 ? [{ graph, connections: count, ...summaryOf(own), cpuMsByPart: own.at(-1).cpuMsByPart }] : [];
    }),
  );
}

/** The question as each of them is asked. What has to be found first is asked of one graph: all have the same rows. */
async function askedOfAll(started, { query, variables, route, find }) {
  const [graph] = Object.values(started);
  const found = find && (await answerOf(graph.url, { body: JSON.stringify({ query: find.query }), token: graph.tokens[0] }));
  const given = find ? find.variables(found.answer.data) : variables;
  return Object.fromEntries(Object.entries(started).map(([name, each]) => [name, askedOf(each, { query, variables: given, route })]));
}

/** The same question as each takes it: a document and its variables, or the variables alone at an address of their own. */
function askedOf({ url, origin, pids, tokens }, { query, variables, route }) {
  if (origin) return { url: `${origin}/${route}`, pids, tokens, body: JSON.stringify(variables) };
  return { url, pids, tokens, body: JSON.stringify({ query, variables }) };
}

const byPart = ({ parts }, { cpuMsOf }) => Object.fromEntries(parts.map((part, index) => [part, cpuMsOf[index]]));

async function sameAnswer(operation, asked) {
  const given = [];
  for (const { url, body, tokens } of Object.values(asked)) given.push(await answerOf(url, { body, token: tokens[0] }));
  const [first, ...others] = given;
  if (first.answer.errors) throw new Error(`${operation}: ${JSON.stringify(first.answer.errors).slice(0, 500)}`);
  for (const other of others) {
    const found = differences(first.answer, other.answer);
    if (found.length > 0) throw new Error(`${operation}: the answers differ at\n  ${found.join('\n  ')}`);
  }
  return first.bytes;
}
