import { AggregatorRegistry, Histogram, Registry } from 'prom-client';
import { DurationHistogram } from './duration-histogram';

const BUCKETS = [0.001, 0.01, 1];
const OBSERVED: readonly (readonly [stage: string, outcome: string, seconds: number])[] = [
  ['plan', 'ok', 0.001],
  ['plan', 'ok', 0.0011],
  ['plan', 'failed', 5],
  ['merge "of" \\ all', 'ok', 0],
  ['plan', 'ok', 0.5],
];

const asked = { name: 'stage_seconds', help: 'Stages', labelNames: ['stage', 'outcome'] as const };

function ours(): Registry {
  const registry = new Registry();
  const histogram = new DurationHistogram({ ...asked, buckets: BUCKETS, registers: [registry] });
  for (const [stage, outcome, seconds] of OBSERVED) histogram.of(stage, outcome).observe(seconds);
  return registry;
}

function theirs(): Registry {
  const registry = new Registry();
  const histogram = new Histogram({ ...asked, buckets: BUCKETS, registers: [registry] });
  for (const [stage, outcome, seconds] of OBSERVED) histogram.observe({ stage, outcome }, seconds);
  return registry;
}

test('its page is the one that prom-client writes of the same durations', async () => {
  expect(await ours().metrics()).toBe(await theirs().metrics());
});

test('so are the sums of several processes', async () => {
  const sumOf = async (registry: () => Registry) =>
    AggregatorRegistry.aggregate([await registry().getMetricsAsJSON(), await registry().getMetricsAsJSON()]).metrics();
  expect(await sumOf(ours)).toBe(await sumOf(theirs));
});

test('a reset forgets what was counted', async () => {
  const registry = ours();
  registry.resetMetrics();
  expect(await registry.metrics()).not.toContain('stage="plan"');
});
