import { register } from 'prom-client';

/**
 * What the kernel counts in this process, whichever subgraphs are in it: served at /metrics by a subgraph's own process, and on the
 * gateway's page where they are one process with it.
 */
export const processMetrics = register;
