import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the harness. */
export const BENCH = path.dirname(fileURLToPath(import.meta.url));

/** The repository, whose compiled gateway is measured. */
export const ROOT = path.resolve(BENCH, '../..');

/** A package of the repository's own, by the version that the graph uses. */
export const fromRoot = createRequire(path.join(ROOT, 'package.json'));

/** With what flags ours are started, by `npm start` as by `npm run gateway`. */
export const OUR_FLAGS = fromRoot('./package.json').config.node.split(' ');
