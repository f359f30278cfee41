import path from 'node:path';

/** The checkout, from `commands/dist` as from `commands/src`. */
export const ROOT = path.resolve(__dirname, '../..');

export const SUPERGRAPH = path.join(ROOT, 'gateway/supergraph.graphql');
export const DATA = path.join(ROOT, '.data');

export function schemaOf(subgraph: string): string {
  return path.join(ROOT, 'subgraphs', subgraph, 'schema.graphql');
}
