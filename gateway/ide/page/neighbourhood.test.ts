import { buildClientSchema, buildSchema, introspectionFromSchema } from 'graphql';
import { ALL_STEPS, firstView, neighbourhood, rootNames, typeCount } from './neighbourhood';

const SCHEMA = introspectionFromSchema(
  buildSchema(/* GraphQL */ `
    type Query { division: Division matters: MatterConnection }
    type Mutation { apply(input: ApplyInput): ApplyPayload }
    input ApplyInput { matter: ID }
    type ApplyPayload { application: Application }
    type Division { name: String parent: Division matters: MatterConnection subject: Subject }
    type MatterConnection { edges: [MatterEdge!] nodes: [Matter!]! pageInfo: PageInfo! totalCount: Int! }
    type MatterEdge { cursor: String! node: Matter }
    type PageInfo { hasNextPage: Boolean! }
    type Matter { name: String organization: Organization applications: ApplicationConnection }
    type ApplicationConnection { nodes: [Application!]! pageInfo: PageInfo! totalCount: Int! }
    type Application { matter: Matter }
    type Organization { name: String division: Division }
    union Subject = Organization | Application
  `),
);

function fieldsOf(type: string, view: { root: string; steps: number }): string[] | undefined {
  const found = neighbourhood(SCHEMA, view).__schema.types.find(({ name }) => name === type);
  return found && 'fields' in found ? found.fields.map(({ name }) => name) : undefined;
}

it('names the operations first, and nothing that only stands between types', () => {
  expect(rootNames(SCHEMA)).toEqual(['Query', 'Mutation', 'Application', 'ApplyPayload', 'Division', 'Matter', 'Organization']);
});

it('draws a small schema whole', () => {
  expect(firstView(SCHEMA)).toEqual({ root: 'Query', steps: ALL_STEPS });
});

it('starts a large schema at the type that most others point at', () => {
  const many = Array.from({ length: 50 }, (_, index) => `type Thing${index} { at: Division }`).join('\n');
  const large = introspectionFromSchema(buildSchema(`type Query { thing: Thing0 } type Division { name: String } ${many}`));
  expect(firstView(large)).toEqual({ root: 'Division', steps: 1 });
});

it('counts a connection and its edges as no step', () => {
  expect(fieldsOf('Matter', { root: 'Division', steps: 1 })).toEqual(['name']);
  expect(fieldsOf('Division', { root: 'Division', steps: 1 })).toEqual(['name', 'parent', 'matters']);
});

it('drops connections, unions and payloads that have lost what they hold', () => {
  const { __schema: schema } = neighbourhood(SCHEMA, { root: 'Division', steps: 1 });
  const names = schema.types.map(({ name }) => name);
  expect(names).not.toEqual(expect.arrayContaining(['ApplicationConnection']));
  expect(names).not.toEqual(expect.arrayContaining(['Subject']));
  expect(fieldsOf('Query', { root: 'Query', steps: 1 })).toEqual(['division', 'matters']);
});

it.each([1, 2, 3, ALL_STEPS])('is a valid schema within %p steps of every type', (steps) => {
  for (const root of rootNames(SCHEMA)) {
    const view = neighbourhood(SCHEMA, { root, steps });
    expect(buildClientSchema(view).getQueryType()?.name).toBe(root);
    expect(typeCount(view)).toBeGreaterThan(0);
  }
});
