import 'reflect-metadata';
import { Command } from 'commander';
import { benchGateways } from './bench-gateways';
import { benchGuards } from './bench-guards';
import { benchImport } from './bench-import';

const BENCHES: Readonly<Record<string, (options: readonly string[]) => Promise<void>>> = {
  import: benchImport,
  guards: benchGuards,
  gateways: benchGateways,
};

const command = new Command('npm run bench --')
  .description('Measures, and prints what it measured. No test depends on it.')
  .argument('[name]', `${Object.keys(BENCHES).join(', ')}; all when absent`)
  .argument('[options...]', 'of that bench; `gateways --help` lists them, and the operations of our own graph')
  .passThroughOptions()
  .allowUnknownOption();

async function main(): Promise<void> {
  const [name, ...options] = command.parse().args;
  if (name && !BENCHES[name]) throw new Error(`no bench ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
  for (const [each, run] of Object.entries(BENCHES)) if (!name || name === each) await run(options);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
