// Outside production graphql-js looks twice at whatever is not of a type, which is a tenth of all that the tests do.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
require('graphql/jsutils/instanceOf.js');
process.env.NODE_ENV = NODE_ENV;
