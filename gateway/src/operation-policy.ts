import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { holds } from '@township-graph/shared/viewer';
import { GraphQLError } from 'graphql';
import { guardRows } from './list-cost';
import { guardOperation, isIntrospective, type OperationLimits } from './operation-guard';

/** After validation and before planning: what is too large, and in production who may read the schema. */
export function operationPolicy(production: boolean, limits: OperationLimits): ApolloServerPlugin<RequestContext> {
  const guard = (document: Parameters<typeof guardOperation>[0], { viewer }: RequestContext) => {
    guardOperation(document, limits);
    if (production && isIntrospective(document) && !holds(viewer, 'schema:read')) {
      throw new DomainError(
        'FORBIDDEN',
        'SCOPE_MISSING',
        { zh: '令牌缺少权限 schema:read', en: 'The token lacks the scope schema:read' },
        { scope: 'schema:read' },
      );
    }
  };
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, contextValue, schema, request }) => {
        // Without a status of its own, Apollo would answer a refusal as 500.
        const http = { status: 400, headers: new HeaderMap() };
        if (!operation)
          throw new GraphQLError('Unknown or missing operation name.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http } });
        try {
          guard(document, contextValue);
          guardRows(schema, document, operation, request.variables ?? {}, limits.rows);
        } catch (error) {
          throw new GraphQLError((error as Error).message, { originalError: error as Error, extensions: { http } });
        }
      },
    }),
  };
}
