import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DevelopmentKey } from '@township-graph/gateway/development-key';
import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { machineClaims } from './machine-identities';

const TOKEN_SECONDS = 60 * 60;
const RENEWED_EVERY_MS = (TOKEN_SECONDS * 1000) / 4;

/** Keeps a file with a token for each subgraph that asks the graph, as the agent of an identity provider would. */
export async function keepMachineTokens(modules: readonly SubgraphModule[], key: DevelopmentKey, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const write = async () => {
    for (const module of modules)
      if (module.asksWith)
        writeWhole(machineTokenFile(directory, module.name), await key.sign({ ...machineClaims(module) }, TOKEN_SECONDS));
  };
  await write();
  const renew = () => write().catch((error: Error) => process.stderr.write(`the tokens of subgraphs were not renewed: ${error.message}\n`));
  setInterval(renew, RENEWED_EVERY_MS).unref();
}

export function machineTokenFile(directory: string, subgraph: string): string {
  return path.join(directory, `${subgraph}.token`);
}

/** Who reads meanwhile finds the one before or this one, never half of one. */
function writeWhole(file: string, token: string): void {
  writeFileSync(`${file}.new`, token, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
