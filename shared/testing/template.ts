import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

export type TestEngine = 'sqlite' | 'mariadb';

const directory = () => process.env.TEST_SQLITE_DIRECTORY!;

/** A database of its own address, empty. On SQLite a file, as in production: one in memory has no connection for reads. */
export async function freshUrl(engine: TestEngine): Promise<string> {
  if (engine === 'sqlite') return `sqlite:${path.join(directory(), `${randomUUID()}.db`)}`;
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await onServer((connection) => connection.query(`CREATE DATABASE ${name}`));
  return `${process.env.TEST_MARIADB_URL}/${name}`;
}

/**
 * The address of a copy of the database that `make` fills, which is made once in a run of the tests, by the first who asks for it.
 * What is the same is told by `key`. Migrations and demonstrations take seconds, and a copy of what they make does not.
 */
export async function copyOf(engine: TestEngine, key: string, make: (url: string) => Promise<void>): Promise<string> {
  const template = path.join(directory(), `${engine}-${createHash('sha256').update(key).digest('hex')}`);
  await madeOnce(template, async () => {
    const url = await freshUrl(engine);
    await make(url);
    writeFileSync(`${template}.making`, engine === 'sqlite' ? wholeFileOf(url) : await statementsOf(nameIn(url)));
    renameSync(`${template}.making`, template);
  });
  const copy = await freshUrl(engine);
  if (engine === 'sqlite') copyFileSync(template, copy.slice('sqlite:'.length));
  else await onServer((connection) => connection.query(`USE ${nameIn(copy)}; ${readFileSync(template, 'utf8')}`));
  return copy;
}

/** Several workers run tests: one makes it and the others wait. */
async function madeOnce(file: string, make: () => Promise<void>): Promise<void> {
  const lock = `${file}.lock`;
  while (!existsSync(file)) {
    try {
      writeFileSync(lock, '', { flag: 'wx' });
    } catch {
      await pause(20);
      continue;
    }
    try {
      if (!existsSync(file)) await make();
    } finally {
      rmSync(lock);
    }
  }
}

function wholeFileOf(url: string): Buffer {
  const file = url.slice('sqlite:'.length);
  const Database = require('libsql');
  const database = new Database(file);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return readFileSync(file);
}

/** What makes the tables of the database anew, and fills them from there. */
async function statementsOf(name: string): Promise<string> {
  return onServer(async (connection) => {
    const [tables] = await connection.query<RowDataPacket[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
      [name],
    );
    const statements: string[] = [];
    for (const { name: table } of tables) {
      const [[created]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${name}.\`${table}\``);
      const [[filled]] = await connection.query<RowDataPacket[]>(`SELECT EXISTS(SELECT 1 FROM ${name}.\`${table}\`) AS filled`);
      statements.push(created!['Create Table']);
      if (filled!.filled) statements.push(`INSERT INTO \`${table}\` SELECT * FROM ${name}.\`${table}\``);
    }
    return statements.join(';\n');
  });
}

const nameIn = (url: string) => url.slice(url.lastIndexOf('/') + 1);

async function onServer<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const { hostname, port } = new URL(process.env.TEST_MARIADB_URL!);
  const connection = await createConnection({ host: hostname, port: Number(port), user: 'root', multipleStatements: true });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
