import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from '@township-graph/shared/testing/database';
import { type FieldDefinitionNode, Kind, parse } from 'graphql';
import { startWholeGraph, type TestGraph } from './whole-graph';

const SUPERGRAPH = parse(readFileSync(path.resolve(__dirname, '../gateway/supergraph.graphql'), 'utf8'));

/** Every field of every object type, by its coordinate. */
const FIELDS = new Map<string, FieldDefinitionNode>(
  SUPERGRAPH.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definition.fields ?? []).map((field) => [`${definition.name.value}.${field.name.value}`, field] as const)
      : [],
  ),
);

const isMarked = ({ directives = [] }: FieldDefinitionNode) =>
  directives.some(
    ({ name, arguments: given = [] }) =>
      name.value === 'tag' && given.some(({ value }) => value.kind === Kind.STRING && value.value === 'personal-data'),
  );

/** Words of a natural person's data, in a field's name or description. */
const SPEAKS_OF_PERSONS =
  /姓名|身份证|公民身份|手机|申请人|当事人|联系人|牵头班子|副主任|住址|家庭|\b(applicant|party|parties|citizen|idNumber|mobile|lead|deput(y|ies)|personName|keeper)\b/i;

/** Fields that speak of persons and hold no personal data of another. */
const NO_PERSONAL_DATA: Readonly<Record<string, string>> = {
  'CaseDecision.education': 'how a party was instructed (行政处罚法§33③), not what it learned at school',
  'Complaint.content': 'the names and numbers that it knows are taken out of it for everybody',
  'ExecutionAgreement.remedialMeasures': 'the name of the party and the numbers of persons are taken out of it for everybody',
  'Viewer.name': 'the viewer reads its own name back',
  'ServicePointStaffing.deputies': 'a number of posts',
};

test('whatever speaks of a natural person is marked as personal data, or says here why it is none', () => {
  const unmarked = [...FIELDS].filter(
    ([coordinate, field]) =>
      !isMarked(field) &&
      SPEAKS_OF_PERSONS.test(`${field.name.value} ${field.description?.value ?? ''}`) &&
      /^(String|\[String!?\])!?$/.test(printed(field.type)) &&
      !(coordinate in NO_PERSONAL_DATA),
  );
  expect(unmarked.map(([coordinate]) => coordinate)).toEqual([]);
  expect([...FIELDS].filter(([, field]) => isMarked(field)).map(([coordinate]) => coordinate)).toEqual(
    expect.arrayContaining(['FunctionalCenter.lead', 'FunctionalCenter.deputies']),
  );
});

function printed(type: FieldDefinitionNode['type']): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${printed(type.type)}]` : `${printed(type.type)}!`;
}

describe.each(ENGINES)('personal data in the graph on %s', (engine) => {
  let graph: TestGraph;
  const QUERY = '{ division(code: "410225201") { functionalCenters { id lead deputies } } }';
  const PURPOSE = encodeURIComponent('核对功能中心负责人');

  beforeAll(async () => {
    graph = await startWholeGraph(engine);
  });

  afterAll(() => graph.stop());

  const centers = async (token?: string, headers: Record<string, string> = {}) =>
    (await graph.ask(QUERY, { token, headers })).data.division.functionalCenters as { id: string; lead: string; deputies: string[] }[];
  const reader = (divisions: readonly unknown[] = ['410225'], scope = 'pii:read') => graph.sign({ sub: 'reader', divisions, scope });

  test('leaders are masked for everybody, but for a stated purpose and within the divisions', async () => {
    const masked = await centers();
    expect(masked.length).toBeGreaterThan(0);
    for (const { lead, deputies } of masked) for (const name of [lead, ...deputies]) expect(name).toMatch(/^.\*$/);
    for (const [token, headers] of [
      [await reader(['410225'], 'audit:read matters:manage directory:manage'), { 'x-purpose': PURPOSE }],
      [await reader(), {}],
      [await reader(['410225202']), { 'x-purpose': PURPOSE }],
      [await reader([{ code: '410225', until: '2020-01-01' }]), { 'x-purpose': PURPOSE }],
      [await reader([]), { 'x-purpose': PURPOSE }],
      [undefined, { 'x-purpose': PURPOSE }],
    ] as const)
      expect(await centers(token, headers as Record<string, string>)).toEqual(masked);
    const clear = await centers(await reader(), { 'x-purpose': PURPOSE });
    for (const [index, { lead }] of clear.entries()) {
      expect(lead).not.toContain('*');
      expect(lead[0]).toBe(masked[index]!.lead[0]);
    }
  });

  test('each clear reading is on record, for the auditors of its division and no others', async () => {
    await centers(await reader(), { 'x-purpose': PURPOSE, 'x-request-id': 'clear-reading-1' });
    const query = `{ directoryAudit(filter: { requestId: "clear-reading-1" }) { nodes { kind subject purpose targets { type id fields } } } }`;
    const seenBy = async (division: string) =>
      (await graph.ask(query, { token: await graph.sign({ sub: 'auditor', divisions: [division], scope: 'audit:read' }) })).data
        .directoryAudit.nodes;
    const [record] = await seenBy('410225201');
    expect(record).toMatchObject({ kind: 'PERSONAL_DATA_READING', subject: 'reader', purpose: '核对功能中心负责人' });
    const ids = (await centers()).map(({ id }) => id);
    expect(record.targets.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(record.targets[0]).toMatchObject({ type: 'FunctionalCenter', fields: ['deputies', 'lead'] });
    expect(await seenBy('410225')).toHaveLength(1);
    expect(await seenBy('410225202')).toEqual([]);
  });

  test('a purpose that states none is refused before anything is read', async () => {
    const { errors, data } = await graph.ask(QUERY, { token: await reader(), headers: { 'x-purpose': 'x' } });
    expect(data).toBeUndefined();
    expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PURPOSE_MALFORMED' });
  });

  test('an error does not repeat the number of a person that it was given', async () => {
    for (const query of [
      '{ division(code: "410225199003071234") { name } }',
      '{ matters(first: "13812345678") { totalCount } }',
      '{ division(code: 410225199003071234) { name } }',
    ]) {
      const text = JSON.stringify(await graph.ask(query));
      expect(text).toContain('errors');
      expect(text).not.toMatch(/410225199003071234|13812345678/);
    }
  });
});
