import { freshDatabase } from '@township-graph/shared/testing/database';
import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
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

/** Whether a null of the innermost type takes nothing but itself away. */
function isNullableInside(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isListType(type.ofType) && isNullableInside(type.ofType);
  return isListType(type) ? isNullableInside(type.ofType) : true;
}

test('what the directory resolves may be missing without taking more than itself', async () => {
  const { database, close } = await freshDatabase('sqlite', MATTERS_SCHEMA);
  const { schema } = await createMattersSubgraph({ database });
  await close();
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, type: field.type })) : [],
  );
  const foreign = fields.filter(({ type }) => ['Division', 'Organization'].includes(getNamedType(type).name));
  expect(foreign.length).toBeGreaterThan(8);
  expect(foreign.filter(({ type }) => !isNullableInside(type)).map(({ path }) => path)).toEqual([]);
});
