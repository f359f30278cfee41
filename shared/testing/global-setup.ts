import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mariadbInstalled, startMariaDb } from './mariadb';

declare global {
  var removeSqliteFiles: (() => void) | undefined;
  var stopMariaDb: (() => Promise<void>) | undefined;
}

/** A directory for SQLite's files, and MariaDB started once for all suites. Where it is not installed the suites run on SQLite alone, and say so. */
export default async function globalSetup(): Promise<void> {
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
