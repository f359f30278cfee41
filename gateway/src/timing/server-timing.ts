import type { Timing } from './timing';

/** Longer names of subgraphs than anybody gives are not worth a header's room. */
const MOST_NAME_CHARACTERS = 64;

/** A request's stages and subgraphs, in milliseconds, as the header of that name (W3C Server Timing). */
export function serverTiming(timing: Timing): string {
  const metrics: string[] = [];
  timing.eachStage((stage, ms) => {
    metrics.push(`${stage};dur=${ms.toFixed(2)}`);
    if (stage !== 'execution') return;
    for (const [name, time] of timing.subgraphs) metrics.push(`subgraph-${token(name)};dur=${time.ms.toFixed(2)};count=${time.calls}`);
  });
  return metrics.join(', ');
}

/** A supergraph may name a subgraph by any text; a header's token is of letters, digits and a few signs. */
function token(name: string): string {
  return name.slice(0, MOST_NAME_CHARACTERS).replace(/[^\w.-]/g, '_');
}
