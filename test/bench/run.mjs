/*
 * The gateway measured beside its peers. Only Node's own modules are loaded before the peers are installed.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WORKLOADS } from './classic/workloads.mjs';
import { ENGINES, USUAL } from './engines.mjs';
import { readOptions } from './options.mjs';
import { GRAPHS } from './own/graphs.mjs';
import { OPERATIONS } from './own/operations.mjs';
import { installPeers } from './peers-installed.mjs';
import { endTogether, stopAll } from './processes.mjs';
import { ROOT } from './root.mjs';

async function main() {
  const options = optionsOf(process.argv.slice(2));
  if (!options) return;
  endTogether();
  installPeers();
  const { buildWhatChanged } = await import('../../commands/build.mjs');
  await buildWhatChanged(ROOT, { quiet: true });
  const say = (line) => process.stderr.write(`${line}\n`);
  const machine = {
    node: process.version,
    cpus: os.cpus().length,
    cpu: os.cpus()[0]?.model ?? 'unknown',
    system: `${os.type()} ${os.release()}`,
  };
  process.stdout.write(`Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, ${machine.system}\n`);
  const { lines, record } = options.part === 'own' ? await own(options, say) : await classic(options, say);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!options.json) return;
  const given = { ...options, ...(options.operations && { operations: options.operations.map(({ route }) => route) }) };
  const whole = { at: new Date().toISOString(), machine, options: given, ...record };
  writeFileSync(path.resolve(options.json), `${JSON.stringify(whole, null, 2)}\n`);
}

/** A word that means nothing is told in a sentence; a bug shows where it is. */
function optionsOf(words) {
  try {
    return readOptions(words, {
      engines: Object.keys(ENGINES),
      usual: USUAL,
      workloads: WORKLOADS.map(({ name }) => name),
      graphs: Object.keys(GRAPHS),
      operations: OPERATIONS,
    });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return null;
  }
}

async function classic(options, say) {
  const { compare } = await import('./classic/comparison.mjs');
  const { classicReport } = await import('./report/classic.mjs');
  const { reached } = await import('./report/goals.mjs');
  const results = await compare(options, say);
  const goals = reached(results);
  return { lines: [...classicReport(results), '', ...goals.map(({ text }) => text)], record: { results, goals } };
}

async function own(options, say) {
  const { measureOwnGraph } = await import('./own/measurement.mjs');
  const { ownGoals, ownReport } = await import('./report/own.mjs');
  const results = await measureOwnGraph(options, say);
  const goals = ownGoals(results);
  return { lines: [...ownReport(results), '', ...goals.map(({ text }) => text)], record: { results, goals } };
}

main()
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(stopAll);
