/**
 * Runs a script from what V8 has compiled it to; the first process that ends in order keeps that for those after it.
 * Node.js 22 has `module.enableCompileCache` for this.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { Script } = require('node:vm');

const [, , filename] = process.argv;
const compiled = `${filename}.compiled`;
const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData });
script.runInThisContext()(exports, require, module, filename, __dirname);
if (!cachedData) process.once('exit', () => writeFileSync(compiled, script.createCachedData()));
