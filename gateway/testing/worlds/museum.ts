import type { World } from './world';

interface Row {
  readonly __typename: string;
  readonly id: string;
  /** The object that led here; in the oracle alone. */
  readonly above?: Row;
  readonly [field: string]: unknown;
}

const ROOMS: readonly Row[] = [
  { __typename: 'Hall', id: 'h1', language: 'zh', floor: 1, across: 'h2' },
  { __typename: 'Hall', id: 'h2', language: null, floor: 2, across: 'h1' },
  { __typename: 'Yard', id: 'y1', language: 'en', wind: 'west' },
  { __typename: 'Hall', id: 'h3', language: 'zh', floor: 1, across: null },
];
/** Nothing is known of h3. */
const CLIMATES: Readonly<Record<string, string | null>> = { h1: 'dry', h2: 'damp', y1: null };
const TOURS: readonly Row[] = [
  { __typename: 'Tour', id: 't1', guide: { language: 'zh' }, tags: ['old', 'new'], halls: ['h1', 'h2'] },
  { __typename: 'Tour', id: 't2', guide: { language: 'en' }, tags: null, halls: ['h1'] },
  { __typename: 'Tour', id: 't3', guide: null, tags: [], halls: ['h1', 'h3', 'h1'] },
];
const WORKS: readonly Row[] = [0, 1, 2, 3].map((n) => ({ __typename: 'Work', id: `w${n}`, title: `work ${n}`, next: `w${(n + 1) % 4}` }));
const MUSEUM_ITSELF = { __typename: 'Query', id: '', guide: { language: 'fr' }, tags: ['all'] } as const;

const byId =
  (rows: readonly Row[]) =>
  ({ id }: { id: unknown }) =>
    rows.find((row) => row.id === id) ?? null;
const [roomBy, tourBy, workBy] = [byId(ROOMS), byId(TOURS), byId(WORKS)];
const worksIn = ({ id }: { id: string }, { first = 3 }: { first?: number | null }) =>
  WORKS.filter((_, n) => n !== ROOMS.findIndex((room) => room.id === id)).slice(0, first ?? 3);
const labelOf = ({ id }: { id: string }, { short }: { short: boolean }) => (short ? id : `room ${id}`);

const caption = ({ title }: Row, { language, length = 40 }: { language: unknown; length?: number | null }) =>
  `${title} in ${language}`.slice(0, length ?? 40);
const care = ({ id }: Row, { climate }: { climate: unknown }) => (climate === null ? null : `${id} where it is ${climate}`);
const told = ({ id }: Row, { by, tags, label }: { by: unknown; tags: unknown; label: unknown }) => JSON.stringify([id, by, tags, label]);
const fails = ({ id }: Row, { language }: { language: unknown }) => {
  if (language === 'en') throw new Error('no English');
  return `${id} ${language}`;
};
const alikeTo = ({ id }: Row, { language }: { language: unknown }) =>
  WORKS.filter((row) => row.id !== id).slice(0, language === 'zh' ? 2 : 1);

/** The oracle's rows know what led to them. */
const under = (above: Row, row: Row | null): Row | null => row && { ...row, above };
const allUnder = (above: Row, rows: readonly (Row | null)[]) => rows.map((row) => under(above, row));
const nearest = (row: Row | undefined, ...types: string[]): Row =>
  row === undefined ? (MUSEUM_ITSELF as unknown as Row) : types.includes(row.__typename) ? row : nearest(row.above, ...types);
const roomOf = (row: Row) => nearest(row, 'Hall', 'Yard');
const tourOf = (row: Row) => nearest(row, 'Tour');
const placeOf = (row: Row) => {
  const room = roomOf(row);
  return (room.__typename === 'Hall' ? CLIMATES[room.id] : room.wind) ?? null;
};
const guideOf = ({ guide }: Row) => (guide as { language: string } | null)?.language ?? null;

const roomFields = {
  works: (row: Row, given: { first?: number }) => allUnder(row, worksIn(row, given)),
  best: (row: Row) => under(row, worksIn(row, {})[1]!),
  label: labelOf,
};
const entrance = {
  rooms: () => ROOMS,
  hall: (_: unknown, given: { id: string }) => ROOMS.find(({ id, __typename }) => id === given.id && __typename === 'Hall'),
  places: () => [ROOMS[2], null, ROOMS[1]],
  guide: () => MUSEUM_ITSELF.guide,
  tags: () => MUSEUM_ITSELF.tags,
};
const museumRoom = { __resolveReference: roomBy, works: worksIn, best: (row: Row) => worksIn(row, {})[1], label: labelOf };
const shownIn = (row: Row) => [worksIn(row, {})[0]!, row.__typename === 'Hall' ? roomBy({ id: row.across }) : null];

/**
 * Arguments from contexts: set by objects, interfaces, unions and the root; near and far above, in lists, in lists of lists; of
 * values that are null, that are lists, that other subgraphs know, that take arguments themselves.
 */
