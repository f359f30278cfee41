import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import path from 'node:path';
import { divisionImport } from '@township-graph/directory/division/division.import';
import { matterImport } from '@township-graph/matters/matter/matter.import';
import { columnHelp } from '@township-graph/matters/matter/matter-import.help';
import { AuditKind, AuditOutcome } from '@township-graph/shared/audit/audit.enums';
import type { ChainHead } from '@township-graph/shared/audit/audit-chain';
import { parseDay } from '@township-graph/shared/calendar';
import { dayOf, systemClock } from '@township-graph/shared/clock';
import { actorOf } from '@township-graph/shared/command/actor';
import type { AuditEntry } from '@township-graph/shared/command/journal';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import type { RequestContext } from '@township-graph/shared/context';
import { type ImportPlan, type ImportReport, importCsv, type WrittenBatch } from '@township-graph/shared/csv-import';
import { csvFile } from '@township-graph/shared/csv-text';
import { openDatabase } from '@township-graph/shared/database';
import { DomainError } from '@township-graph/shared/errors';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { databaseUrlOf } from './database-url';
import { SUBGRAPHS } from './graph';
import { auditHeadsOf } from './paths';

/** What can be imported: into which subgraph, by which plan. */
const IMPORTS: Readonly<Record<string, { readonly subgraph: string; readonly makePlan: (options: Options) => ImportPlan<unknown> }>> = {
  divisions: {
    subgraph: 'directory',
    makePlan: ({ snapshot }) =>
      divisionImport({ validFrom: snapshot ? parseDay(snapshot) : null, today: dayOf(systemClock()) }) as ImportPlan<unknown>,
  },
  matters: { subgraph: 'matters', makePlan: () => matterImport({ clock: systemClock }) as ImportPlan<unknown> },
};

interface Options {
  readonly skipBadRows?: boolean;
  readonly snapshot?: string;
  readonly data?: string;
}

const command = new Command('npm run import --')
  .description(
    'Imports CSV files (UTF-8 or GBK). A file with bad rows is refused whole, with their line numbers, unless they are to be skipped.\nAn import that was cut off goes on where it stopped when it is called again.',
  )
  .argument('<kind>', Object.keys(IMPORTS).join(' or '))
  .argument('<files...>', 'CSV files, parents before children')
  .option('--skip-bad-rows', 'take the good rows of a file that has bad ones')
  .option('--snapshot <day>', 'divisions: the day the file speaks of, YYYY-MM-DD')
  .option('--data <directory>', 'where the embedded databases lie, when DATABASE_URL is not set')
  .addHelpText(
    'after',
    `
Examples: npm run import -- divisions streets.csv villages.csv --snapshot 2023-06-30
          npm run import -- matters list.csv

DATABASE_URL  the databases of a distributed graph, such as mariadb://user:password@host:3306

Columns of divisions: code, name, and those of the parents (streetCode, areaCode, cityCode, provinceCode).
Columns of matters (* needed; the others may be left out or empty; lists are parted by | or ；):
${columnHelp()}`,
  );

async function main(): Promise<void> {
  const { args } = command.parse();
  const [kind, ...files] = args as [string, ...string[]];
  const options = command.opts<Options>();
  const chosen = IMPORTS[kind];
  if (!chosen) throw new Error(`${kind} cannot be imported; ${Object.keys(IMPORTS).join(' or ')} can`);
  const { name, schema } = SUBGRAPHS.find((module) => module.name === chosen.subgraph)!;
  const database = await openDatabase({ ...schema, url: databaseUrlOf(name, options.data) });
  const { journal } = writesOf(name, { database, auditHeads: auditHeadsOf(options.data) });
  const context = operator();
  try {
    for (const file of files) {
      let head: ChainHead | null = null;
      const onBatch = async (tx: EntityManager, batch: WrittenBatch) => {
        head = await journal.append(tx, recordsOf(context, kind, batch));
      };
      const report = await withBar(path.basename(file), async (onProgress) =>
        importCsv(database.manager, await csvFile(file), () => chosen.makePlan(options), {
          skipBadRows: options.skipBadRows,
          onBatch,
          onProgress,
        }),
      );
      print(file, report);
      if (head) await journal.exportHead(head);
    }
  } finally {
    await database.destroy();
  }
}

/** Who sits at the keyboard: no token tells, so the operating system's word is taken. */
function operator(): RequestContext {
  const viewer = { ...ANONYMOUS, subject: `operator:${userInfo().username}` };
  return { viewer, requestId: randomUUID(), locale: 'zh', purpose: null };
}

/** What the audit trail is told of one transaction of an import. */
function recordsOf(context: RequestContext, kind: string, { id, rowsDone, divisions }: WrittenBatch): AuditEntry[] {
  return divisions.map((divisionCode) => ({
    ...actorOf(context, systemClock),
    kind: AuditKind.COMMAND,
    action: `import ${kind}`,
    divisionCode,
    targets: [{ type: 'File', id: `${id}#${rowsDone}`, fields: [] }],
    outcome: AuditOutcome.DONE,
    reason: null,
    inputHash: null,
  }));
}

async function withBar<T>(
  label: string,
  work: (onProgress: (phase: 'check' | 'write', bytes: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: `${label} {phase} {bar} {percentage}% | {eta_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
  });
  bar.start(1, 0, { phase: '检查 checking' });
  try {
    return await work((phase, bytes, total) => {
      bar.setTotal(Math.max(total, 1));
      bar.update(bytes, { phase: phase === 'check' ? '检查 checking' : '写入 writing ' });
    });
  } finally {
    bar.stop();
  }
}

function print(file: string, { rows, bad, badRows, inserted, updated, unchanged, resumedAfter, isWritten }: ImportReport): void {
  for (const { line, error } of badRows) process.stderr.write(`${file}:${line}  ${error.reason}  ${error.text.zh}  ${error.text.en}\n`);
  if (bad > badRows.length) process.stderr.write(`… ${bad - badRows.length} more bad rows\n`);
  if (!isWritten) {
    process.exitCode = 1;
    process.stderr.write(`${file}: ${bad} of ${rows} rows are bad; nothing was written. 有 ${bad} 行错误，未写入任何数据。\n`);
    return;
  }
  if (resumedAfter > 0) process.stdout.write(`${file}: went on after row ${resumedAfter} 从第 ${resumedAfter} 行之后继续\n`);
  process.stdout.write(`${file}: ${rows} rows, ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${bad} skipped\n`);
}

main().catch((error: Error) => {
  process.stderr.write(error instanceof DomainError ? `${error.reason}  ${error.text.zh}  ${error.text.en}\n` : `${error.message}\n`);
  process.exit(1);
});
