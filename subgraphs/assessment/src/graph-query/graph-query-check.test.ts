import { reasonOf } from '@township-graph/shared/testing/reason';
import { SubjectKind } from '../scheme/scheme.enums';
import { checkQuery } from './graph-query-check';
import { numberAt, pathOf } from './result-path';

const MATTERS = 'query ($divisionCode: DivisionCode!) { division(code: $divisionCode) { matters { totalCount } } }';
const PATH = 'division.matters.totalCount';
const refusal = (query: string, answerPath = PATH, kind = SubjectKind.DIVISION) => reasonOf(() => checkQuery({ query, answerPath }, kind));
const selecting = (fields: string) => `query ($divisionCode: DivisionCode!) { ${fields} }`;

test.each([
  ['a count of a division', MATTERS, PATH],
  [
    'through aliases and fragments, of a time',
    `query ($divisionCode: DivisionCode!, $from: DateTime!, $to: DateTime!) { all: division(code: $divisionCode) { ...Counted } }
     fragment Counted on Division { ... on Division { done: applications(filter: { acceptedAt: { from: $from, to: $to } }) { totalCount } } }`,
    'all.done.totalCount',
  ],
  [
    'a place in a list',
    selecting('applicationStatistics(filter: { divisionCode: $divisionCode }) { onTime }'),
    'applicationStatistics.0.onTime',
  ],
])('%s may be an indicator', (_, query, path) => expect(refusal(query, path)).toBeNull());

test('of an organisation and of a member of staff it asks by their own keys', () => {
  const organization = 'query ($creditCode: CreditCode!) { organization(creditCode: $creditCode) { matters { totalCount } } }';
  const staff = 'query ($staffMemberId: ID!) { staffMember(id: $staffMemberId) { trainings { totalCount } } }';
  expect(refusal(organization, 'organization.matters.totalCount', SubjectKind.ORGANIZATION)).toBeNull();
  expect(refusal(staff, 'staffMember.trainings.totalCount', SubjectKind.STAFF_MEMBER)).toBeNull();
  expect(refusal(staff, 'staffMember.trainings.totalCount', SubjectKind.DIVISION)).toBe('UNKNOWN_VARIABLE');
});

test.each([
  ['what does not parse', '{ division(', 'QUERY_NOT_PARSED'],
  ['nothing', '', 'QUERY_NOT_PARSED'],
  ['a mutation', 'mutation ($divisionCode: DivisionCode!) { division(code: $divisionCode) { matters { totalCount } } }', 'NOT_ONE_QUERY'],
  ['a subscription', 'subscription { division { matters { totalCount } } }', 'NOT_ONE_QUERY'],
  ['two operations', `${MATTERS} query B { a }`, 'NOT_ONE_QUERY'],
  ['a query with a mutation behind it', `${MATTERS} mutation M { fileCase { case { id } } }`, 'NOT_ONE_QUERY'],
  ['a schema', `${MATTERS} type A { b: Int }`, 'NOT_ONE_QUERY'],
  ['fragments alone', 'fragment A on Division { code }', 'NOT_ONE_QUERY'],
  ['introspection', selecting('division(code: $divisionCode) { matters { totalCount } } __schema { types { name } }'), 'QUERY_INTROSPECTS'],
  [
    'introspection in a fragment',
    `${selecting('division(code: $divisionCode) { matters { totalCount } } ...S')} fragment S on Query { __type(name: "A") { name } }`,
    'QUERY_INTROSPECTS',
  ],
  ['a variable of its own', selecting('a').replace('$divisionCode', '$county: String, $divisionCode'), 'UNKNOWN_VARIABLE'],
  ['a number that is the same for all', '{ division(code: "410225") { matters { totalCount } } }', 'SUBJECT_NOT_ASKED'],
  ['a fragment that uses itself', `${selecting('...A')} fragment A on Query { ...A }`, 'FRAGMENT_CYCLE'],
  ['text without end', `${MATTERS}${' '.repeat(4000)}`, 'QUERY_TOO_LARGE'],
  [
    'fragments that multiply',
    `${selecting('...A')} fragment A on Query { ...B ...B ...B ...B } fragment B on Query { ...C ...C ...C ...C } fragment C on Query { a b c d e }`,
    'QUERY_TOO_LARGE',
  ],
  ['depth', selecting(`${'a { '.repeat(13)}b${' }'.repeat(13)}`), 'QUERY_TOO_LARGE'],
])('%s is none', (_, query, reason) => expect(refusal(query)).toBe(reason));

