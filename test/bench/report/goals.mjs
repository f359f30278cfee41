import { figure } from './tables.mjs';

/** What the gateway is to reach beside its peers: at most one n-th of a peer's CPU for a request. */
const CPU_GOALS = [
  { workload: 'large', engine: 'distributed', peer: 'stock', n: 6 },
  { workload: 'small', engine: 'distributed', peer: 'stock', n: 10 },
  { workload: 'large', engine: 'distributed', peer: 'hive', n: 4 },
  { workload: 'small', engine: 'distributed', peer: 'hive', n: 4 },
  { workload: 'large', engine: 'in-process', peer: 'stock', n: 5 },
  { workload: 'small', engine: 'in-process', peer: 'stock', n: 5 },
];

const memory = ({ rssMb, peakMb }) => `${rssMb.toFixed(0)} MB, at most ${peakMb.toFixed(0)}`;

/** A line for each goal that can be told from what was measured, at each number of connections. */
export function reached(results) {
  const row = (workload, engine, connections) =>
    results.find((each) => each.workload === workload)?.rows.find((each) => each.engine === engine && each.connections === connections);
  const counts = [...new Set(results.flatMap(({ rows }) => rows.map(({ connections }) => connections)))];
  const lines = [];
  const tell = (isReached, text) => lines.push({ isReached, text: `${isReached ? 'reached' : 'MISSED '}  ${text}` });

  for (const { workload, engine, peer, n } of CPU_GOALS) {
    for (const count of counts) {
      const [ours, theirs] = [row(workload, engine, count), row(workload, peer, count)];
      if (!ours || !theirs) continue;
      const times = theirs.cpuMs / ours.cpuMs;
      tell(times >= n, `${workload}, ${engine}, ${count} at once: CPU 1/${times.toFixed(1)} of ${peer} (goal 1/${n})`);
    }
  }
  for (const { workload } of results) {
    for (const engine of ['distributed', 'in-process']) {
      const at64 = [row(workload, engine, 64), row(workload, 'stock', 64)];
      if (at64.every(Boolean))
        tell(
          at64[0].p99 <= at64[1].p50,
          `${workload}, ${engine}, 64 at once: p99 ${figure(at64[0].p99)} ms (goal stock's p50, ${figure(at64[1].p50)} ms)`,
        );
      const last = [row(workload, engine, counts.at(-1)), row(workload, 'stock', counts.at(-1))];
      if (last.every(Boolean))
        tell(last[0].rssMb < last[1].rssMb, `${workload}, ${engine}: RSS ${memory(last[0])} (goal below stock's, ${memory(last[1])})`);
    }
  }
  return lines;
}
