import { GRAPHS } from '../own/graphs.mjs';
import { BY_HAND } from '../own/measurement.mjs';
import { figure, table } from './tables.mjs';

const HEAD = ['operation', 'graph', 'bytes', 'CPU ms/request', 'to by hand', 'of that gateway', 'req/s', 'p50 ms', 'p99 ms', 'RSS MB'];

/** What a read of our own graph in process, gateway included, may take beside the endpoint written by hand. */
const MOST_TIMES_BY_HAND = 3;

const title = (graph) => (graph === BY_HAND ? 'by hand' : GRAPHS[graph].title);

/** A table for each number of connections: every operation in both ways of running the graph, and by hand. */
export function ownReport(results) {
  return countsIn(results).flatMap((count) => [
    `\nour own graph, ${count} ${count === 1 ? 'connection' : 'connections'}`,
    ...table(
      HEAD,
      results.flatMap(({ operation, bytes, rows }) =>
        rows
          .filter(({ connections }) => connections === count)
          .map((row) => [
            operation,
            title(row.graph),
            `${bytes}`,
            figure(row.cpuMs),
            timesByHand(rows, row).toFixed(2),
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

/** A line for each operation at each number of connections. */
export function ownGoals(results) {
  return countsIn(results).flatMap((count) =>
    results.flatMap(({ operation, rows }) => {
      const row = rows.find(({ graph, connections }) => graph === 'in-process' && connections === count);
      if (!row) return [];
      const times = timesByHand(rows, row);
      const isReached = times <= MOST_TIMES_BY_HAND;
      const text = `${operation}, in process, ${count} at once: CPU ${times.toFixed(2)} times by hand (goal ${MOST_TIMES_BY_HAND})`;
      return [{ isReached, text: `${isReached ? 'reached' : 'MISSED '}  ${text}` }];
    }),
  );
}

const countsIn = (results) => [...new Set(results.flatMap(({ rows }) => rows.map(({ connections }) => connections)))];

function timesByHand(rows, { cpuMs, connections }) {
  return cpuMs / rows.find((row) => row.graph === BY_HAND && row.connections === connections).cpuMs;
}
