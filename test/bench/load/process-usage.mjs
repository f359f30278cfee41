import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU milliseconds, user and system, that a process with all its threads has taken since it began; in steps of a tick, 10 ms. */
export function cpuMs(pid) {
  const { user, system } = statOf(pid);
  return (user + system) * TICK_MS;
}

/** Resident memory now and at its most, in MB. */
export function memoryMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))?.[1] ?? 0) / 1024;
  return { rss: mb('VmRSS'), peak: mb('VmHWM') };
}

/** The process and all that it started. */
export function familyOf(pid) {
  const parents = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      parents.set(Number(entry), statOf(entry).parent);
    } catch {
      // It ended while it was looked at.
    }
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may hold spaces.
  const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(words[1]), user: Number(words[11]), system: Number(words[12]) };
}
