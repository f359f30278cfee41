import type { World } from './world';

interface Medium {
  readonly __typename: 'Book' | 'Film' | 'Song';
  readonly id: string;
  readonly title: string;
  readonly pages?: number;
  readonly minutes?: number;
  readonly makerIds: readonly string[];
}

const MEDIA: readonly Medium[] = [
  { __typename: 'Book', id: 'b1', title: '红楼梦', pages: 900, makerIds: ['m1'] },
  { __typename: 'Film', id: 'f1', title: '活着', minutes: 125, makerIds: ['m2', 'm3'] },
  { __typename: 'Song', id: 's1', title: '茉莉花', minutes: 3, makerIds: [] },
  { __typename: 'Book', id: 'b2', title: '边城', pages: 120, makerIds: ['m3'] },
];
const MAKERS = [
  { __typename: 'Person', id: 'm1', name: '曹雪芹', born: 1715 },
  { __typename: 'Studio', id: 'm2', name: '上影', town: '上海' },
  { __typename: 'Person', id: 'm3', name: '沈从文', born: 1902 },
];

const mediumBy = ({ id }: { id: string }) => MEDIA.find((each) => each.id === id) ?? null;
const makerBy = ({ id }: { id: string }) => MAKERS.find((each) => each.id === id) ?? null;
const makersOf = ({ makerIds }: Medium) => makerIds.map((id) => makerBy({ id }));
const ratingOf = ({ id }: { id: string }, { scale = 5 }: { scale?: number }) => (id.length * scale) / 2;
const similarTo = ({ id }: { id: string }) => MEDIA.filter((each) => each.id !== id).map((each) => each.id);
const longer = (title: string) => `${title}${title}`;

const library = {
  media: () => MEDIA,
  medium: (_: unknown, given: { id: string }) => mediumBy(given),
  things: () => [MEDIA[0], MAKERS[0], MAKERS[1], null, MEDIA[1]],
  books: () => MEDIA.filter(({ __typename }) => __typename === 'Book'),
  nobody: () => null,
};

/** Interfaces whose objects have keys, an interface object that adds fields to all of them, unions with other members elsewhere, and fields of several types. */
export const MEDIA_WORLD: World = {
  name: 'media',
  subgraphs: [
    {
      name: 'library',
      typeDefs: `
        type Query { media: [Medium!]! medium(id: ID!): Medium things: [Thing] books: [Book!] nobody: Maker }
        interface Named { name: String! }
        interface Medium @key(fields: "id") { id: ID! title: String! }
        type Book implements Medium @key(fields: "id") { id: ID! title: String! pages: Int makers: [Maker!] first: Person }
        type Film implements Medium @key(fields: "id") { id: ID! title: String! minutes: Int makers: [Maker!] }
        type Song implements Medium @key(fields: "id") { id: ID! title: String! minutes: Int }
        union Thing = Book | Film | Person | Studio
        union Maker = Person | Studio
        type Person implements Named @key(fields: "id") { id: ID! name: String! }
        type Studio implements Named @key(fields: "id") { id: ID! name: String! town: String @shareable }`,
      resolvers: {
        Query: {
          ...library,
        },
        Medium: { __resolveReference: mediumBy },
        Book: {
          __resolveReference: mediumBy,
          makers: makersOf,
          first: (row: Medium) => makersOf(row).find((maker) => maker?.__typename === 'Person'),
        },
        Film: { __resolveReference: mediumBy, makers: makersOf },
        Song: { __resolveReference: mediumBy },
        Person: { __resolveReference: makerBy },
        Studio: { __resolveReference: makerBy },
      },
    },
    {
      name: 'ratings',
      typeDefs: `
        type Query { best: Medium rated: [Medium!] }
        type Medium @key(fields: "id") @interfaceObject {
          id: ID! title: String! @external rating(scale: Int = 5): Float! similar: [Medium!]! slogan: String @requires(fields: "title") }`,
      resolvers: {
        Query: { best: () => ({ id: 'b1' }), rated: () => MEDIA.map(({ id }) => ({ id })) },
        Medium: {
          __resolveReference: (key: { id: string }) => ({ id: key.id, given: key }),
          rating: ratingOf,
          similar: (row: { id: string }) => similarTo(row).map((id) => ({ id })),
          slogan: ({ given }: { given: { title: string } }) => longer(given.title),
        },
      },
    },
    {
      name: 'people',
      typeDefs: `
        type Query { oldest: Person people: [Being!] famous: [Thing] }
        union Thing = Person | Studio
        interface Being { id: ID! born: Int }
        type Person implements Being @key(fields: "id") { id: ID! born: Int works: [Work!] }
        type Studio @key(fields: "id") { id: ID! town: String @shareable heads: [Person] }
        union Work = Book | Film
        type Book @key(fields: "id", resolvable: false) { id: ID! }
        type Film @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: {
          oldest: () => MAKERS[0],
          people: () => MAKERS.filter(({ __typename }) => __typename === 'Person'),
          famous: () => [MAKERS[1], MAKERS[2], null],
        },
        Person: { __resolveReference: makerBy, works: ({ id }: { id: string }) => worksOf(id) },
        Studio: { __resolveReference: makerBy, heads: () => [MAKERS[2], null] },
      },
    },
  ],
  oracle: {
    Query: {
      ...library,
      best: () => MEDIA[0],
      rated: () => MEDIA,
      oldest: () => MAKERS[0],
      people: () => MAKERS.filter(({ __typename }) => __typename === 'Person'),
      famous: () => [MAKERS[1], MAKERS[2], null],
    },
    ...Object.fromEntries(
      ['Book', 'Film', 'Song'].map((type) => [
        type,
        {
          ...(type !== 'Song' && { makers: makersOf }),
          ...(type === 'Book' && { first: (row: Medium) => makersOf(row).find((maker) => maker?.__typename === 'Person') }),
          rating: ratingOf,
          similar: (row: Medium) => similarTo(row).map((id) => mediumBy({ id })),
          slogan: ({ title }: Medium) => longer(title),
        },
      ]),
    ),
    Person: { works: ({ id }: { id: string }) => worksOf(id) },
    Studio: { heads: () => [MAKERS[2], null] },
  },
  operations: [
    '{ media { __typename title rating similar { __typename title slogan ... on Book { pages first { born } } } } }',
    '{ rated { id rating } best { ... on Film { minutes } ... on Book { pages } } }',
    '{ things { ... on Named { name } ... on Medium { slogan } ... on Person { born works { ... on Film { title rating } } } } }',
    '{ famous { ... on Named { name } ... on Studio { town heads { born } } ... on Book { title } } }',
    '{ media { ... on Book { makers { ... on Person { born } ... on Studio { heads { name } town } } } ... on Film { makers { __typename } } } }',
  ],
};

function worksOf(makerId: string) {
  return MEDIA.filter(({ __typename, makerIds }) => __typename !== 'Song' && makerIds.includes(makerId));
}
