/*
 * Our gateway with the subgraphs in the same process, as `npm start` runs them: compiled by the kernel's executor, held to the
 * limits of calls. Everything is resolved from the gateway's own packages, for there may be only one graphql in a process.
 */
import { createRequire } from 'node:module';
import { SUBGRAPHS } from '../classic/subgraphs.mjs';
import { ROOT } from '../root.mjs';
import { supergraph, tellWhere } from './engine-world.mjs';

const require = createRequire(`${ROOT}/gateway/package.json`);
const { buildSubgraphSchema } = require('@apollo/subgraph');
const { parse } = require('graphql');
const { createAuthentication } = require('@township-graph/gateway/authentication/authentication');
const { keySetFrom } = require('@township-graph/gateway/authentication/token-sources');
const { readConfig } = require('@township-graph/gateway/config');
const { createGateway } = require('@township-graph/gateway/gateway');
const { limited } = require('@township-graph/shared/call-limits');
const { systemClock: clock } = require('@township-graph/shared/clock');
const { createExecutor } = require('@township-graph/shared/executor');
const { createLog } = require('@township-graph/shared/log');

const config = readConfig();
const log = createLog({ name: 'bench', level: config.logLevel });
const keys = await keySetFrom(config, { clock, log });
const authentication = createAuthentication({
  keys,
  issuer: config.tokenIssuer,
  audience: config.tokenAudience,
  denyList: null,
  clock,
  log,
});
const executorOf = ({ sdl, resolvers }) => {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  return limited(createExecutor(schema, { contextOf: (context) => context, settle: async () => {}, log }));
};
const transports = Object.fromEntries(SUBGRAPHS.map((subgraph) => [subgraph.name, executorOf(subgraph)]));
const gateway = await createGateway({ supergraph: supergraph(), transports, authentication, config, clock, log });
tellWhere(`${await gateway.listen()}/graphql`);