export const MUSEUM: World = {
  name: 'museum',
  subgraphs: [
    {
      name: 'museum',
      typeDefs: `
        type Query @context(name: "tour") { rooms: [Room!]! hall(id: ID!): Hall places: [Place] guide: Guide tags: [String!] }
        interface Room @context(name: "room") { id: ID! language: String works(first: Int): [Work!]! best: Work label(short: Boolean = false): String! }
        type Hall implements Room @key(fields: "id") {
          id: ID! language: String works(first: Int): [Work!]! best: Work label(short: Boolean = false): String!
          climate: String @external floor: Int across: Hall grid: [[Work]] shown: [Shown] }
        type Yard implements Room @key(fields: "id") {
          id: ID! language: String works(first: Int): [Work!]! best: Work label(short: Boolean = false): String! wind: String }
        union Place @context(name: "place") = Hall | Yard
        type Tour @key(fields: "id") @context(name: "tour") { id: ID! guide: Guide tags: [String!] }
        type Guide { language: String! }
        union Shown = Work | Hall
        interface Thing { id: ID! title: String! }
        type Work implements Thing @key(fields: "id") {
          id: ID! title: String! next: Work
          caption(language: String @fromContext(field: "$room { language }"), length: Int): String!
          care(climate: String @fromContext(field: "$place { ... on Hall { climate } ... on Yard { wind } }")): String
          told(by: String @fromContext(field: "$tour { guide { language } }"), tags: [String] @fromContext(field: "$tour { tags }")
            label: String @fromContext(field: "$room { label }")): String
          alike(language: String @fromContext(field: "$room { language }")): [Thing!]!
          fails(language: String @fromContext(field: "$room { language }")): String }`,
      resolvers: {
        Query: entrance,
        Hall: {
          ...museumRoom,
          across: ({ across }: Row) => roomBy({ id: across }),
          grid: (row: Row) => [worksIn(row, {}), [null]],
          shown: shownIn,
        },
        Yard: museumRoom,
        Tour: { __resolveReference: tourBy },
        Work: { __resolveReference: workBy, next: ({ next }: Row) => workBy({ id: next }), caption, care, told, alike: alikeTo, fails },
      },
    },
    {
      name: 'weather',
      typeDefs: `
        type Query { damp: [Hall] }
        type Hall @key(fields: "id") { id: ID! climate: String }
        type Work @key(fields: "id") { id: ID! weight: Int twin: Work }`,
      resolvers: {
        Query: { damp: () => [{ id: 'h2' }, { id: 'h3' }] },
        Hall: { __resolveReference: ({ id }: Row) => (id in CLIMATES ? { id } : null), climate: ({ id }: Row) => CLIMATES[id] },
        Work: {
          __resolveReference: ({ id }: Row) => ({ id }),
          weight: ({ id }: Row) => Number(id[1]) * 10,
          twin: ({ id }: Row) => ({ id: id === 'w3' ? 'w0' : 'w3' }),
        },
      },
    },
    {
      name: 'tours',
      typeDefs: `
        type Query { tours: [Tour!]! tour(id: ID!): Tour }
        type Tour @key(fields: "id") { id: ID! halls: [Hall!]! }
        type Hall @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { tours: () => TOURS, tour: (_: unknown, given: { id: string }) => tourBy(given) },
        Tour: { __resolveReference: tourBy, halls: ({ halls }: Row) => (halls as string[]).map((id) => ({ id })) },
      },
    },
  ],
  oracle: {
    Query: {
      ...entrance,
      damp: () => [ROOMS[1], ROOMS[3]],
      tours: () => TOURS,
      tour: (_: unknown, given: { id: string }) => tourBy(given),
    },
    Hall: {
      ...roomFields,
      climate: ({ id }: Row) => CLIMATES[id] ?? null,
      across: (row: Row) => under(row, roomBy({ id: row.across })),
      grid: (row: Row) => [allUnder(row, worksIn(row, {})), [null]],
      shown: (row: Row) => allUnder(row, shownIn(row)),
    },
    Yard: roomFields,
    Tour: {
      halls: (row: Row) =>
        allUnder(
          row,
          (row.halls as string[]).map((id) => roomBy({ id })),
        ),
    },
    Work: {
      next: (row: Row) => under(row, workBy({ id: row.next })),
      weight: ({ id }: Row) => Number(id[1]) * 10,
      twin: (row: Row) => under(row, workBy({ id: row.id === 'w3' ? 'w0' : 'w3' })),
      caption: (row: Row, { length }: { length?: number }) => caption(row, { language: roomOf(row).language, length }),
      care: (row: Row) => care(row, { climate: placeOf(row) }),
      told: (row: Row) => told(row, { by: guideOf(tourOf(row)), tags: tourOf(row).tags, label: labelOf(roomOf(row), { short: false }) }),
      alike: (row: Row) => allUnder(row, alikeTo(row, { language: roomOf(row).language })),
      fails: (row: Row) => fails(row, { language: roomOf(row).language }),
    },
  },
  operations: [
    '{ rooms { works { caption(length: 12) next { caption } } } }',
    '{ tours { halls { works(first: 1) { told next { told caption } } } } tour(id: "t1") { halls { best { told care } } } }',
    '{ rooms { label(short: true) best { told twin { care fails weight } } } damp { works { care alike { ... on Work { caption told } } } } }',
    '{ rooms { language: id label: language works { caption told } ... on Hall { climate: id grid { care } } } }',
    '{ hall(id: "h1") { across { shown { ... on Work { caption } ... on Hall { best { caption } } } across { grid { told } } } } }',
    'query ($contextualArgument_1_0: Int = 8) { rooms { best { caption(length: $contextualArgument_1_0) } } }',
    '{ tours { halls { works { care } grid { care caption } } } }',
    '{ rooms { ... on Place { works { told } ... on Hall { works { fails } } } } }',
    '{ places { ... on Room { works { care fails alike { ... on Work { fails } } } } } guide { language } tags: __typename }',
  ],
};
