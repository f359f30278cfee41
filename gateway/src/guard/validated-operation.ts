import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { DomainError } from '@township-graph/shared/errors';
import { GraphQLError, getVariableValues } from 'graphql';
import { MOST_VARIABLE_ERRORS } from '../execution/variable-values';

/** What is left to decide once Apollo Server has found a document valid, and before it is planned. */
export function validatedOperation(understood: (text: string) => void): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, operation, schema, request: { variables = {} } }) => {
        understood(source);
        if (!operation) throw asRequestError(new UnknownOperation());
        const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
          maxErrors: MOST_VARIABLE_ERRORS,
        });
        if (errors.length > MOST_VARIABLE_ERRORS) throw asRequestError(new TooManyWrongValues());
      },
    }),
  };
}

/** Without a status of its own, Apollo would answer a refusal as 500. */
function asRequestError(originalError: DomainError): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400, headers: new HeaderMap() } } });
}

class UnknownOperation extends DomainError {
  constructor() {
    super('BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', {
      zh: '文档中没有要执行的操作，或未指明执行哪一个',
      en: 'The document has no such operation, or several of which none was named',
    });
  }
}

class TooManyWrongValues extends DomainError {
  constructor() {
    super('BAD_USER_INPUT', 'VARIABLES_MALFORMED', {
      zh: `变量中有 ${MOST_VARIABLE_ERRORS} 个以上的取值不符合类型`,
      en: `More than ${MOST_VARIABLE_ERRORS} values in the variables do not fit their types`,
    });
  }
}
