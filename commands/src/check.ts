import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { ROOT } from './paths';

/** What every change must pass before its tests, in the order of how fast it tells. */
const STEPS: readonly { readonly name: string; readonly run: readonly string[] }[] = [
  { name: 'types', run: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'lint and format', run: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'import rules', run: ['depcruise', '--config', '.dependency-cruiser.cjs', 'shared', 'gateway', 'subgraphs', 'commands', 'test'] },
  { name: 'unused code', run: ['knip', '--no-progress'] },
  { name: 'emitted schemas', run: ['node', 'commands/dist/schema.js', '--check'] },
];

const command = new Command('npm run check --')
  .description('Types, lint, import rules, unused code, and whether the committed schemas are what the code emits. Tests are npm test.')
  .option('--fix', 'let the linter repair what it can');

function main(): void {
  const { fix } = command.parse().opts<{ fix?: boolean }>();
  const failed = STEPS.filter(({ name, run }) => {
    const started = performance.now();
    const words = fix && run[0] === 'biome' ? [...run, '--write'] : run;
    const { status } =
      words[0] === 'node'
        ? spawnSync(process.execPath, words.slice(1), { cwd: ROOT, stdio: 'inherit' })
        : spawnSync('npx', ['--no-install', ...words], { cwd: ROOT, stdio: 'inherit' });
    process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${Math.round(performance.now() - started)} ms)\n`);
    return status !== 0;
  });
  process.exitCode = failed.length === 0 ? 0 : 1;
}

main();
