import type { Registry } from 'prom-client';
import { DurationHistogram } from './duration-histogram';
import { STAGES, type Stage } from './stages';
import type { Timing } from './timing';

/** Most stages are done in less than a millisecond. */
const SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts requests by the time that each of their stages took. */
export function stageHistogram(registry: Registry): (timing: Timing) => void {
  const histogram = new DurationHistogram({
    name: 'graphql_stage_duration_seconds',
    help: 'Stages of requests: each counted once for a request that passed through it, however often it came there',
    labelNames: ['stage'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const series = new Map(STAGES.map((stage) => [stage, histogram.of(stage)]));
  const observe = (stage: Stage, ms: number) => series.get(stage)!.observe(ms / 1000);
  return (timing) => timing.eachStage(observe);
}
