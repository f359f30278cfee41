import { Counter } from 'prom-client';
import { processMetrics } from '../process-metrics';

/** What became of events that were followed: each failure is counted, and what was set aside waits for somebody to look. */
export const followedEvents = new Counter({
  name: 'followed_events_total',
  help: 'Events of other subgraphs, by follower and by what became of them: applied, failed or set_aside',
  labelNames: ['follower', 'outcome'] as const,
  registers: [processMetrics],
});