test.each([
  ['division.matters', 'PATH_NOT_A_NUMBER'],
  ['division', 'PATH_NOT_A_NUMBER'],
  ['division.matters.totalCount.more', 'PATH_NOT_SELECTED'],
  ['matters.totalCount', 'PATH_NOT_SELECTED'],
  ['division.__proto__', 'PATH_NOT_SELECTED'],
  ['', 'PATH_NOT_SELECTED'],
  ['division..totalCount', 'PATH_NOT_SELECTED'],
  ['0.totalCount', 'PATH_NOT_SELECTED'],
])('the path %p leads to no number', (path, reason) => expect(refusal(MATTERS, path)).toBe(reason));

describe('行政处罚法§74③: fines and confiscations feed no indicator', () => {
  const cases = (inner: string) =>
    selecting(`division(code: $divisionCode) { enforcementCases { nodes { ${inner} } } matters { totalCount } }`);

  test.each([
    ['a field', cases('decision { fineYuan }')],
    ['a field under another name', cases('decision { harmless: fineYuan }')],
    ['a field in a fragment', `${cases('...D')} fragment D on EnforcementCase { decision { confiscatedYuan } }`],
    ['a value of an enum', selecting('division(code: $divisionCode) { matters(filter: { kind: FINE }) { totalCount } }')],
    ['a list of penalties', cases('decision { penalties { kind } }')],
    ['an argument', selecting('division(code: $divisionCode) { matters(fineOver: 5) { totalCount } }')],
    ['words that are looked for', selecting('division(code: $divisionCode) { matters(filter: { search: "罚款" }) { totalCount } }')],
    [
      'words that are written otherwise',
      selecting(String.raw`division(code: $divisionCode) { matters(filter: { search: "\u7f5a\u6b3e" }) { totalCount } }`),
    ],
    ['words in a block', selecting('division(code: $divisionCode) { matters(filter: { search: """没收""" }) { totalCount } }')],
    ['an alias that says so', selecting('division(code: $divisionCode) { matters { totalCount } fines: matters { totalCount } }')],
  ])('%s', (_, query) => expect(refusal(query)).toBe('FINES_IN_APPRAISAL'));
});

describe('the number at a path', () => {
  const at = (answer: unknown, path = 'a.b') => numberAt(answer, pathOf(path));

  test.each([
    [{ a: { b: 152 } }, '152'],
    [{ a: { b: 0 } }, '0'],
    [{ a: { b: 0.1 } }, '0.1'],
    [{ a: { b: 1 / 3 } }, '0.333333'],
    [{ a: { b: '99.20' } }, '99.20'],
    [{ a: { b: -5 } }, '-5'],
    [{ a: null }, null],
    [{ a: { b: null } }, null],
    [{}, null],
  ])('%j is %p', (answer, number) => expect(at(answer)).toBe(number));

  test('is found in a list, and is none beyond its end', () => {
    expect(at({ a: [{ b: 1 }, { b: 2 }] }, 'a.1.b')).toBe('2');
    expect(at({ a: [{ b: 1 }] }, 'a.1.b')).toBeNull();
    expect(at({ a: [] }, 'a.length')).toBeNull();
  });

  test.each([[{ a: { b: true } }], [{ a: { b: 'many' } }], [{ a: { b: [1] } }], [{ a: { b: { c: 1 } } }], [{ a: { b: 1e21 } }]])(
    '%j is none',
    (answer) => expect(reasonOf(() => at(answer))).toBe('PATH_NOT_A_NUMBER'),
  );
});
