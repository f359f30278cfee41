/*
 * A process of its own: the four subgraphs on a port each. Tells its parent the supergraph, whose URLs are these ports.
 * An answer is kept by the body that asked for it, so that no engine ever waits for a subgraph to think.
 */
import { createServer } from 'node:http';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { leaveWithParent } from '../leave-with-parent.mjs';
import { SUBGRAPHS } from './subgraphs.mjs';

const MOST_ANSWERS = 10_000;

const services = [];
/** By subgraph, since counting was last asked for. */
const calls = {};

for (const { name, sdl, resolvers } of SUBGRAPHS) {
  const typeDefs = parse(sdl);
  const url = await serve(name, buildSubgraphSchema({ typeDefs, resolvers }));
  services.push({ name, url, typeDefs });
}

const { supergraphSdl, errors } = composeServices(services);
if (!supergraphSdl) throw new Error(errors.map(({ message }) => message).join('\n'));
leaveWithParent();
process.on('message', () => {
  process.send({ calls: { ...calls } });
  for (const name of Object.keys(calls)) calls[name] = 0;
});
process.send({ supergraph: supergraphSdl, urls: Object.fromEntries(services.map(({ name, url }) => [name, url])) });

async function serve(name, schema) {
  const answers = new Map();
  calls[name] = 0;
  const answerTo = async (body) => {
    const { query, variables, operationName } = JSON.parse(body);
    const result = await graphql({ schema, source: query, variableValues: variables, operationName });
    if (result.errors) process.stderr.write(`${name}: ${result.errors[0].message}\n`);
    const answer = Buffer.from(JSON.stringify(result));
    if (answers.size < MOST_ANSWERS) answers.set(body, answer);
    return answer;
  };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      calls[name] += 1;
      const body = (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString();
      const answer = answers.get(body) ?? (await answerTo(body));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
      response.end(answer);
    });
  });
  // Longer than any run: a connection that is closed while a call is on its way would be an error of the harness.
  server.keepAliveTimeout = 600_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}/graphql`;
}
