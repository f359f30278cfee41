import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { type ExportedHead, readHeads } from '@township-graph/shared/audit/audit-heads';
import { verifyAudit } from '@township-graph/shared/audit/audit-verification';
import { openDatabase } from '@township-graph/shared/database';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { databaseUrlOf } from './database-url';
import { SUBGRAPHS } from './graph';
import { auditHeadsOf } from './paths';

interface Options {
  readonly subgraph?: string;
  readonly heads?: string;
  readonly data?: string;
}

const TAMPERING_WORDS: Readonly<Record<string, string>> = {
  CHANGED: 'changed 被篡改',
  REMOVED: 'removed 被删除',
  INSERTED: 'inserted 被插入',
  REORDERED: 'moved 被调换',
  CUT: 'cut off 被截断',
  REWRITTEN: 'rewritten 被重写',
};

const program = new Command('npm run audit --').description('The audit trails of the subgraphs: hash-chained, one each. 审计记录。');

program
  .command('verify')
  .description('Reads every record and names each that was changed, removed, inserted, moved or cut off. Exits with 1 when there is one.')
  .option('--subgraph <name>', `only this one: ${SUBGRAPHS.map(({ name }) => name).join(', ')}`)
  .option('--heads <file>', 'heads exported outside the database (AUDIT_HEADS, or audit-heads.jsonl beside the data)')
  .option('--data <directory>', 'where the embedded databases lie, when DATABASE_URL is not set')
  .action(verify);

async function verify({ subgraph, heads: exported, data }: Options): Promise<void> {
  const chosen = SUBGRAPHS.filter(({ name }) => subgraph === undefined || name === subgraph);
  if (chosen.length === 0) throw new Error(`no subgraph ${subgraph}; there are ${SUBGRAPHS.map(({ name }) => name).join(', ')}`);
  const heads = await exportedHeads(exported ?? auditHeadsOf(data), exported !== undefined || process.env.AUDIT_HEADS !== undefined);
  for (const { name, schema } of chosen) {
    const url = databaseUrlOf(name, data);
    const file = /^sqlite:(.*)/.exec(url)?.[1];
    if (file && !existsSync(file)) throw new Error(`there is no database at ${file}; --data says where the databases lie`);
    const database = await openDatabase({ ...schema, url });
    try {
      const { records, findings } = await withCounter(name, (onProgress) => verifyAudit(database, name, heads, onProgress));
      for (const { tampering, detail } of findings) process.stdout.write(`✗ ${name}: ${TAMPERING_WORDS[tampering]}: ${detail}\n`);
      if (findings.length === 0) process.stdout.write(`✓ ${name}: ${records} records hold 条记录完整\n`);
      else process.exitCode = 1;
    } finally {
      await database.destroy();
    }
  }
}

/** Without the file a trail that was rewritten as a whole cannot be told from one that was not; so that is said. */
async function exportedHeads(file: string, isAskedFor: boolean): Promise<ExportedHead[]> {
  if (existsSync(file)) return readHeads(file);
  if (isAskedFor) throw new Error(`${file} does not exist`);
  process.stderr.write(`no exported heads at ${file}: a trail rewritten as a whole would not be noticed\n`);
  return [];
}

async function withCounter<T>(label: string, work: (onProgress: (records: number) => void) => Promise<T>): Promise<T> {
  const bar = new SingleBar({ format: `${label.padEnd(12)} {value} records`, noTTYOutput: false });
  bar.start(0, 0);
  try {
    return await work((records) => bar.update(records));
  } finally {
    bar.stop();
  }
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
