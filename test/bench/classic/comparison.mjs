import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keySetOf, newKey, tokensBy } from '../access-tokens.mjs';
import { answerOf, differences } from '../answers.mjs';
import { ENGINES } from '../engines.mjs';
import { startLoad } from '../load/load.mjs';
import { startScript, stop, tellsNext } from '../processes.mjs';
import { BENCH } from '../root.mjs';
import { rotated, summaryOf } from '../rounds.mjs';
import { WORKLOADS } from './workloads.mjs';

const ISSUER = 'township-graph-bench';

/** Measures every engine on every workload; `say` gets a line of progress at a time. */
export async function compare({ workloads, engines, connections, rounds, seconds, peerFlags }, say) {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  try {
    const key = newKey();
    const subgraphs = await startScript(path.join(BENCH, 'classic/serve-subgraphs.mjs'));
    const load = await startLoad();
    const world = worldOf(directory, { subgraphs, jwks: keySetOf(key) });
    const tokens = tokensBy(key, { issuer: ISSUER, count: Math.max(...connections) });
    const results = [];
    for (const workload of WORKLOADS.filter(({ name }) => workloads.includes(name))) {
      const body = JSON.stringify({ query: workload.query, operationName: workload.operationName });
      // Started anew for each workload, so that memory is this workload's.
      const started = {};
      for (const name of engines) started[name] = await ENGINES[name].start({ world, peerFlags });
      const answer = await sameAnswer(workload, started, { body, token: tokens[0], subgraphs });
      say(`${workload.name}: all ${engines.length} answer alike, ${answer.bytes} bytes`);
      for (const name of engines) await load.heat({ ...started[name], body, tokens });
      const measured = [];
      for (const count of connections) {
        for (let round = 0; round < rounds; round += 1) {
          for (const name of rotated(engines, round)) {
            await callsSince(subgraphs);
            const figures = await load.measure({ ...started[name], body, tokens, connections: count, seconds });
            const callsPerRequest = sumOf(await callsSince(subgraphs)) / figures.answered;
            say(`${workload.name}, ${count} connections, round ${round + 1}, ${name}: ${figures.cpuMs.toFixed(3)} ms CPU`);
            measured.push({ engine: name, connections: count, round: round + 1, ...figures, callsPerRequest });
          }
        }
      }
      await Promise.all(Object.values(started).map(stop));
      const rows = connections.flatMap((count) =>
        engines.map((engine) => ({
          engine,
          connections: count,
          ...summaryOf(measured.filter((each) => each.engine === engine && each.connections === count)),
        })),
      );
      results.push({ workload: workload.name, about: workload.about, ...answer, rows, measured });
    }
    return results;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The environment of every engine; each takes from it what it knows. */
function worldOf(directory, { subgraphs, jwks }) {
  const supergraph = path.join(directory, 'supergraph.graphql');
  const keys = path.join(directory, 'jwks.json');
  writeFileSync(supergraph, subgraphs.supergraph);
  writeFileSync(keys, JSON.stringify(jwks));
  return {
    SUPERGRAPH: supergraph,
    SUBGRAPHS: JSON.stringify(subgraphs.urls),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
    JWKS_FILE: keys,
    TOKEN_ISSUER: ISSUER,
    RATE_LIMIT_POINTS: '0',
    RATE_LIMIT_ANONYMOUS_POINTS: '0',
  };
}

/** How often each subgraph was called since this was last asked. */
async function callsSince(subgraphs) {
  subgraphs.child.send('count');
  return (await tellsNext(subgraphs, 5000)).calls;
}

const sumOf = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Speed of a wrong answer says nothing: all must say the same before anything is timed. */
async function sameAnswer({ name }, started, { body, token, subgraphs }) {
  const given = [];
  const calls = {};
  for (const [engine, { url }] of Object.entries(started)) {
    await callsSince(subgraphs);
    given.push({ engine, ...(await answerOf(url, { body, token })) });
    calls[engine] = await callsSince(subgraphs);
  }
  const [first, ...others] = given;
  if (first.answer.errors) throw new Error(`${name}: ${first.engine} answers ${JSON.stringify(first.answer.errors).slice(0, 500)}`);
  for (const other of others) {
    const found = differences(first.answer, other.answer);
    if (found.length > 0) throw new Error(`${name}: ${first.engine} and ${other.engine} differ at\n  ${found.join('\n  ')}`);
  }
  return { bytes: first.bytes, calls };
}
