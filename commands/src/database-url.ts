import path from 'node:path';
import { engineOf } from '@township-graph/shared/database';
import { createConnection } from 'mysql2/promise';
import { DATA } from './paths';

/** Name of a subgraph's database on a MySQL or MariaDB server. */
const schemaName = (subgraph: string) => `township_${subgraph}`;

/** Where a subgraph's rows are: its own database on the server of `DATABASE_URL`, or a file of its own. */
export function databaseUrlOf(subgraph: string, directory = DATA, server = process.env.DATABASE_URL): string {
  if (!server) return `sqlite:${path.join(directory, `${subgraph}.db`)}`;
  if (engineOf(server) === 'sqlite') throw new Error('DATABASE_URL names a MySQL or MariaDB server; embedded databases lie in --data');
  const url = new URL(server);
  url.pathname = `/${schemaName(subgraph)}`;
  return url.href;
}

/** Creates the subgraph's database on the server if it is not there. */
export async function createServerDatabase(subgraph: string, server: string): Promise<void> {
  const { hostname, port, username, password } = new URL(server);
  const connection = await createConnection({
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  });
  try {
    await connection.query(`CREATE DATABASE IF NOT EXISTS ${schemaName(subgraph)} CHARACTER SET utf8mb4`);
  } finally {
    await connection.end();
  }
}
