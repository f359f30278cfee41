import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokensBy } from '../access-tokens.mjs';
import { answerOf, differences } from '../answers.mjs';
import { startLoad } from '../load/load.mjs';
import { stop } from '../processes.mjs';
import { rotated, summaryOf } from '../rounds.mjs';
import { GRAPHS } from './graphs.mjs';
import { OPERATIONS } from './operations.mjs';

const ISSUER = 'township-graph-development';
const CLAIMS = { name: '示例测量员', divisions: ['410225'], scope: 'matters:read enforcement:read coordination:read' };

/** Our own graph in both ways it is run. No peer can be put over its subgraphs: they answer nobody who does not sign. */
export async function measureOwnGraph({ connections, rounds, seconds }, say) {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  const names = Object.keys(GRAPHS);
  const started = {};
  try {
    for (const name of names) {
      say(`starting ${GRAPHS[name].title}, with the demonstration counties`);
      started[name] = await GRAPHS[name].start(path.join(directory, name));
      started[name].tokens = tokensBy(started[name].key, { issuer: ISSUER, count: Math.max(...connections), claims: CLAIMS });
    }
    const load = await startLoad();
    const results = [];
    for (const { name: operation, body } of OPERATIONS) {
      const bytes = await sameAnswer(operation, body, started);
      for (const name of names) await load.heat({ ...started[name], body });
      const measured = [];
      for (const count of connections) {
        for (let round = 0; round < rounds; round += 1) {
          for (const name of rotated(names, round)) {
            const figures = await load.measure({ ...started[name], body, connections: count, seconds });
            measured.push({ graph: name, connections: count, round: round + 1, ...figures, cpuMsByPart: byPart(started[name], figures) });
          }
        }
      }
      say(`${operation}: measured`);
      const rows = connections.flatMap((count) =>
        names.map((graph) => {
          const own = measured.filter((each) => each.graph === graph && each.connections === count);
          return { graph, connections: count, ...summaryOf(own), cpuMsByPart: own.at(-1).cpuMsByPart };
        }),
      );
      results.push({ operation, bytes, rows, measured });
    }
    return results;
  } finally {
    await Promise.all(Object.values(started).map(stop));
    rmSync(directory, { recursive: true, force: true });
  }
}

const byPart = ({ parts }, { cpuMsOf }) => Object.fromEntries(parts.map((part, index) => [part, cpuMsOf[index]]));

async function sameAnswer(operation, body, started) {
  const given = [];
  for (const { url, tokens } of Object.values(started)) given.push(await answerOf(url, { body, token: tokens[0] }));
  const [first, ...others] = given;
  if (first.answer.errors) throw new Error(`${operation}: ${JSON.stringify(first.answer.errors).slice(0, 500)}`);
  for (const other of others) {
    const found = differences(first.answer, other.answer);
    if (found.length > 0) throw new Error(`${operation}: the two ways of running the graph differ at\n  ${found.join('\n  ')}`);
  }
  return first.bytes;
}
