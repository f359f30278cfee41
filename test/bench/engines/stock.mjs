/* Apollo Server with Apollo Gateway on Express, each with its defaults: what one gets by following the manual. */
import { createServer } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { announce, supergraph } from './engine-world.mjs';

const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: supergraph() }) });
await server.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(server));
await announce(createServer(app));
