/*
 * What somebody writes who needs no graph: a Fastify endpoint for each question, prepared SQL, one JSON.stringify. It reads the
 * same SQLite files, sees what the token's holder may see, and verifies each token once, as the gateway does.
 *
 * Left out: rate, size and cost limits, request ids, deadlines, metrics, logs, revoked tokens, purposes, errors with reasons, MySQL.
 */
import { leaveWithParent } from '../../leave-with-parent.mjs';
import { fromRoot } from '../../root.mjs';
import { Answers } from './answers.mjs';
import { viewerReader } from './viewer.mjs';

const fastify = fromRoot('fastify');
const Database = fromRoot('libsql');

const { DATA, KEYS, ISSUER } = process.env;
const answers = new Answers(opened('directory'), opened('matters'));
const viewerOf = viewerReader(JSON.parse(KEYS), ISSUER);

function opened(name) {
  const database = new Database(`${DATA}/${name}.db`);
  database.pragma('mmap_size = 268435456');
  return database;
}

const app = fastify();
for (const question of ['card', 'matters', 'guide', 'statistics', 'points', 'divisions', 'viewer', 'organizations']) {
  app.post(`/${question}`, async (request, reply) => {
    reply.type('application/json; charset=utf-8');
    const viewer = viewerOf(request.headers.authorization);
    return viewer ? JSON.stringify({ data: answers[question](request.body, viewer) }) : reply.code(401).send('{}');
  });
}
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
leaveWithParent();
process.send({ origin });
