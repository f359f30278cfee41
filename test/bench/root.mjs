import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the harness. */
export const BENCH = path.dirname(fileURLToPath(import.meta.url));

/** The repository, whose compiled gateway is measured. */
export const ROOT = path.resolve(BENCH, '../..');
