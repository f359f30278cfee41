/** What is asked. The operation's name is sent as well: the hand-written join knows by it what to join. */
export const WORKLOADS = [
  {
    name: 'large',
    about: 'about 22 KB over 6 fetches: users, their reviews, the products, their stock, and who else reviewed those',
    operationName: 'Large',
    query: `query Large {
  users {
    id
    name
    username
    reviews {
      id
      body
      product {
        upc
        name
        price
        weight
        inStock
        shippingEstimate
        reviews {
          id
          body
          author { id name username }
        }
      }
    }
  }
}`,
  },
  {
    name: 'small',
    about: 'about 1 KB over 2 fetches: the top products with their reviews',
    operationName: 'Small',
    query: `query Small {
  topProducts(first: 4) {
    upc
    name
    price
    reviews { id body }
  }
}`,
  },
];
