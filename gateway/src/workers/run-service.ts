import cluster from 'node:cluster';
import type { Logger } from '@township-graph/shared/log';
import { type MetricsPages, ownMetrics } from '../metrics';
import { Primary, WorkerFailed } from './primary';
import { onSignals } from './signals';
import { runWorker, type Service } from './worker';

export interface ServiceOptions {
  /** With 1, this process serves. */
  readonly workers: number;
  /** What has to be done once before several processes start; one that is alone does it in `start`. */
  prepare?(): Promise<void>;
  start(as: { readonly isAlone: boolean; readonly metricsPages: MetricsPages }): Promise<Service>;
  /** Told once, when everybody serves. */
  serving(url: string): Promise<void> | void;
  /** What the operator is told of an error that ends it all. */
  wordsFor(error: Error): string;
  /** Within which `stop` ends. */
  readonly drainMs: number;
  readonly log: Logger;
}

/** Runs a service in this process, or in so many workers of it; until a signal ends it, with 0 when all requests were finished. */
export async function runService(options: ServiceOptions): Promise<void> {
  const { start, wordsFor, workers } = options;
  if (cluster.isWorker) return runWorker({ wordsFor, start: (metricsPages) => start({ isAlone: false, metricsPages }) });
  try {
    await (workers === 1 ? alone(options) : together(options));
  } catch (error) {
    process.stderr.write(`${error instanceof WorkerFailed ? error.message : wordsFor(error as Error)}\n`);
    process.exit(1);
  }
}

async function alone({ start, serving }: ServiceOptions): Promise<void> {
  const service = await start({ isAlone: true, metricsPages: ownMetrics });
  onSignals('once', async () => {
    await service.stop();
    process.exit(0);
  });
  await serving(service.url);
}

async function together({ workers: count, drainMs, log, prepare, serving }: ServiceOptions): Promise<void> {
  const primary = new Primary({ count, drainMs, log });
  let isStopping = false;
  onSignals('once', async () => {
    isStopping = true;
    process.exit((await primary.stop()) ? 0 : 1);
  });
  // Whatever ends this process, nobody serves on without it.
  process.once('exit', () => primary.kill('SIGKILL'));
  try {
    await prepare?.();
    await serving(await primary.serve());
  } catch (error) {
    // Workers that are stopped while they start do not come to serve.
    if (!isStopping) throw error;
  }
}
