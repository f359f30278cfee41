import { ENGINES } from '../engines.mjs';
import { figure, table } from './tables.mjs';

const HEAD = ['engine', 'CPU ms/request', 'to stock', 'to Hive', 'req/s', 'p50 ms', 'p99 ms', 'RSS MB', 'peak MB', 'calls'];

/** Everything that was measured, for people. */
export function classicReport(results) {
  return results.flatMap(({ workload, about, bytes, calls, rows }) => [
    `\n${workload}: ${about} (${bytes} bytes; calls to subgraphs: ${callsIn(calls)})`,
    ...[...new Set(rows.map(({ connections }) => connections))].flatMap((count) => [
      `\n${workload}, ${count} ${count === 1 ? 'connection' : 'connections'}`,
      ...tableOf(rows.filter(({ connections }) => connections === count)),
    ]),
  ]);
}

function tableOf(rows) {
  const of = (name) => rows.find(({ engine }) => engine === name);
  const ratio = (row, peer) => (peer ? `${(row.cpuMs / peer.cpuMs).toFixed(3)}` : '–');
  return table(
    HEAD,
    rows.map((row) => [
      ENGINES[row.engine].title,
      figure(row.cpuMs),
      ratio(row, of('stock')),
      ratio(row, of('hive')),
      figure(row.requestsPerSecond),
      figure(row.p50),
      figure(row.p99),
      row.rssMb.toFixed(0),
      row.peakMb.toFixed(0),
      row.callsPerRequest.toFixed(2),
    ]),
  );
}

const callsIn = (calls) =>
  Object.entries(calls)
    .map(([engine, counts]) => `${engine} ${Object.values(counts).reduce((sum, count) => sum + count, 0)}`)
    .join(', ');
