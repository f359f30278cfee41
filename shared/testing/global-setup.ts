import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mariadbInstalled, startMariaDb } from './mariadb';

declare global {
  var removeSqliteFiles: (() => void) | undefined;
  var stopMariaDb: (() => Promise<void>) | undefined;
}

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;

/** What tests write stays in memory where there is enough of it: they open hundreds of databases, and would wait for a disk at each commit. */
function keepInMemory(): void {
  if (process.env.TMPDIR) return;
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= ENOUGH_BYTES) process.env.TMPDIR = MEMORY;
  } catch {
    // Then on the disk.
  }
}

/** A directory for SQLite's files, and MariaDB started once for all suites. Where it is not installed the suites run on SQLite alone, and say so. */
export default async function globalSetup(): Promise<void> {
  keepInMemory();
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-sqlite-'));
  process.env.TEST_SQLITE_DIRECTORY = directory;
  globalThis.removeSqliteFiles = () => rmSync(directory, { recursive: true, force: true });
  if (mariadbInstalled) {
    const instance = await startMariaDb();
    process.env.TEST_MARIADB_URL = instance.url;
    globalThis.stopMariaDb = instance.stop;
    return;
  }
  if (process.env.CI) throw new Error('mariadbd is not installed, and in CI its tests may not be skipped (Debian package mariadb-server)');
  process.stderr.write('\nSKIPPED: tests on MariaDB, for mariadbd is not installed (Debian package mariadb-server)\n\n');
}
