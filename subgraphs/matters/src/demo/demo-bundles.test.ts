import { demoChildrenOf, LANKAO } from '@township-graph/shared/demo/divisions';
import type { ServiceBundle } from '../bundle/service-bundle.entity';
import type { Matter } from '../matter/matter.entity';
import type { MatterSite } from '../matter/matter-site.entity';
import { demoBundles } from './demo-bundles';
import { fillCounties } from './demo-counties';
import { DemoDelegations } from './demo-delegations';
import { DemoRows } from './demo-rows';

test('every member that is applied for is handled in one township together with the others', () => {
  const book = { rows: new DemoRows(), delegations: new DemoDelegations() };
  fillCounties(book);
  const matters = book.rows.matters as Matter[];
  const sites = book.rows.sites as unknown as MatterSite[];
  const handledAt = (basicCode: string, township: string) =>
    matters.some(
      (matter) => matter.basicCode === basicCode && sites.some((site) => site.matterId === matter.id && site.divisionCode === township),
    );
  const bundles = demoBundles(book.rows) as ServiceBundle[];
  expect(bundles.map(({ name, members }) => [name, members.length])).toEqual([
    ['新生儿出生“一件事”', 5],
    ['企业开办“一件事”', 4],
  ]);
  for (const { members } of bundles) {
    const codes = members.flatMap(({ basicCode }) => (basicCode === null ? [] : [basicCode]));
    const townships = demoChildrenOf(LANKAO).filter(({ code }) => codes.every((basicCode) => handledAt(basicCode, code)));
    expect(townships.length).toBeGreaterThan(0);
  }
});
