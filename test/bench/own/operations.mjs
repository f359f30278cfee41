import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.mjs';

const QUERIES = path.join(ROOT, 'gateway/ide/queries');

/** Eight questions of a township's day, on the demonstration county: what the IDE opens with, and two of the README's kind. */
export const OPERATIONS = [
  ofIde('township card', '04-division-card'),
  ofIde('matters page', '01-township-matters'),
  ofIde('matter guide', '02-matter-guide'),
  ofIde('statistics', '06-matter-statistics'),
  ofIde('service points', '03-service-points'),
  {
    name: 'divisions, matters',
    body: JSON.stringify({
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
    }),
  },
  ofIde('viewer', '10-viewer'),
  {
    name: 'organisations',
    body: JSON.stringify({
      query: `query Organizations($division: DivisionCode!) {
  organizations(filter: { divisionCode: $division, search: "派出所" }) {
    nodes { name parent { name } dispatchedBy { name } functionalCenter { name lead } }
  }
}`,
      variables: { division: '410225201' },
    }),
  },
];

function ofIde(name, file) {
  const variables = path.join(QUERIES, `${file}.json`);
  return {
    name,
    body: JSON.stringify({
      query: readFileSync(path.join(QUERIES, `${file}.graphql`), 'utf8'),
      ...(existsSync(variables) && { variables: JSON.parse(readFileSync(variables, 'utf8')) }),
    }),
  };
}
