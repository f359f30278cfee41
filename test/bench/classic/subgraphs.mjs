import { products, reviews, stocked, users } from './data.mjs';

const HEAD = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])\n';

const userById = new Map(users.map((user) => [user.id, user]));
const productByUpc = new Map(products.map((product) => [product.upc, product]));
const reviewsByAuthor = grouped(reviews, ({ authorId }) => authorId);
const reviewsByUpc = grouped(reviews, ({ upc }) => upc);

/** Text and resolvers only: each process builds schemas with the graphql package that it executes them with. */
export const SUBGRAPHS = [
  {
    name: 'accounts',
    sdl: `${HEAD}
      type Query { me: User user(id: ID!): User users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String }`,
    resolvers: {
      Query: { me: () => users[0], user: (_, { id }) => userById.get(id), users: () => users },
      User: { __resolveReference: ({ id }) => userById.get(id) },
    },
  },
  {
    name: 'products',
    sdl: `${HEAD}
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_, { first }) => products.slice(0, first) },
      Product: { __resolveReference: ({ upc }) => productByUpc.get(upc) },
    },
  },
  {
    name: 'inventory',
    sdl: `${HEAD}
      type Product @key(fields: "upc") {
        upc: String!
        weight: Int @external
        price: Int @external
        inStock: Boolean
        shippingEstimate: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Product: {
        __resolveReference: (reference) => reference,
        inStock: ({ upc }) => stocked.has(upc),
        shippingEstimate: ({ price, weight }) => (price > 800 ? 0 : Math.round(weight * 0.5)),
      },
    },
  },
  {
    name: 'reviews',
    sdl: `${HEAD}
      type Review @key(fields: "id") { id: ID! body: String author: User product: Product }
      type User @key(fields: "id") { id: ID! reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: {
        __resolveReference: ({ id }) => reviews.find((review) => review.id === id),
        author: ({ authorId }) => ({ id: authorId }),
        product: ({ upc }) => ({ upc }),
      },
      User: { reviews: ({ id }) => reviewsByAuthor.get(id) ?? [] },
      Product: { reviews: ({ upc }) => reviewsByUpc.get(upc) ?? [] },
    },
  },
];

/** Rows under what they share. */
function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
