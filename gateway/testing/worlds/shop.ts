import type { World } from './world';

interface Product {
  readonly __typename: 'Product';
  readonly id: string;
  readonly sku: string;
  readonly pack: { readonly code: string; readonly size: number };
  readonly weight: number | null;
  readonly box: { readonly width: number; readonly height: number };
  readonly name: string;
  readonly makerId: string;
  readonly related: readonly string[];
}

const product = (n: number, related: readonly number[], weight: number | null): Product => ({
  __typename: 'Product',
  id: `p${n}`,
  sku: `sku-${n % 2}`,
  pack: { code: `c${n}`, size: n },
  weight,
  box: { width: n, height: 2 * n },
  name: `product ${n}`,
  makerId: `u${n % 3}`,
  related: related.map((each) => `p${each}`),
});

const PRODUCTS = [product(1, [2, 3], 10), product(2, [1, 1, 4], null), product(3, [], 30), product(4, [4, 2], 40)];
const USERS = [0, 1, 2].map((n) => ({ __typename: 'User', id: `u${n}`, email: `u${n}@example.org`, name: n === 1 ? null : `user ${n}` }));
const REVIEWS = PRODUCTS.flatMap(({ id }, index) =>
  [0, 1, 2]
    .slice(index % 3)
    .map((n) => ({ id: `r-${id}-${n}`, productId: id, authorId: `u${(n + index) % 3}`, stars: n + 1, text: `${id} by ${n}` })),
);

const productBy = (key: { id?: string; sku?: string; pack?: { code: string } }) =>
  PRODUCTS.find(({ id, sku, pack }) => (key.id === undefined ? sku === key.sku && pack.code === key.pack?.code : id === key.id)) ?? null;
const userBy = ({ id, email }: { id?: string; email?: string }) => USERS.find((user) => user.id === id || user.email === email) ?? null;
const withGiven = <T extends object>(row: T | null, given: object) => row && { ...row, given };

const RATES: Record<string, number> = { CNY: 1, EUR: 8, USD: 7 };
const priceOf = ({ id }: Product, { in: currency = 'CNY', times = 1 }: { in?: string; times?: number }) =>
  (Number(id.slice(1)) * 100 * times) / RATES[currency]!;
const firstOf = <T>(rows: readonly T[], { first }: { first?: number | null }) => (first == null ? rows : rows.slice(0, first));
const related = (row: Product, given: { first?: number }) => firstOf(row.related, given).map((id) => productBy({ id }));
const reviewsOf = (row: Product, given: { first?: number }) =>
  firstOf(
    REVIEWS.filter(({ productId }) => productId === row.id),
    given,
  );
const delivery = (price: number, weight: number | null) => `${price.toFixed(2)} for ${weight ?? 'an unknown weight'}`;
const volume = (box: { width: number; height: number }) => box.width * box.height;

const rename = (_: unknown, { id, to }: { id: string; to: string }) => {
  const row = productBy({ id });
  if (!row) throw new Refused(`no product ${id}`);
  return { ...row, name: to };
};

class Refused extends Error {}
const fails = (row: { id: string }) => {
  if (/[24]$/.test(row.id)) throw new Refused(`no answer for ${row.id}`);
  return row.id;
};

const catalogue = {
  products: (_: unknown, given: { first?: number }) => firstOf(PRODUCTS, given),
  product: (_: unknown, given: { id: string }) => productBy(given),
  nothing: () => null,
  matrix: () => [[PRODUCTS[0], null], [], [PRODUCTS[1], PRODUCTS[0]]],
  version: () => '1',
};

