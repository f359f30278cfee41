import { readFile } from 'node:fs/promises';
import { httpEntrance } from './entrance';
import type { GraphClient } from './graph-client';
import { MachineClient } from './machine-client';

export const GRAPH_SETTINGS_USAGE = `  GRAPH_URL      the gateway's address, such as http://127.0.0.1:4000/graphql: from there it learns of other subgraphs' changes (none: it
                 learns of none)
  GRAPH_TOKEN    the bearer token that it asks with, of a machine's identity of its own; or GRAPH_TOKEN_FILE, a file that holds it and is
                 read again for each question, so that it can be renewed`;

/** The client that the environment describes; null where this process is to ask nobody. */
export function graphClientFrom({ GRAPH_URL, GRAPH_TOKEN, GRAPH_TOKEN_FILE }: NodeJS.ProcessEnv): GraphClient | null {
  const url = GRAPH_URL?.trim();
  const token = GRAPH_TOKEN?.trim();
  const file = GRAPH_TOKEN_FILE?.trim();
  if (!url) {
    if (token || file) throw new Error('GRAPH_URL is needed where there is a token to ask it with');
    return null;
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error('GRAPH_URL: must be an http(s) URL');
  if (Boolean(token) === Boolean(file)) throw new Error('GRAPH_URL needs either GRAPH_TOKEN or GRAPH_TOKEN_FILE');
  const read = file ? async () => (await readFile(file, 'utf8')).trim() : async () => token!;
  return new MachineClient({ entrance: httpEntrance(url), token: read });
}
