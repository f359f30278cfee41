import type { FastifyInstance } from 'fastify';
import { guardJson } from './json-text';
import type { OperationLimits } from './limits';

/** Parses JSON bodies as Fastify does, but only those that are worth it. */
export function guardJsonBodies(app: FastifyInstance, limits: OperationLimits): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    try {
      guardJson(body, limits);
    } catch (refusal) {
      done(refusal as Error);
      return;
    }
    parse(request, body, done);
  });
}
