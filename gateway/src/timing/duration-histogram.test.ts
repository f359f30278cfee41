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

test('after a reset it counts from nothing, also for who holds a series of it', async () => {
  const registry = new Registry();
  const plan = new DurationHistogram({ ...asked, buckets: BUCKETS, registers: [registry] }).of('plan', 'ok');
  const count = async () => (await registry.metrics()).match(/stage_seconds_count\{.*\} (\d+)/)?.[1];
  plan.observe(0.5);
  plan.observe(0.5);
  expect(await count()).toBe('2');
  registry.resetMetrics();
  expect(await count()).toBe('0');
  plan.observe(0.5);
  expect(await count()).toBe('1');
});
