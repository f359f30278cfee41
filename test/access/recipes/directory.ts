import { levelOf, parentCodeOf } from '@township-graph/shared/division-code';
import { COUNTY, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_A, TOWNSHIP_B, VILLAGE_A, VILLAGE_B } from '../owners';
import type { Recipes } from '../recipe';

const GOVERNMENT = ['organization.creditCode', 'government'] as const;
const isTownship = ({ division }: Owner) => division.length === 9;

/** Who publishes which divisions: the county also those above it, a township its village. */
const DIVISIONS: Readonly<Record<string, readonly string[]>> = {
  [COUNTY]: ['410000', '410200', COUNTY],
  [TOWNSHIP_A]: [TOWNSHIP_A, VILLAGE_A],
  [TOWNSHIP_B]: [TOWNSHIP_B, VILLAGE_B],
};
const ABOLISHED = { code: `${TOWNSHIP_A}299`, validTo: '2020-01-01', successorCode: VILLAGE_A };

export const DIRECTORY_RECIPES: Recipes = {
  division: {
    kept: 'PUBLIC',
    because: 'codes and names of divisions are published by law',
    rows(owner) {
      const standing = DIVISIONS[owner.division]!.map((code) => ({ code, validTo: null, successorCode: null }));
      return [...standing, ...(owner.division === TOWNSHIP_A ? [ABOLISHED] : [])].map((row) => ({
        ...row,
        level: levelOf(row.code),
        kind: 'TOWNSHIP',
        parentCode: parentCodeOf(row.code),
        urbanRuralClass: '220',
        validFrom: '2000-01-01',
      }));
    },
  },
  organization: {
    kept: 'PUBLIC',
    because: 'names, kinds and duties of organisations are published (三定规定)',
    rows(owner, say, saidBy) {
      const { division: divisionCode } = owner;
      const place = { divisionCode, contact: { phone: '0371-60000000', address: '示例路1号' } };
      const nothing = { parentId: null, dispatchedById: null, functionalCenterId: null, validTo: null };
      const id = (row: string) => say.text('organization.id', row);
      const government = {
        ...place,
        ...nothing,
        id: id('government'),
        creditCode: say.creditCode(...GOVERNMENT),
        kind: 'TOWNSHIP_GOVERNMENT',
      };
      if (!isTownship(owner)) return [government];
      const creditCode = (row: string) => say.creditCode('organization.creditCode', row);
      const abolished = {
        ...place,
        ...nothing,
        id: id('abolished'),
        creditCode: creditCode('abolished'),
        kind: 'STATION',
        validTo: '2020-01-01',
      };
      const department = saidBy(PUBLISHERS.county).text('organization.id', 'government');
      const center = say.text('functional_center.id');
      const above = { parentId: id('government'), dispatchedById: department, functionalCenterId: center, validTo: null };
      return [government, abolished, { ...place, ...above, id: id('station'), creditCode: creditCode('station'), kind: 'STATION' }];
    },
  },
  functional_center: {
    kept: 'PUBLIC',
    because: 'centres are announced; the names of the persons in them are masked',
    rows(owner, say, saidBy) {
      if (!isTownship(owner)) return [];
      const person = (row: string) => saidBy(PERSONS).text('functional_center.leadName', `${owner.mark} ${row}`);
      const kind = { code: 'CORE_1', zh: '示例中心', en: 'Example centre', scheme: '4+3' };
      return [
        {
          id: say.text('functional_center.id'),
          divisionCode: owner.division,
          kind,
          leadName: person('lead'),
          deputyNames: [person('deputy')],
        },
      ];
    },
  },
  reported_figure: {
    kept: 'PUBLIC',
    because: 'figures are quotations from published reports',
    rows: ({ division }) => [{ divisionCode: division, value: '12.5', qualifier: 'EXACT', reconciles: 'YES', asOf: '2020' }],
  },
  import_checkpoint: {
    kept: 'INTERNAL',
    because: 'importers keep it for themselves',
    rows: () => [{}],
  },
};
