import { freshDatabase } from '@township-graph/shared/testing/database';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { MATTERS_SCHEMA } from './database';
import { createMattersSubgraph } from './subgraph';

const BOTH_LANGUAGES = /[A-Za-z].*\p{Script=Han}/su;

interface Described {
  readonly name: string;
  readonly description?: string | null;
}

/** A type and what is inside it, each with its path. */
function elementsOf(type: GraphQLNamedType): [string, Described][] {
  const fields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const values = isEnumType(type) ? type.getValues() : [];
  return [
    [type.name, type],
    ...[...fields, ...values].map((element): [string, Described] => [`${type.name}.${element.name}`, element]),
    ...fields.flatMap((field) =>
      'args' in field
        ? field.args.map((argument: Described): [string, Described] => [`${type.name}.${field.name}(${argument.name})`, argument])
        : [],
    ),
  ];
}

test('every type, field, argument and enum value is described in both languages', async () => {
  const { database, close } = await freshDatabase('sqlite', MATTERS_SCHEMA);
  const { schema } = await createMattersSubgraph({ database });
  await close();
  const ours = Object.values(schema.getTypeMap()).filter(
    ({ name }) => !/^(_|Query$|String|Int|Float|Boolean|ID$)/.test(name) && !name.includes('__'),
  );
  const queries = elementsOf(schema.getQueryType()!).filter(([path]) => !/^Query(\._|$)/.test(path));
  const undescribed = [...ours.flatMap(elementsOf), ...queries].filter(([, { description }]) => !BOTH_LANGUAGES.test(description ?? ''));
  expect(undescribed.map(([path]) => path).filter((path) => !path.startsWith('federation') && !path.startsWith('link'))).toEqual([]);
});
