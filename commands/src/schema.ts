import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { Command } from 'commander';
import { parse } from 'graphql';
import { SUBGRAPHS } from './graph';
import { openSubgraphs } from './open-subgraphs';
import { ROOT, SUPERGRAPH, schemaOf } from './paths';

const command = new Command('npm run schema --')
  .description('Emits the SDL of every subgraph and composes the supergraph, into the files that are committed.')
  .option('--check', 'writes nothing; fails when a committed file is not what the code emits');

async function main(): Promise<void> {
  const { check } = command.parse().opts<{ check?: boolean }>();
  const emitted = await emit();
  const stale = Object.entries(emitted).filter(([file, text]) => committed(file) !== text);
  if (!check) for (const [file, text] of stale) writeFileSync(file, text);
  for (const [file] of stale) process.stdout.write(`${check ? 'stale' : 'written'}: ${path.relative(ROOT, file)}\n`);
  if (stale.length === 0) process.stdout.write('the committed schemas are what the code emits\n');
  else if (check) throw new Error('run npm run schema, look at what changed, and commit it');
}

/** Every schema file with the text it should have. */
async function emit(): Promise<Record<string, string>> {
  const { subgraphs, close } = await openSubgraphs({ databaseUrl: () => 'sqlite::memory:', withDemo: false });
  await close();
  const { errors, supergraphSdl } = composeServices(
    subgraphs.map(({ name, sdl }) => ({
      name,
      typeDefs: parse(sdl()),
      url: `http://127.0.0.1:${SUBGRAPHS.find((module) => module.name === name)!.port}/graphql`,
    })),
  );
  if (errors) throw new Error(`the subgraphs do not compose:\n${errors.map(({ message }) => message).join('\n')}`);
  return { ...Object.fromEntries(subgraphs.map(({ name, sdl }) => [schemaOf(name), sdl()])), [SUPERGRAPH]: `${supergraphSdl!.trim()}\n` };
}

function committed(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
