import { setTimeout as pause } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import { type MetricsPage, type MetricsPages, ownMetrics } from '../metrics';
import { onSignals } from './signals';
import type { FromPrimary, FromWorker } from './worker-messages';

/** What serves, in this process. */
export interface Service {
  readonly url: string;
  /** Finishes what is in flight, within a time of its own. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  start(metricsPages: MetricsPages): Promise<Service>;
  wordsFor(error: Error): string;
}

/** A primary that is too busy to answer; the page is then this worker's own. */
const PRIMARY_ANSWERS_WITHIN_MS = 5000;

/** One of several processes that each serve everything. Its primary tells it when to begin, and ends it by SIGTERM. */
export async function runWorker({ start, wordsFor }: WorkerOptions): Promise<void> {
  const metrics = new WorkerMetrics();
  let service: Service | null = null;
  // Whoever signals a whole group of processes signals a worker twice: by himself, and through its primary.
  onSignals('on', async () => {
    await service?.stop();
    process.exit(0);
  });
  try {
    await begin(metrics);
    service = await start(metrics.pages);
    tell({ type: 'serves', url: service.url });
  } catch (error) {
    tell({ type: 'failed', words: wordsFor(error as Error) }, () => process.exit(1));
  }
}

function begin(metrics: WorkerMetrics): Promise<void> {
  return new Promise((resolve) => {
    process.on('message', (message: FromPrimary) => {
      if (message.type === 'begin') resolve();
      if (message.type === 'tell-metrics') void metrics.tellOwn(message.id);
      if (message.type === 'metrics') metrics.told(message.id, message.page);
    });
    tell({ type: 'loaded' });
  });
}

/** This worker's part in a page that speaks for all. */
class WorkerMetrics {
  private own: Registry | null = null;
  private readonly waiting = new Map<number, (page: MetricsPage) => void>();
  private asked = 0;

  readonly pages: MetricsPages = (own) => {
    this.own = own;
    const alone = ownMetrics(own);
    return async () => (await this.ofAll()) ?? alone();
  };

  async tellOwn(id: number): Promise<void> {
    tell({ type: 'own-metrics', id, metrics: (await this.own?.getMetricsAsJSON()) ?? [] });
  }

  told(id: number, page: MetricsPage): void {
    this.waiting.get(id)?.(page);
  }

  private async ofAll(): Promise<MetricsPage | null> {
    const id = ++this.asked;
    const answer = new Promise<MetricsPage>((resolve) => this.waiting.set(id, resolve));
    tell({ type: 'metrics-wanted', id });
    const page = await Promise.race([answer, pause(PRIMARY_ANSWERS_WITHIN_MS, null, { ref: false })]);
    this.waiting.delete(id);
    return page;
  }
}

function tell(message: FromWorker, told: () => void = () => {}): void {
  process.send!(message, told);
}
