import type { Metric, MetricObjectWithValues, MetricValue, Registry } from 'prom-client';

export interface DurationHistogramOptions<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly L[];
  /** Upper bounds in seconds, ascending. */
  readonly buckets: readonly number[];
  readonly registers: readonly Registry[];
}

/** The durations of one combination of labels. */
export class Durations {
  /** By bucket; the last is for those longer than the longest bound. */
  private readonly counts: Float64Array;
  private sum = 0;

  constructor(
    private readonly labels: Readonly<Record<string, string>>,
    private readonly buckets: readonly number[],
  ) {
    this.counts = new Float64Array(buckets.length + 1);
  }

  observe(seconds: number): void {
    const { buckets, counts } = this;
    let bucket = 0;
    while (bucket < buckets.length && seconds > buckets[bucket]!) bucket += 1;
    counts[bucket]! += 1;
    this.sum += seconds;
  }

  /** Counts from nothing again, in place: whoever holds it goes on counting. */
  reset(): void {
    this.counts.fill(0);
    this.sum = 0;
  }

  /** As Prometheus has them: how many were at most so long. */
  values(name: string): (MetricValue<string> & { metricName: string })[] {
    const { labels } = this;
    let count = 0;
    const buckets = [...this.counts].map((counted, bucket) => {
      count += counted;
      return { metricName: `${name}_bucket`, labels: { le: this.buckets[bucket] ?? '+Inf', ...labels }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels: { ...labels }, value: this.sum },
      { metricName: `${name}_count`, labels: { ...labels }, value: count },
    ];
  }
}

/**
 * A histogram on the page of prom-client, for what every request is counted in several times: prom-client's own reads its labels anew
 * for each observation, a twentieth of what a small request takes altogether.
 */
export class DurationHistogram<L extends string> {
  private readonly series = new Map<string, Durations>();

  constructor(private readonly options: DurationHistogramOptions<L>) {
    const { name, help } = options;
    const metric = { name, help, type: 'histogram', aggregator: 'sum', get: async () => this.page(), reset: () => this.reset() };
    for (const registry of options.registers) registry.registerMetric(metric as unknown as Metric);
  }

  /** Of the values of its labels, in their order. */
  of(...values: readonly string[]): Durations {
    const key = values.length === 1 ? values[0]! : values.join('\n');
    let series = this.series.get(key);
    if (!series) {
      const { labelNames, buckets } = this.options;
      series = new Durations(Object.fromEntries(labelNames.map((name, index) => [name, values[index]!])), buckets);
      this.series.set(key, series);
    }
    return series;
  }

  private reset(): void {
    for (const series of this.series.values()) series.reset();
  }

  private page(): MetricObjectWithValues<MetricValue<string>> {
    const { name, help } = this.options;
    const values = [...this.series.values()].flatMap((series) => series.values(name));
    return { name, help, type: 'histogram', aggregator: 'sum', values } as unknown as MetricObjectWithValues<MetricValue<string>>;
  }
}
