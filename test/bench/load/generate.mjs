/*
 * A process of its own that asks: so many connections, each asking again as soon as it was answered. Warms up, measures a
 * window, and tells how many were answered, how fast, and what CPU the watched processes took meanwhile.
 */
import { Client } from 'undici';
import { leaveWithParent } from '../leave-with-parent.mjs';
import { cpuMs, memoryMb } from './process-usage.mjs';

const REQUEST_MS = 60_000;

/** A window is longer for what takes long: until so many were answered, and no longer than this. */
const LEAST_ANSWERED = 20;
const LONGEST_WINDOW_S = 60;

leaveWithParent();
process.on(
  'message',
  (job) =>
    void measure(job).then(
      (measured) => process.send({ measured }),
      (error) => process.send({ error: error.stack }),
    ),
);
process.send({ ready: true });

async function measure({ url, pids, body, tokens, connections, warmUp, seconds }) {
  const { origin, pathname } = new URL(url);
  const run = { answered: 0, latencies: null, bytes: null, isOver: false, error: null };
  const clients = Array.from(
    { length: connections },
    () => new Client(origin, { pipelining: 1, headersTimeout: REQUEST_MS, bodyTimeout: REQUEST_MS }),
  );
  const loops = clients.map((client, index) => askOn(client, { path: pathname, body, token: tokens[index % tokens.length] }, run));
  let figures;
  try {
    await warm(run, warmUp);
    figures = await window(run, { pids, seconds });
  } finally {
    run.isOver = true;
    await Promise.all(loops);
    await Promise.all(clients.map((client) => client.destroy()));
  }
  return { ...figures, answered: run.answered };
}

async function warm(run, { requests, seconds, mostSeconds }) {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  while ((run.answered < requests || elapsed() < seconds) && elapsed() < mostSeconds) await aWhile(run, 50);
}

async function window(run, { pids, seconds }) {
  run.latencies = [];
  const before = pids.map(cpuMs);
  const own = process.cpuUsage();
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  while (elapsed() < seconds || (run.latencies.length < LEAST_ANSWERED && elapsed() < LONGEST_WINDOW_S))
    await aWhile(run, pauseMs(seconds - elapsed()));
  const took = elapsed();
  const after = pids.map(cpuMs);
  const { user, system } = process.cpuUsage(own);
  const latencies = Float64Array.from(run.latencies).sort();
  const requests = latencies.length;
  if (requests === 0) throw new Error('nothing was answered in the window');
  const cpu = after.map((ms, index) => (ms - before[index]) / requests);
  const memory = pids.map(memoryMb);
  return {
    requests,
    seconds: took,
    requestsPerSecond: requests / took,
    cpuMs: cpu.reduce((sum, ms) => sum + ms, 0),
    cpuMsOf: cpu,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    rssMb: memory.reduce((sum, { rss }) => sum + rss, 0),
    peakMb: memory.reduce((sum, { peak }) => sum + peak, 0),
    bytes: run.bytes,
    generatorLoad: (user + system) / 1e6 / took,
  };
}

const pauseMs = (secondsLeft) => (secondsLeft > 0 ? Math.min(100, secondsLeft * 1000) : 10);

async function aWhile(run, ms) {
  await new Promise((resolve) => setTimeout(resolve, ms));
  if (run.error) throw run.error;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** One connection's turn after turn, until the run is over. */
function askOn(client, { path, body, token }, run) {
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
  return new Promise((resolve) => {
    const turn = () => {
      if (run.isOver || run.error) return resolve();
      client.dispatch({ method: 'POST', path, headers, body }, listener(run, turn));
    };
    turn();
  });
}

/** The least that a client can do: the parent has read one answer in full; here it counts that each has its status and length. */
function listener(run, turn) {
  const began = performance.now();
  let bytes = 0;
  let status = 0;
  return {
    onRequestStart() {},
    onResponseStart(_controller, statusCode) {
      status = statusCode;
    },
    onResponseData(_controller, chunk) {
      bytes += chunk.length;
    },
    onResponseEnd() {
      run.bytes ??= bytes;
      if (status !== 200 || bytes !== run.bytes) run.error ??= new Error(`answered ${status} with ${bytes} bytes, ${run.bytes} before`);
      run.answered += 1;
      run.latencies?.push(performance.now() - began);
      turn();
    },
    onResponseError(_controller, error) {
      run.error ??= error;
      turn();
    },
  };
}
