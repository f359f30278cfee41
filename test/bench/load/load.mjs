import path from 'node:path';
import { startScript, tellsNext } from '../processes.mjs';
import { BENCH } from '../root.mjs';

/** Before each window. */
const WARM_UP = { requests: 300, seconds: 2, mostSeconds: 10 };
/** Once, before the first window of an engine, for its code to be compiled: without it, who is measured first looks slowest. */
const HEAT = { warmUp: { requests: 4000, seconds: 3, mostSeconds: 10 }, connections: 16, seconds: 1 };

/** Beside the times above: the longest window of slow questions, and what was under way when it ended. */
const ANSWERED_WITHIN_S = 150;

/** The process that asks; one for the whole run, so that it is warm as well. */
export async function startLoad() {
  const generator = await startScript(path.join(BENCH, 'load/generate.mjs'));
  const measure = async ({ url, pids, ...job }) => {
    generator.child.send({ warmUp: WARM_UP, url, pids, ...job });
    const { measured, error } = await tellsNext(generator, (WARM_UP.mostSeconds + job.seconds + ANSWERED_WITHIN_S) * 1000);
    if (error) throw new Error(`${url}: ${error}`);
    return measured;
  };
  return {
    measure: ({ url, pids, body, tokens, connections, seconds }) => measure({ url, pids, body, tokens, connections, seconds }),
    heat: ({ url, pids, body, tokens }) => measure({ url, pids, body, tokens, ...HEAT }),
  };
}
