import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.mjs';

const QUERIES = path.join(ROOT, 'gateway/ide/queries');

/**
 * Eight questions of a township's day, on the demonstration county: what the IDE opens with, and two of the README's kind.
 * `route` is the endpoint written by hand that answers the same, to the same variables.
 */
export const OPERATIONS = [
  ofIde('township card', '04-division-card', 'card'),
  ofIde('matters page', '01-township-matters', 'matters'),
  ofIde('matter guide', '02-matter-guide', 'guide'),
  ofIde('statistics', '06-matter-statistics', 'statistics'),
  ofIde('service points', '03-service-points', 'points'),
  {
    name: 'divisions, matters',
    route: 'divisions',
    query: `query DivisionsWithMatters($code: DivisionCode!) {
  division(code: $code) {
    name
    children(first: 10) {
      totalCount
      nodes { code name level matters(first: 3) { totalCount nodes { name implementationCode implementingOrganization { name } } } }
    }
  }
}`,
    variables: { code: '410225' },
  },
  ofIde('viewer', '10-viewer', 'viewer'),
  {
    name: 'organisations',
    route: 'organizations',
    query: `query Organizations($division: DivisionCode!) {
  organizations(filter: { divisionCode: $division, search: "派出所" }) {
    nodes { name parent { name } dispatchedBy { name } functionalCenter { name lead } }
  }
}`,
    variables: { division: '410225201' },
  },
];

function ofIde(name, file, route) {
  const variables = path.join(QUERIES, `${file}.json`);
  return {
    name,
    route,
    query: readFileSync(path.join(QUERIES, `${file}.graphql`), 'utf8'),
    variables: existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {},
  };
}
