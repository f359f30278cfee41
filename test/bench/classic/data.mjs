/*
 * The well known demonstration of federation: users write reviews of products, a warehouse knows what is in stock.
 * Made up here, the same at every run, so that one engine's answer can be held against another's.
 */

const NAMES = ['Uri', 'Dotan', 'Kamil', 'Arda', 'Laurin', 'Denis'];

export const users = NAMES.map((name, index) => ({
  id: `${index + 1}`,
  name: `${name} Example`,
  username: `@${name.toLowerCase()}`,
}));

const GOODS = ['Table', 'Couch', 'Chair', 'Trampoline', 'Lamp', 'Shelf', 'Desk', 'Stool', 'Cupboard', 'Carpet'];

export const products = GOODS.map((name, index) => ({
  upc: `${index + 1}`,
  name: `${name} of the ${index + 1}. series`,
  price: 899 - index * 53,
  weight: 100 + ((index * 37) % 90),
}));

/** What is not listed is out of stock. */
export const stocked = new Set(products.filter((_, index) => index % 3 !== 1).map(({ upc }) => upc));

const BODIES = [
  'Love it! Would buy it again on any given day.',
  'Too expensive for what it really is, sadly.',
  'Could be better, it could be much, much worse.',
  'Prefer something else, to be quite honest.',
];

/** Each user reviews most products, so that the way from users over reviews to products and back to authors is wide. */
export const reviews = users.flatMap((user, row) =>
  products
    .filter((_, column) => (row + column) % 7 < 4)
    .map((product, column) => ({
      id: `${row * products.length + column + 1}`,
      body: BODIES[(row + column) % BODIES.length],
      authorId: user.id,
      upc: product.upc,
    })),
);
