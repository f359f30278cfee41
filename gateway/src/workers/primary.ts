import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from '@township-graph/shared/log';
import { BackOff } from '../back-off';
import { MetricsOfAll } from './metrics-of-all';
import type { FromPrimary, FromWorker } from './worker-messages';

export interface PrimaryOptions {
  readonly count: number;
  /** Within which a worker that is told to stop ends by itself. */
  readonly drainMs: number;
  readonly log: Logger;
}

/** A worker said why it cannot start: words for the operator. */
export class WorkerFailed extends Error {}

/** One worker after another: who dies is followed, later each time that one dies soon after it began. */
interface Place {
  readonly backOff: BackOff;
  worker: Worker;
  servesSince: number | null;
}

/** For a worker to close what it has open, after it has drained. */
const LAST_STEPS_MS = 5000;
/** Who has served for so long did not die of its start. */
const SETTLED_AFTER_MS = 60_000;

/** Keeps so many workers alive, and speaks for them. It serves nothing itself. */
export class Primary {
  private readonly places: Place[];
  private readonly metrics = new MetricsOfAll(() => this.places.map(({ worker }) => worker).filter((worker) => worker.isConnected()));
  private isStopping = false;
  private begin: () => void = () => {};
  private readonly prepared = new Promise<void>((resolve) => {
    this.begin = resolve;
  });

  /** Forks at once: workers load their code while their primary prepares. */
  constructor(private readonly options: PrimaryOptions) {
    this.places = Array.from({ length: options.count }, () => ({ backOff: new BackOff(), worker: this.fork(), servesSince: null }));
  }

  /** Lets the workers begin; the address, when all of them serve there. Throws when one of them cannot. */
  async serve(): Promise<string> {
    const serving = this.places.map((place) => this.firstService(place));
    this.begin();
    const urls = await Promise.all(serving);
    for (const place of this.places) this.replaceWhenGone(place);
    return urls[0]!;
  }

  /** Lets all workers finish what they have in flight; true when all have. */
  async stop(): Promise<boolean> {
    this.isStopping = true;
    const cut = setTimeout(() => this.kill('SIGKILL'), this.options.drainMs + LAST_STEPS_MS);
    const ends = this.places.map(async ({ worker }) => {
      if (worker.isDead()) return true;
      const [code, signal] = await once(worker, 'exit');
      // Who is ended by the signal itself had not begun to serve.
      return code === 0 || signal === 'SIGTERM';
    });
    this.kill('SIGTERM');
    const finished = await Promise.all(ends);
    clearTimeout(cut);
    return finished.every(Boolean);
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.isStopping = true;
    for (const { worker } of this.places) worker.process.kill(signal);
  }

  private fork(): Worker {
    const worker = cluster.fork();
    worker.on('message', (message: FromWorker) => void this.hear(worker, message));
    worker.once('exit', () => this.metrics.died(worker));
    return worker;
  }

  private async hear(worker: Worker, message: FromWorker): Promise<void> {
    const answer = (words: FromPrimary) => void worker.send(words, () => {});
    if (message.type === 'loaded') void this.prepared.then(() => answer({ type: 'begin' }));
    if (message.type === 'own-metrics') this.metrics.told(message.id, message.metrics);
    if (message.type === 'metrics-wanted') answer({ type: 'metrics', id: message.id, page: await this.metrics.page() });
  }

  private firstService(place: Place): Promise<string> {
    const { worker } = place;
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'failed') reject(new WorkerFailed(message.words));
        if (message.type !== 'serves') return;
        place.servesSince = performance.now();
        resolve(message.url);
      });
      worker.once('exit', (code, signal) => reject(new WorkerFailed(`a worker ended with ${signal ?? code} before it served`)));
    });
  }

  private replaceWhenGone(place: Place): void {
    const { worker, backOff } = place;
    const { log } = this.options;
    const gone = (code: number | null, signal: string | null) => {
      if (this.isStopping) return;
      if (place.servesSince !== null && performance.now() - place.servesSince > SETTLED_AFTER_MS) backOff.succeeded();
      const retryInMs = backOff.failed(new Date());
      log.error({ worker: worker.process.pid, code, signal, retryInMs }, 'a worker ended; another will take its place');
      setTimeout(() => this.replace(place), retryInMs);
    };
    if (worker.isDead()) gone(worker.process.exitCode, worker.process.signalCode);
    else worker.once('exit', gone);
  }

  private replace(place: Place): void {
    if (this.isStopping) return;
    place.worker = this.fork();
    place.servesSince = null;
    this.firstService(place).then(
      () => this.options.log.info({ worker: place.worker.process.pid }, 'a worker has taken the place of one that ended'),
      ({ message }: Error) => this.options.log.error({ cause: message }, 'a worker could not start'),
    );
    this.replaceWhenGone(place);
  }
}
