import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokensBy } from '../access-tokens.mjs';
import { answerOf, differences } from '../answers.mjs';
import { startLoad } from '../load/load.mjs';
import { stop } from '../processes.mjs';
import { rotated, summaryOf } from '../rounds.mjs';
import { GRAPHS, ISSUER, startByHand } from './graphs.mjs';
import { OPERATIONS } from './operations.mjs';

const CLAIMS = { name: '示例测量员', divisions: ['410225'], scope: 'matters:read enforcement:read coordination:read' };

/** Who is beside our own graph: a service that somebody wrote for these eight questions, over the very same files. */
export const BY_HAND = 'by-hand';

/** Our own graph in both ways it is run, and the endpoints written by hand. No peer can be put over its subgraphs: they answer nobody who does not sign. */
export async function measureOwnGraph({ connections, rounds, seconds }, say) {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  const started = {};
  try {
    for (const name of Object.keys(GRAPHS)) {
      say(`starting ${GRAPHS[name].title}, with the demonstration counties`);
      started[name] = await GRAPHS[name].start(path.join(directory, name));
      started[name].tokens = tokensBy(started[name].key, { issuer: ISSUER, count: Math.max(...connections), claims: CLAIMS });
    }
    started[BY_HAND] = { ...(await startByHand(started['in-process'])), parts: [BY_HAND], tokens: started['in-process'].tokens };
    const names = Object.keys(started);
    const load = await startLoad();
    const results = [];
    for (const operation of OPERATIONS) {
      const asked = Object.fromEntries(names.map((name) => [name, askedOf(started[name], operation)]));
      const bytes = await sameAnswer(operation.name, asked);
      for (const name of names) await load.heat(asked[name]);
      const measured = [];
      for (const count of connections) {
        for (let round = 0; round < rounds; round += 1) {
          for (const name of rotated(names, round)) {
            const figures = await load.measure({ ...asked[name], connections: count, seconds });
            measured.push({ graph: name, connections: count, round: round + 1, ...figures, cpuMsByPart: byPart(started[name], figures) });
          }
        }
      }
      say(`${operation.name}: measured`);
      const rows = connections.flatMap((count) =>
        names.map((graph) => {
          const own = measured.filter((each) => each.graph === graph && each.connections === count);
          return { graph, connections: count, ...summaryOf(own), cpuMsByPart: own.at(-1).cpuMsByPart };
        }),
      );
      results.push({ operation: operation.name, bytes, rows, measured });
    }
    return results;
  } finally {
    await Promise.all(Object.values(started).map(stop));
    rmSync(directory, { recursive: true, force: true });
  }
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
