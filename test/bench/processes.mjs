import { fork, spawn } from 'node:child_process';

/** Whatever was started and has not ended: ended by its own handle when the harness ends, in whatever way. */
const running = new Set();

const START_MS = 60_000;
/** A gateway finishes what is in flight first. */
const STOP_MS = 20_000;

/** Starts one of the harness's scripts; resolves with what it first tells over IPC and the process. */
export async function startScript(file, { env = {}, flags = [], args = [] } = {}) {
  const child = watched(fork(file, args, { env: environment(env), execArgv: flags, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  const told = await within(START_MS, `${file} does not start`, firstMessage(child));
  return { ...told, child, pids: [child.pid] };
}

/** Starts a server that has no IPC; resolves when it answers 200 at `readyAt`. */
export async function startServer(words, { env = {}, cwd, readyAt, startMs = START_MS }) {
  const child = watched(spawn(process.execPath, words, { env: environment(env), cwd, stdio: ['ignore', 'ignore', 'inherit'] }));
  await within(startMs, `${words.at(-1)} does not start`, answers(readyAt, child));
  return { child, pids: [child.pid] };
}

/** Resolves when the process has ended. A script goes when it is let go; what does not go by itself is killed. */
export async function stop({ child }) {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

export const stopAll = () => Promise.all([...running].map((child) => stop({ child })));

/** The next thing a script tells. */
export function tellsNext({ child }, ms) {
  return within(ms, 'a process of the harness does not answer', firstMessage(child));
}

/** Ends what is running with the harness. */
export function endTogether() {
  const end = () => {
    process.stderr.write('ending\n');
    void stopAll().then(() => process.exit(130));
  };
  process.once('exit', () => {
    for (const child of running) child.kill('SIGTERM');
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
}

function watched(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Nothing of the caller's settings for Node or a gateway comes in; all engines run as in production. */
function environment(env) {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }), NODE_ENV: 'production', ...env };
}

function firstMessage(child) {
  return new Promise((resolve, reject) => {
    const gone = (code) => reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });
}

async function answers(url, child) {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnargs.at(-1)} ended with ${child.exitCode}`);
}

async function within(ms, problem, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${problem} within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