/** Several keys, some of many parts; fields that require others, with arguments that differ; values that several subgraphs share. */
export const SHOP: World = {
  name: 'shop',
  subgraphs: [
    {
      name: 'catalogue',
      typeDefs: `
        type Query { products(first: Int): [Product!]! product(id: ID!): Product nothing: Product matrix: [[Product]!] version: String @shareable }
        type Mutation { touch(id: ID!): Product rename(id: ID!, to: String!): Product! }
        enum Currency { CNY EUR USD }
        type Product @key(fields: "id") @key(fields: "sku pack { code }") {
          id: ID! sku: String! pack: Pack! name(upper: Boolean = false): String! price(in: Currency = CNY, times: Int = 1): Float
          weight: Int @shareable box: Box! maker: User related(first: Int): [Product!]! fails: String mustNotFail: String! }
        type Pack { code: String! @shareable size: Int }
        type Box @shareable { width: Int height: Int }
        type User @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          ...catalogue,
        },
        Mutation: {
          touch: (_: unknown, given: { id: string }) => productBy(given),
          rename,
        },
        Product: {
          __resolveReference: (key: object) => productBy(key),
          name: ({ name }: Product, { upper }: { upper: boolean }) => (upper ? name.toUpperCase() : name),
          price: priceOf,
          maker: ({ makerId }: Product) => ({ id: makerId }),
          related,
          fails,
          mustNotFail: fails,
        },
      },
    },
    {
      name: 'delivery',
      typeDefs: `
        type Query { heaviest: Product version: String @shareable }
        enum Currency { CNY EUR USD }
        type Product @key(fields: "id") {
          id: ID! price(in: Currency = CNY, times: Int = 1): Float @external weight: Int @external box: Box! @external name(upper: Boolean = false): String! @external
          delivery: String @requires(fields: "price(in: EUR) weight")
          abroad: String @requires(fields: "price(in: USD, times: 2)")
          plain: String @requires(fields: "name price")
          volume(of: Int = 1): Int @requires(fields: "box { width height }")
          inStock: Boolean! }
        type Box @shareable { width: Int height: Int }`,
      resolvers: {
        Query: { heaviest: () => ({ id: 'p4' }), version: () => '1' },
        Product: {
          __resolveReference: (key: { id: string }) => withGiven(productBy(key), key),
          delivery: ({ given }: { given: { price: number; weight: number } }) => delivery(given.price, given.weight),
          plain: ({ given }: { given: { name: string; price: number } }) => `${given.name} at ${given.price}`,
          abroad: ({ given }: { given: { price: number } }) => given.price.toFixed(1),
          volume: ({ given }: { given: { box: Product['box'] } }, { of }: { of: number }) => of * volume(given.box),
          inStock: ({ id }: Product) => id !== 'p3',
        },
      },
    },
    {
      name: 'reviews',
      typeDefs: `
        type Query { latest: Review reviews(first: Int): [Review!]! }
        type Product @key(fields: "sku pack { code }") {
          sku: String! pack: Pack! weight: Int @external reviews(first: Int): [Review!]! }
        type Pack @shareable { code: String! }
        type User @key(fields: "email") { email: String! name: String @external reviews: [Review] }
        type Review @key(fields: "id") { id: ID! stars: Int! text(length: Int): String product: Product @provides(fields: "weight") author: User @provides(fields: "name") fails: Int! }`,
      resolvers: {
        Query: { latest: () => REVIEWS.at(-1), reviews: (_: unknown, given: { first?: number }) => firstOf(REVIEWS, given) },
        Product: { __resolveReference: (key: { sku: string; pack: { code: string } }) => productBy(key), reviews: reviewsOf },
        User: {
          __resolveReference: (key: { email: string }) => userBy(key),
          reviews: ({ id }: { id: string }) => REVIEWS.filter(({ authorId }) => authorId === id),
        },
        Review: {
          __resolveReference: ({ id }: { id: string }) => REVIEWS.find((review) => review.id === id),
          text: ({ text }: { text: string }, { length }: { length?: number }) => text.slice(0, length ?? 100),
          product: ({ productId }: { productId: string }) => productBy({ id: productId }),
          author: ({ authorId }: { authorId: string }) => userBy({ id: authorId }),
          fails: ({ id, stars }: { id: string; stars: number }) => fails({ id: `${id}${stars}` }).length,
        },
      },
    },
    {
      name: 'users',
      typeDefs: `
        type Query { me: User users: [User] }
        type User @key(fields: "id") @key(fields: "email") { id: ID! email: String! name: String @shareable buddy: User bought: [Product!] }
        type Product @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { me: () => USERS[0], users: () => [...USERS, null] },
        User: {
          __resolveReference: userBy,
          buddy: ({ id }: { id: string }) => (id === 'u2' ? null : userBy({ id: `u${Number(id[1]) + 1}` })),
          bought: ({ id }: { id: string }) => PRODUCTS.filter(({ makerId }) => makerId !== id).map((each) => ({ id: each.id })),
        },
      },
    },
  ],
  oracle: {
    Query: {
      ...catalogue,
      heaviest: () => PRODUCTS[3],
      latest: () => REVIEWS.at(-1),
      reviews: (_: unknown, given: { first?: number }) => firstOf(REVIEWS, given),
      me: () => USERS[0],
      users: () => [...USERS, null],
    },
    Mutation: {
      touch: (_: unknown, given: { id: string }) => productBy(given),
      rename,
    },
    Product: {
      name: ({ name }: Product, { upper }: { upper: boolean }) => (upper ? name.toUpperCase() : name),
      price: priceOf,
      maker: ({ makerId }: Product) => userBy({ id: makerId }),
      related,
      fails,
      mustNotFail: fails,
      delivery: (row: Product) => delivery(priceOf(row, { in: 'EUR' }), row.weight),
      plain: (row: Product) => `${row.name} at ${priceOf(row, {})}`,
      abroad: (row: Product) => priceOf(row, { in: 'USD', times: 2 }).toFixed(1),
      volume: ({ box }: Product, { of }: { of: number }) => of * volume(box),
      inStock: ({ id }: Product) => id !== 'p3',
      reviews: reviewsOf,
    },
    User: {
      buddy: ({ id }: { id: string }) => (id === 'u2' ? null : userBy({ id: `u${Number(id[1]) + 1}` })),
      bought: ({ id }: { id: string }) => PRODUCTS.filter(({ makerId }) => makerId !== id),
      reviews: ({ id }: { id: string }) => REVIEWS.filter(({ authorId }) => authorId === id),
    },
    Review: {
      text: ({ text }: { text: string }, { length }: { length?: number }) => text.slice(0, length ?? 100),
      product: ({ productId }: { productId: string }) => productBy({ id: productId }),
      author: ({ authorId }: { authorId: string }) => userBy({ id: authorId }),
      fails: ({ id, stars }: { id: string; stars: number }) => fails({ id: `${id}${stars}` }).length,
    },
  },
  operations: [
    '{ products { delivery abroad volume } }',
    '{ products { price(in: CNY) delivery abroad } }',
    '{ products { price(in: USD) eur: price(in: EUR) delivery } }',
    '{ a: products { related { price(in: EUR) } } b: products { related { price(in: USD) delivery } } }',
    '{ products { related { weight } } other: products { related { delivery } volume } }',
    '{ products { sku: name name(upper: true) weight: sku reviews { id } delivery box: id volume } }',
    '{ products { name(upper: true) plain delivery } users { name: email reviews { id } } }',
    'query ($representations: Int = 1) { products(first: $representations) { reviews(first: $representations) { id } } }',
    '{ reviews { author { name reviews { product { delivery } } } fails } }',
    '{ __proto__: version constructor: version toString: products { __proto__: name hasOwnProperty: delivery } }',
    'mutation { a: touch(id: "p1") { delivery } b: rename(id: "p2", to: "new") { name reviews { id } } }',
  ],
};
