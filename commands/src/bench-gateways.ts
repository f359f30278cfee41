import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './paths';

/** Our gateway beside its peers. It has packages of its own, which are no part of the product: see test/bench. */
export function benchGateways(options: readonly string[] = []): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'test/bench/run.mjs'), ...options], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the comparison of gateways ended with ${code}`))));
  });
}
