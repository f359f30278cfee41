/*
 * What somebody writes who needs no graph: a Fastify endpoint for each question, prepared SQL, one JSON.stringify. It reads the
 * same SQLite files, sees what the token's holder may see, and verifies each token once, as the gateway does.
 *
 * Left out: rate, size and cost limits, request ids, deadlines, metrics, logs, revoked tokens, purposes, errors with reasons, MySQL.
 */
import { leaveWithParent } from '../../leave-with-parent.mjs';
import { fromRoot } from '../../root.mjs';
import { applicationAnswers } from './applications.mjs';
import { caseAnswers } from './cases.mjs';
import { catalogueAnswers } from './catalogue.mjs';
import { peopleAnswers } from './people.mjs';
import { shownWith } from './shown.mjs';
import { viewerReader } from './viewer.mjs';

const fastify = fromRoot('fastify');
const Database = fromRoot('libsql');

const { DATA, KEYS, ISSUER } = process.env;
const databases = Object.fromEntries(
  ['directory', 'matters', 'enforcement', 'secondment', 'assessment'].map((name) => [name, opened(name)]),
);
const shown = shownWith(databases);
const answers = {
  ...catalogueAnswers(databases, shown),
  ...applicationAnswers(databases, shown),
  ...caseAnswers(databases, shown),
  ...peopleAnswers(databases, shown),
};
const viewerOf = viewerReader(JSON.parse(KEYS), ISSUER);

function opened(name) {
  const database = new Database(`${DATA}/${name}.db`);
  database.pragma('mmap_size = 268435456');
  return database;
}

const app = fastify();
for (const [question, answer] of Object.entries(answers)) {
  app.post(`/${question}`, async (request, reply) => {
    reply.type('application/json; charset=utf-8');
    const viewer = viewerOf(request.headers.authorization);
    return viewer ? JSON.stringify({ data: answer(request.body, viewer) }) : reply.code(401).send('{}');
  });
}
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
leaveWithParent();
process.send({ origin });
