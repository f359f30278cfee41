/*
 * The floor: what the two workloads take when somebody who knows them writes down by hand which subgraph is asked what, and
 * puts the answers together. No GraphQL is parsed, planned or checked here.
 */
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { announce } from './engine-world.mjs';

const subgraphs = Object.fromEntries(
  Object.entries(JSON.parse(process.env.SUBGRAPHS)).map(([name, url]) => {
    const { origin, pathname } = new URL(url);
    return [name, { pool: new Pool(origin, { connections: 64 }), path: pathname }];
  }),
);
const HEADERS = { 'content-type': 'application/json' };

async function ask(name, query, representations) {
  const { pool, path } = subgraphs[name];
  const body = JSON.stringify(representations ? { query, variables: { r: representations } } : { query });
  const { data, errors } = JSON.parse(await textOf(pool, { method: 'POST', path, headers: HEADERS, body }));
  if (errors) throw new Error(errors[0].message);
  return representations ? data._entities : data;
}

/** By undici's lowest layer: no stream is made for an answer that is read whole. */
const textOf = (pool, request) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    pool.dispatch(request, {
      onRequestStart() {},
      onResponseStart() {},
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => resolve((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString()),
      onResponseError: (_controller, error) => reject(error),
    });
  });

const entities = (selection) => `query($r:[_Any!]!){_entities(representations:$r){${selection}}}`;
const USERS = '{users{id name username}}';
const TOP_PRODUCTS = '{topProducts(first:4){upc name price}}';
const REVIEWS_OF_USERS = entities('...on User{reviews{id body product{upc reviews{id body author{id}}}}}');
const REVIEWS_OF_PRODUCTS = entities('...on Product{reviews{id body}}');
const PRODUCTS = entities('...on Product{upc name price weight}');
const STOCK = entities('...on Product{inStock shippingEstimate}');
const AUTHORS = entities('...on User{id name username}');

const JOINS = { Large: large, Small: small };

async function large() {
  const { users } = await ask('accounts', USERS);
  const written = await ask(
    'reviews',
    REVIEWS_OF_USERS,
    users.map(({ id }) => ({ __typename: 'User', id })),
  );
  const upcs = new Set();
  const authorIds = new Set();
  for (const { reviews } of written) {
    for (const { product } of reviews) {
      upcs.add(product.upc);
      for (const { author } of product.reviews) authorIds.add(author.id);
    }
  }
  const [goods, authors] = await Promise.all([stockedProducts([...upcs]), byId(authorIds)]);
  const reviewOf = ({ id, body, product }) => ({
    id,
    body,
    product: { ...goods.get(product.upc), reviews: product.reviews.map(byAuthor) },
  });
  const byAuthor = ({ id, body, author }) => ({ id, body, author: authors.get(author.id) });
  return { users: users.map((user, index) => ({ ...user, reviews: written[index].reviews.map(reviewOf) })) };
}

async function byId(ids) {
  const found = await ask(
    'accounts',
    AUTHORS,
    [...ids].map((id) => ({ __typename: 'User', id })),
  );
  return new Map(found.map((user) => [user.id, user]));
}

async function stockedProducts(upcs) {
  const found = await ask(
    'products',
    PRODUCTS,
    upcs.map((upc) => ({ __typename: 'Product', upc })),
  );
  const stock = await ask(
    'inventory',
    STOCK,
    found.map(({ upc, price, weight }) => ({ __typename: 'Product', upc, price, weight })),
  );
  return new Map(found.map((product, index) => [product.upc, { ...product, ...stock[index] }]));
}

async function small() {
  const { topProducts } = await ask('products', TOP_PRODUCTS);
  const written = await ask(
    'reviews',
    REVIEWS_OF_PRODUCTS,
    topProducts.map(({ upc }) => ({ __typename: 'Product', upc })),
  );
  return { topProducts: topProducts.map((product, index) => ({ ...product, reviews: written[index].reviews })) };
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const { operationName } = JSON.parse(Buffer.concat(chunks).toString());
      const answer = JSON.stringify({ data: await JOINS[operationName]() });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
      response.end(answer);
    } catch (error) {
      process.stderr.write(`${error.stack}\n`);
      response.writeHead(500).end();
    }
  });
});
await announce(server);
