import type { MetricObject } from 'prom-client';
import type { MetricsPage } from '../metrics';

/** What a worker says to its primary. */
export type FromWorker =
  /** It has loaded its code. */
  | { readonly type: 'loaded' }
  | { readonly type: 'serves'; readonly url: string }
  /** It cannot start, and ends. */
  | { readonly type: 'failed'; readonly words: string }
  /** It was asked for the metrics of all. */
  | { readonly type: 'metrics-wanted'; readonly id: number }
  | { readonly type: 'own-metrics'; readonly id: number; readonly metrics: readonly MetricObject[] };

/** What a primary says to a worker. To stop, it sends SIGTERM. */
export type FromPrimary =
  /** All that is done once is done. */
  | { readonly type: 'begin' }
  | { readonly type: 'tell-metrics'; readonly id: number }
  | { readonly type: 'metrics'; readonly id: number; readonly page: MetricsPage };
