import path from 'node:path';

/** The checkout, from `commands/dist` as from `commands/src`. */
export const ROOT = path.resolve(__dirname, '../..');

export const SUPERGRAPH = path.join(ROOT, 'gateway/supergraph.graphql');
export const DATA = path.join(ROOT, '.data');

export function schemaOf(subgraph: string): string {
  return path.join(ROOT, 'subgraphs', subgraph, 'schema.graphql');
}

export const AUDIT_HEADS = 'audit-heads.jsonl';

/** Where the heads of the audit trails go: beside the data, or where the environment says, out of the database's reach. */
export function auditHeadsOf(data = DATA): string {
  return process.env.AUDIT_HEADS ?? path.join(data, AUDIT_HEADS);
}
