import { AuditHeadFile } from '../audit/audit-heads';
import { systemClock } from '../clock';
import type { SubgraphOptions } from '../subgraph';
import { Commands } from './commands';
import { Journal } from './journal';

/** What a subgraph needs to be written to: its journal, and the commands that write into it. */
export function writesOf(
  subgraph: string,
  { database, clock = systemClock, log, auditAlgorithm, auditHeads }: SubgraphOptions,
): { readonly journal: Journal; readonly commands: Commands } {
  const headFile = auditHeads === undefined ? undefined : new AuditHeadFile(auditHeads, log);
  const journal = new Journal({ subgraph, clock, algorithm: auditAlgorithm, headFile });
  return { journal, commands: new Commands({ database, journal, clock, log }) };
}
