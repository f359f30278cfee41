import type { World } from './world';

interface Office {
  readonly __typename: 'Office';
  readonly number: string;
  readonly code: string;
  readonly kind: string;
  readonly place: { readonly street: string; readonly zip: string; readonly town: { readonly name: string } };
}

const office = (n: number): Office => ({
  __typename: 'Office',
  number: `n${n}`,
  code: `secret-${n}`,
  kind: ['TOWNSHIP', 'VILLAGE', 'HIDDEN'][n % 3]!,
  place: { street: `street ${n}`, zip: `47520${n}`, town: { name: `town ${n % 2}` } },
});
const OFFICES = [0, 1, 2, 3].map(office);
const officeBy = (key: { number?: string; code?: string }) =>
  OFFICES.find(({ number, code }) => number === key.number || code === key.code) ?? null;
const clerksOf = ({ number }: { number: string }) =>
  [0, 1].map((n) => ({ __typename: 'Clerk', id: `${number}-k${n}`, officeNumber: number }));
const clerkBy = ({ id }: { id: string }) => OFFICES.flatMap(clerksOf).find((clerk) => clerk.id === id) ?? null;

/** What is kept from clients (a key, a value of an enum, a type), values shared by several subgraphs, fields that moved, chains of requirements. */
export const OFFICE: World = {
  name: 'office',
  subgraphs: [
    {
      name: 'registry',
      typeDefs: `
        type Query { offices: [Office!]! office(number: ID!): Office kinds(of: Kind): [Kind] }
        enum Kind { TOWNSHIP VILLAGE HIDDEN @inaccessible }
        type Office @key(fields: "number") @key(fields: "code") {
          number: ID! code: String! @inaccessible kind: Kind place: Place! phone: String @shareable moved: String }
        type Place @shareable { street: String zip: String town: Town }
        type Town @shareable { name: String }`,
      resolvers: {
        Query: {
          offices: () => OFFICES,
          office: (_: unknown, given: { number: string }) => officeBy(given),
          kinds: (_: unknown, { of }: { of?: string }) => (of ? [of, null] : ['TOWNSHIP', 'VILLAGE']),
        },
        Office: { __resolveReference: officeBy, phone: ({ number }: Office) => `tel ${number}`, moved: () => 'old' },
      },
    },
    {
      name: 'hours',
      typeDefs: `
        type Query { openNow(first: Int = 2): [Office] }
        type Office @key(fields: "code") {
          code: String! @inaccessible phone: String @shareable opens: Int @requires(fields: "place { zip town { name } }") place: Place! @external
          lunch: Int @requires(fields: "opensLate") opensLate: Boolean @external moved: String @override(from: "registry") }
        type Place @shareable { zip: String town: Town }
        type Town @shareable { name: String }`,
      resolvers: {
        Query: {
          openNow: (_: unknown, { first }: { first: number }) => OFFICES.slice(0, first).map(({ code, number }) => ({ code, number })),
        },
        Office: {
          __resolveReference: (key: { code: string }) => ({ ...officeBy(key), given: key }),
          phone: ({ number }: Office) => `tel ${number}`,
          opens: ({ given }: { given: { place: Office['place'] } }) => given.place.zip.length + given.place.town.name.length,
          lunch: ({ given }: { given: { opensLate: boolean } }) => (given.opensLate ? 13 : 12),
          moved: () => 'new',
        },
      },
    },
    {
      name: 'staff',
      typeDefs: `
        type Query { clerk(id: ID!): Clerk clerks: [Clerk!] }
        type Office @key(fields: "number") { number: ID! opens: Int @external opensLate: Boolean @requires(fields: "opens") clerks(first: Int = 2): [Clerk!] head: Clerk }
        type Clerk @key(fields: "id") { id: ID! office: Office! colleagues: [Clerk!]! fails: String! }`,
      resolvers: {
        Query: { clerk: (_: unknown, given: { id: string }) => clerkBy(given), clerks: () => OFFICES.flatMap(clerksOf) },
        Office: {
          __resolveReference: (key: { number: string }) => ({ number: key.number, given: key }),
          opensLate: ({ given }: { given: { opens: number } }) => given.opens % 2 === 0,
          clerks: (row: Office, { first }: { first: number }) => clerksOf(row).slice(0, first),
          head: (row: Office) => (row.number === 'n1' ? null : clerksOf(row)[0]),
        },
        Clerk: {
          __resolveReference: clerkBy,
          office: ({ officeNumber }: { officeNumber: string }) => ({ number: officeNumber }),
          colleagues: ({ officeNumber }: { officeNumber: string }) => clerksOf({ number: officeNumber }),
          fails: ({ id }: { id: string }) => {
            if (id === 'n2-k1') throw new Error('out');
            return id;
          },
        },
      },
    },
  ],
  oracle: {
    Query: {
      offices: () => OFFICES,
      office: (_: unknown, given: { number: string }) => officeBy(given),
      kinds: (_: unknown, { of }: { of?: string }) => (of ? [of, null] : ['TOWNSHIP', 'VILLAGE']),
      openNow: (_: unknown, { first }: { first: number }) => OFFICES.slice(0, first),
      clerk: (_: unknown, given: { id: string }) => clerkBy(given),
      clerks: () => OFFICES.flatMap(clerksOf),
    },
    Office: {
      kind: ({ kind }: Office) => (kind === 'HIDDEN' ? null : kind),
      phone: ({ number }: Office) => `tel ${number}`,
      moved: () => 'new',
      opens: ({ place }: Office) => place.zip.length + place.town.name.length,
      opensLate: ({ place }: Office) => (place.zip.length + place.town.name.length) % 2 === 0,
      lunch: ({ place }: Office) => ((place.zip.length + place.town.name.length) % 2 === 0 ? 13 : 12),
      clerks: (row: Office, { first }: { first: number }) => clerksOf(row).slice(0, first),
      head: (row: Office) => (row.number === 'n1' ? null : clerksOf(row)[0]),
    },
    Clerk: {
      office: ({ officeNumber }: { officeNumber: string }) => officeBy({ number: officeNumber }),
      colleagues: ({ officeNumber }: { officeNumber: string }) => clerksOf({ number: officeNumber }),
      fails: ({ id }: { id: string }) => {
        if (id === 'n2-k1') throw new Error('out');
        return id;
      },
    },
  },
  operations: [
    '{ offices { kind lunch opens opensLate moved } openNow { place { street } lunch } }',
    '{ clerks { office { lunch clerks(first: 1) { id office { head { fails } } } } } }',
    '{ openNow(first: 4) { kind clerks { fails colleagues { fails } } } }',
    '{ offices { code: kind lunch } }',
    '{ offices { number: kind kind: number clerks { id } } }',
    '{ __schema { queryType { name } } offices { number } __type(name: "Kind") { enumValues { name } } }',
  ],
};
