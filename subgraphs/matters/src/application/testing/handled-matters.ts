import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { catalogue } from '../../demo/catalogue';
import { DemoRows } from '../../demo/demo-rows';
import { variantsOf } from '../../demo/variants';
import type { Matter } from '../../matter/matter.entity';
import { HandlingKind, MatterKind, VillageRole } from '../../matter/matter.enums';
import { TimeUnit } from '../../matter/time-limit';

export const OURS = '410225201';
export const VILLAGE = '410225201201';

/** One promised licence of the township, with twenty working days by law, and one that is handled at once; both at a village too. */
export function handledMatterRows() {
  const rows = new DemoRows();
  const [promised, immediate] = variantsOf(catalogue()[11]!, 2).map((variant) => ({ item: catalogue()[11]!, variant }));
  const plan = {
    organ: townshipGovernmentOf(OURS),
    level: ExerciseLevel.TOWNSHIP,
    handling: 'DIRECT_GRANT',
    sites: [OURS],
    validFrom: '2025-12-01',
  } as const;
  const promisedId = rows.add({ ...plan, leaf: promised! });
  const immediateId = rows.add({ ...plan, leaf: immediate! });
  for (const row of rows.matters as Matter[]) {
    if (row.id === promisedId)
      Object.assign(row, {
        kind: MatterKind.LICENSING,
        handlingKind: HandlingKind.PROMISED,
        promisedValue: 10,
        promisedUnit: TimeUnit.WORKDAY,
        statutoryValue: 20,
        statutoryUnit: TimeUnit.WORKDAY,
      });
    if (row.id === immediateId)
      Object.assign(row, {
        handlingKind: HandlingKind.IMMEDIATE,
        promisedValue: 0,
        promisedUnit: TimeUnit.WORKDAY,
        statutoryValue: null,
        statutoryUnit: null,
      });
  }
  const sites = [
    ...rows.sites,
    { matterId: promisedId, divisionCode: VILLAGE, validFrom: '2025-12-01', validTo: null, villageRole: VillageRole.ACCEPT_FORWARD },
    { matterId: immediateId, divisionCode: VILLAGE, validFrom: '2025-12-01', validTo: null, villageRole: VillageRole.NOTICE },
  ];
  return { names: rows.names, matters: rows.matters, guides: rows.guides, sites, promisedId, immediateId };
}
