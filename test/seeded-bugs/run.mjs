import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SEEDED_BUGS } from './bugs.mjs';

/*
 * Removes one guard at a time from a copy of the tree and expects the tests named beside it to fail.
 * A guard that can go without a test failing is not tested: then this fails.
 */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** More than any file of tests takes on a busy machine. */
const LONGEST_FILE_MS = 900_000;

if (process.argv.includes('--help')) {
  process.stdout.write(
    'Usage: npm run test:seeded-bugs -- [words]\n\nRemoves one guard at a time and expects its tests to fail; with words, only the bugs whose name has them.\n',
  );
  process.exit(0);
}

const wanted = process.argv.slice(2).join(' ').toLowerCase();
const bugs = SEEDED_BUGS.filter(({ name }) => name.toLowerCase().includes(wanted));
if (bugs.length === 0) {
  process.stderr.write(`no seeded bug has "${wanted}" in its name\n`);
  process.exit(2);
}

const copy = copyOfTheTree();
try {
  process.exitCode = run() ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function run() {
  const tests = [...new Set(bugs.flatMap((bug) => bug.tests))];
  process.stdout.write(`the tests without a bug: ${tests.length} files …\n`);
  const untouched = jest(tests, tests.length * LONGEST_FILE_MS);
  if (untouched.failed + untouched.broken > 0) {
    process.stdout.write(`${untouched.output}\nthe tests fail without any bug: mend them first\n`);
    return false;
  }
  const survived = bugs.filter((bug, index) => !isFound(bug, `${index + 1}/${bugs.length}`));
  process.stdout.write(`${bugs.length - survived.length} of ${bugs.length} seeded bugs were found\n`);
  return survived.length === 0;
}

/** Plants the bug, runs its tests, and takes it out again. */
function isFound({ name, file, find, replace, tests }, number) {
  const place = path.join(copy, file);
  const original = readFileSync(place, 'utf8');
  const parts = original.split(find);
  if (parts.length !== 2) {
    process.stdout.write(`✗ ${number} ${name}: its place is ${parts.length - 1} times in ${file}, not once\n`);
    return false;
  }
  writeFileSync(place, parts.join(replace));
  const started = performance.now();
  const { failed, broken } = jest(tests);
  writeFileSync(place, original);
  const seconds = Math.round((performance.now() - started) / 1000);
  // Code that does not even load is found by anybody: that proves nothing about the tests.
  const isSeen = failed > 0 && broken === 0;
  const verdict = isSeen ? `found by ${failed} tests of` : broken > 0 ? 'DOES NOT RUN, so it proves nothing:' : 'NOT FOUND by';
  process.stdout.write(`${isSeen ? '✓' : '✗'} ${number} ${name}: ${verdict} ${tests.join(', ')} (${seconds} s)\n`);
  return isSeen;
}

function jest(tests, timeout = LONGEST_FILE_MS) {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const words = ['--forceExit', '--silent', '--json', `--outputFile=${report}`, '--runTestsByPath', ...tests];
  const { stderr } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...words], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'test' },
    timeout,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!existsSync(report)) return { failed: 0, broken: tests.length, output: stderr };
  const { numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { failed: numFailedTests, broken: numRuntimeErrorTestSuites, output: stderr };
}

/** What git knows of, with the installed packages and compiled code by reference. */
function copyOfTheTree() {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-seeded-'));
  const files = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .stdout.split('\0')
    .filter((file) => file && existsSync(path.join(ROOT, file)));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(directory, file));
  }
  for (const folder of ['node_modules', 'gateway/node_modules', 'gateway/dist'])
    if (existsSync(path.join(ROOT, folder))) symlinkSync(path.join(ROOT, folder), path.join(directory, folder));
  return directory;
}
