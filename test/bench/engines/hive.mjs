/*
 * Hive Gateway with its query planner in Rust, on node:http. It makes one call of equal ones that are in flight, whoever asks,
 * unless headers tell them apart. Where rights are a person's, the token must be passed on, and so it is here; `SHARED` leaves
 * everything at its defaults.
 */
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { announce, supergraph } from './engine-world.mjs';

const passOn = { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? undefined }) };
const propagateHeaders = process.env.SHARED ? undefined : passOn;
const gateway = createGatewayRuntime({ supergraph: supergraph(), unifiedGraphHandler, propagateHeaders, logging: 'warn' });
await announce(createServer(gateway));
