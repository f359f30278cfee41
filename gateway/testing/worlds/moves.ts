import { dice, type World } from './world';

interface Parcel {
  readonly id: string;
  readonly code: string;
}

const PARCELS: readonly Parcel[] = [0, 1, 2].map((n) => ({ id: `p${n}`, code: `c${n}` }));
const parcelBy = (key: Partial<Parcel>) => PARCELS.find(({ id, code }) => id === key.id || code === key.code) ?? null;
const below = (share: number) => dice.drawn < share;
const who = (isNew: boolean) => (isNew ? 'new' : 'old');

/** Fields that move from one subgraph to another: by several shares, some of them the same, by labels that are on and off, beside what does not move, and behind an interface. */
export const MOVES: World = {
  name: 'moves',
  labels: ['on'],
  subgraphs: [
    {
      name: 'old',
      typeDefs: `
        type Query { parcels: [Parcel!]! parcel(id: ID!): Parcel sent: [Sent] version: String }
        interface Sent { id: ID! weight: String }
        type Parcel implements Sent @key(fields: "id") @key(fields: "code") {
          id: ID! code: String! weight: String price(times: Int = 1): String owner: Person size: String state: String never: String always: String
          fixed: String }
        type Person @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: {
          parcels: () => PARCELS,
          parcel: (_: unknown, given: { id: string }) => parcelBy(given),
          sent: () => PARCELS.map((row) => ({ ...row, __typename: 'Parcel' })),
          version: () => 'old',
        },
        Parcel: {
          __resolveReference: parcelBy,
          ...Object.fromEntries(['weight', 'size', 'state', 'never', 'always'].map((field) => [field, () => 'old'])),
          price: (_: Parcel, { times }: { times: number }) => `old ${times}`,
          owner: ({ id }: Parcel) => ({ id: `old of ${id}` }),
          fixed: () => 'fixed',
        },
        Person: { __resolveReference: (key: object) => key, name: () => 'old' },
      },
    },
    {
      name: 'new',
      typeDefs: `
        type Query { newest: Parcel version: String @override(from: "old", label: "percent(20)") }
        type Parcel @key(fields: "code") @key(fields: "id") {
          id: ID! code: String! weight: String @override(from: "old", label: "percent(5)") price(times: Int = 1): String @override(from: "old", label: "percent(50.5)")
          owner: Person @override(from: "old", label: "percent(5)") size: String @override(from: "old", label: "on")
          state: String @override(from: "old", label: "off") never: String @override(from: "old", label: "percent(0)")
          always: String @override(from: "old", label: "percent(100)") }
        type Person @key(fields: "id") { id: ID! name: String @override(from: "old", label: "percent(75)") }`,
      resolvers: {
        Query: { newest: () => PARCELS[2], version: () => 'new' },
        Parcel: {
          __resolveReference: parcelBy,
          ...Object.fromEntries(['weight', 'size', 'state', 'never', 'always'].map((field) => [field, () => 'new'])),
          price: (_: Parcel, { times }: { times: number }) => `new ${times}`,
          owner: ({ id }: Parcel) => ({ id: `new of ${id}` }),
        },
        Person: { __resolveReference: (key: object) => key, name: () => 'new' },
      },
    },
    {
      name: 'offers',
      typeDefs: `
        type Query { offered: [Parcel] }
        type Parcel @key(fields: "id") { id: ID! fixed: String @external offer: String @requires(fields: "fixed") }`,
      resolvers: {
        Query: { offered: () => [{ id: 'p1' }, null] },
        Parcel: {
          __resolveReference: (key: object) => ({ ...key, given: key }),
          offer: ({ given }: { given: { fixed: string } }) => `${given.fixed} offer`,
        },
      },
    },
  ],
  oracle: {
    Query: {
      parcels: () => PARCELS,
      parcel: (_: unknown, given: { id: string }) => parcelBy(given),
      sent: () => PARCELS.map((row) => ({ ...row, __typename: 'Parcel' })),
      version: () => who(below(20)),
      newest: () => PARCELS[2],
      offered: () => [PARCELS[1], null],
    },
    Parcel: {
      weight: () => who(below(5)),
      price: (_: Parcel, { times }: { times: number }) => `${who(below(50.5))} ${times}`,
      owner: ({ id }: Parcel) => ({ id: `${who(below(5))} of ${id}` }),
      size: () => 'new',
      state: () => 'old',
      never: () => 'old',
      always: () => 'new',
      fixed: () => 'fixed',
      offer: () => 'fixed offer',
    },
    Person: { name: () => who(below(75)) },
  },
  operations: [
    '{ version parcels { weight price(times: 2) owner { id name } size state never always fixed offer } }',
    '{ newest { offer sentAs: __typename } offered { offer price } sent { weight ... on Parcel { owner { name } } } }',
  ],
};
