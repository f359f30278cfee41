/**
 * Runs a compiled script from its bundle, where there is one, and that from what V8 made of it the last time: together they take
 * half of what it takes to start. Plain JavaScript of the old kind, for nothing may be loaded before. Node.js 22 has
 * `module.enableCompileCache` for the second half.
 */
const cluster = require('node:cluster');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');

/** By then a start is over. */
const SETTLED_MS = 20_000;

const script = path.resolve(process.argv[2]);
const bundle = script.replace(/\.js$/, '.bundle.js');
// Workers start in the same way. Who has them runs little of what they do, and leaves it to them to keep it.
let hasWorkers = false;
cluster.once('fork', () => {
  hasWorkers = true;
});
if (cluster.isPrimary) cluster.setupPrimary({ exec: __filename, args: process.argv.slice(2) });
process.argv.splice(1, 2, script);
if (existsSync(bundle)) runBundle();
else require(script);

function runBundle() {
  const file = `${bundle}.compiled`;
  const cachedData = existsSync(file) ? readFileSync(file) : undefined;
  const source = new Script(wrap(readFileSync(bundle, 'latin1')), { filename: bundle, cachedData });
  const module = { exports: {} };
  source.runInThisContext()(module.exports, createRequire(bundle), module, bundle, path.dirname(bundle));
  if (!cachedData || source.cachedDataRejected) keepSoon(file, source);
}

/**
 * When it has served for a while, or at its end: by then everything that a start calls has been compiled. Not later, for V8 throws away
 * what is not called for long.
 */
function keepSoon(file, source) {
  const atEnd = () => keep(file, source);
  const soon = setTimeout(() => {
    process.off('exit', atEnd);
    atEnd();
  }, SETTLED_MS);
  soon.unref();
  process.once('exit', atEnd);
}

/** Several processes may be at it. */
function keep(file, source) {
  if (hasWorkers) return;
  const mine = `${file}.${process.pid}`;
  try {
    writeFileSync(mine, source.createCachedData());
    renameSync(mine, file);
  } catch {
    // A place that cannot be written to: it starts as slowly the next time.
  }
}
