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

const script = path.resolve(process.argv[2]);
const bundle = script.replace(/\.js$/, '.bundle.js');
// Workers start in the same way.
if (cluster.isPrimary) cluster.setupPrimary({ exec: __filename, args: process.argv.slice(2) });
process.argv.splice(1, 2, script);
if (existsSync(bundle)) runBundle();
else require(script);

function runBundle() {
  const file = `${bundle}.compiled`;
  const cachedData = existsSync(file) ? readFileSync(file) : undefined;
  const source = new Script(wrap(readFileSync(bundle, 'utf8')), { filename: bundle, cachedData });
  const module = { exports: {} };
  source.runInThisContext()(module.exports, createRequire(bundle), module, bundle, path.dirname(bundle));
  if (!cachedData || source.cachedDataRejected) process.once('exit', () => keep(file, source));
}

/** At the end, for by then everything that is ever called has been compiled. Several processes may be at it. */
function keep(file, source) {
  const mine = `${file}.${process.pid}`;
  try {
    writeFileSync(mine, source.createCachedData());
    renameSync(mine, file);
  } catch {
    // A place that cannot be written to: it starts as slowly the next time.
  }
}
