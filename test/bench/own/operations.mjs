import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BENCH, ROOT } from '../root.mjs';

const OF_THE_IDE = path.join(ROOT, 'gateway/ide/queries');
const OF_THE_BENCH = path.join(BENCH, 'own/questions');

const COUNTY = '410225';
const TOWNSHIP = '410225001';

/**
 * Questions of a township's and a county's day, on the demonstration county. `route` is the endpoint written by hand that answers the
 * same, to the same variables; `find` asks for variables that nobody knows before the demonstration is loaded.
 */
export const OPERATIONS = [
  ofIde('township card', 'card', '04-division-card'),
  ofIde('matters page', 'matters', '01-township-matters'),
  ofIde('matter guide', 'guide', '02-matter-guide'),
  ofIde('statistics', 'statistics', '06-matter-statistics'),
  ofIde('service points', 'points', '03-service-points'),
  ofBench('divisions, matters', 'divisions', { code: COUNTY }),
  ofIde('viewer', 'viewer', '10-viewer'),
  ofBench('organisations', 'organizations', { division: '410225201' }),
  ofBench('township board', 'board', { division: TOWNSHIP, since: '2020-06-01' }),
  ofBench('applications', 'applications', { division: COUNTY }),
  ofBench('application months', 'application-months', { division: COUNTY }),
  ofBench('case desk', 'case-desk', { division: COUNTY }),
  ofBench('cases', 'cases', { division: COUNTY }),
  ofBench('case months', 'case-months', { division: COUNTY }),
  ofBench(
    'case to matters',
    'case',
    {},
    {
      query: `{ enforcementCases(filter: { divisionCode: "${TOWNSHIP}", state: [ARCHIVED] }, first: 1) { nodes { caseNumber } } }`,
      variables: ({ enforcementCases }) => ({ number: enforcementCases.nodes[0].caseNumber }),
    },
  ),
  ofBench('staffing', 'staffing', { division: COUNTY }),
  ofBench('placements', 'placements', { division: COUNTY }),
  ofBench('placed, appraised', 'results', { division: TOWNSHIP }),
  ofBench(
    'ranking',
    'ranking',
    {},
    {
      query: `{ appraisalRounds(filter: { divisionCode: "${COUNTY}", kind: [TOWNSHIP] }, first: 1) { nodes { id } } }`,
      variables: ({ appraisalRounds }) => ({ round: appraisalRounds.nodes[0].id }),
    },
  ),
];

function ofBench(name, route, variables, find = null) {
  return { name, route, query: readFileSync(path.join(OF_THE_BENCH, `${route}.graphql`), 'utf8'), variables, find };
}

function ofIde(name, route, file) {
  const variables = path.join(OF_THE_IDE, `${file}.json`);
  return {
    name,
    route,
    query: readFileSync(path.join(OF_THE_IDE, `${file}.graphql`), 'utf8'),
    variables: existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {},
    find: null,
  };
}
