import type { Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { AggregatorRegistry, type MetricObject } from 'prom-client';
import type { MetricsPage } from '../metrics';
import type { FromPrimary } from './worker-messages';

/** A worker that is too busy to say what it has counted is left out, and Prometheus gets its page. */
const ANSWER_WITHIN_MS = 2000;

type Counted = readonly MetricObject[];

/**
 * The primary's sum of what its workers have counted. What one that died had counted when it was last asked stays in the sum:
 * otherwise counters would fall at its death, which reads as if all had begun anew.
 */
export class MetricsOfAll {
  private readonly last = new Map<number, Counted>();
  private readonly waiting = new Map<number, (counted: Counted) => void>();
  private departed: Counted = [];
  private underWay: Promise<MetricsPage> | null = null;
  private asked = 0;

  constructor(private readonly workers: () => readonly Worker[]) {}

  /** Those who ask at the same time get the same page. */
  page(): Promise<MetricsPage> {
    this.underWay ??= this.added().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  /** A worker's answer. */
  told(id: number, counted: Counted): void {
    this.waiting.get(id)?.(counted);
  }

  died({ id }: Worker): void {
    const counted = this.last.get(id);
    this.last.delete(id);
    if (counted) this.departed = sumOf([this.departed, counted.filter(isCumulative)]).getMetricsAsArray();
  }

  private async added(): Promise<MetricsPage> {
    await Promise.all(this.workers().map((worker) => this.ask(worker)));
    const sum = sumOf([...this.last.values(), this.departed]);
    return { contentType: sum.contentType, text: await sum.metrics() };
  }

  private async ask(worker: Worker): Promise<void> {
    const id = ++this.asked;
    const answer = new Promise<Counted>((resolve) => this.waiting.set(id, resolve));
    worker.send({ type: 'tell-metrics', id } satisfies FromPrimary, () => {});
    const counted = await Promise.race([answer, pause(ANSWER_WITHIN_MS, undefined, { ref: false })]);
    this.waiting.delete(id);
    if (counted && !worker.isDead()) this.last.set(worker.id, counted);
  }
}

function sumOf(counted: readonly Counted[]) {
  return AggregatorRegistry.aggregate([...counted]);
}

/** A gauge says how things are, and those of the dead are no more. */
function isCumulative({ type }: MetricObject): boolean {
  return String(type) !== 'gauge';
}
