import { GRAPHS } from '../own/graphs.mjs';
import { figure, table } from './tables.mjs';

const HEAD = ['operation', 'graph', 'bytes', 'CPU ms/request', 'of that gateway', 'req/s', 'p50 ms', 'p99 ms', 'RSS MB'];

/** A table for each number of connections: every operation in both ways of running the graph. */
export function ownReport(results) {
  const counts = [...new Set(results.flatMap(({ rows }) => rows.map(({ connections }) => connections)))];
  return counts.flatMap((count) => [
    `\nour own graph, ${count} ${count === 1 ? 'connection' : 'connections'}`,
    ...table(
      HEAD,
      results.flatMap(({ operation, bytes, rows }) =>
        rows
          .filter(({ connections }) => connections === count)
          .map((row) => [
            operation,
            GRAPHS[row.graph].title,
            `${bytes}`,
            figure(row.cpuMs),
            row.cpuMsByPart.gateway === undefined ? '–' : figure(row.cpuMsByPart.gateway),
            figure(row.requestsPerSecond),
            figure(row.p50),
            figure(row.p99),
            row.rssMb.toFixed(0),
          ]),
      ),
      { texts: 2 },
    ),
  ]);
}
