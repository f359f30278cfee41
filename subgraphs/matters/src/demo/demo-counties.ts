import { demoChildrenOf, JIANGBEI, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { DelegationMode, DelegationState } from '../delegation/delegation.enums';
import { MatterState, VillageRole } from '../matter/matter.enums';
import { type CatalogueItem, catalogue, type DemoHandling } from './catalogue';
import type { DemoDelegations } from './demo-delegations';
import { actsInOwnName, type DemoRows, organOf } from './demo-rows';
import { RECLAIMED_ON, reclaimedLeaves } from './reclaimed';
import { kioskVariants, type Leaf, spread, variantsOf } from './variants';

/** 三义寨乡: the township that shows drafts. */
const DRAFTING_TOWNSHIP = '410225201';

interface Batch {
  readonly number: string;
  readonly name: string;
  readonly from: string;
}

interface Book {
  readonly rows: DemoRows;
  readonly delegations: DemoDelegations;
}

/** Every matter and delegation of the three counties, up to the counts that were published. */
export function fillCounties(book: Book): void {
  fillLankao(book);
  fillRuian(book);
  fillJiangbei(book);
}

/** 152 matters in each township, 36 in each village, of at most 4 steps. */
function fillLankao(book: Book): void {
  const townships = governedTownshipsOf(LANKAO);
  const batch = { number: '示例LK-2019-01', name: '县级权限下放（示例批次）', from: '2019-11-01' };
  const own = spread(handled(['OWN']), 24);
  const passedDown = spread(handled(['DIRECT_GRANT', 'ENTRUST', 'STATIONED', 'FORWARD']), 128);
  for (const leaf of [...own, ...passedDown]) addTownshipMatter(book, LANKAO, townships, leaf, batch);
  for (const leaf of spread(
    catalogue().filter(({ demoVillageRole }) => demoVillageRole !== null),
    36,
  )) {
    addVillageMatter(book, townships, leaf, batch.from);
  }
  addReclaimed(book, townships);
  addDrafts(book);
}

/** 178 delegated before the reform, 381 more with it; 180 at the kiosks of every village. */
function fillRuian(book: Book): void {
  const townships = governedTownshipsOf(RUIAN);
  const before = { number: '示例RA-2017-01', name: '改革前下放事项（示例批次）', from: '2017-06-01' };
  const reform = { number: '示例RA-2020-01', name: '县乡权责重构下放事项（示例批次）', from: '2020-07-01' };
  const leaves = spread(handled(['DIRECT_GRANT', 'ENTRUST', 'STATIONED', 'FORWARD', 'KIOSK']), 559);
  for (const [index, leaf] of leaves.entries()) addTownshipMatter(book, RUIAN, townships, leaf, index < 178 ? before : reform);
  const villages = townships.flatMap(villagesOf);
  for (const item of catalogue().filter(({ demoKiosk }) => demoKiosk)) {
    for (const variant of kioskVariants()) {
      book.rows.add({
        leaf: { item, variant },
        organ: departmentOf(RUIAN, item.leadDepartment),
        level: ExerciseLevel.VILLAGE,
        handling: 'KIOSK',
        sites: villages,
        validFrom: reform.from,
        // The department decides, by machine; the village helps whoever stands before it.
        villageRole: VillageRole.ASSIST,
        selfService: true,
      });
    }
  }
}

/** 181 in each street: 40 by law, 90 delegated or entrusted, 51 by stationed staff. */
function fillJiangbei(book: Book): void {
  const townships = governedTownshipsOf(JIANGBEI);
  const batch = { number: '示例JB-2019-01', name: '街道（镇）承接事项（示例批次）', from: '2019-09-01' };
  const leaves = [
    ...spread(handled(['OWN']), 40),
    ...spread(handled(['DIRECT_GRANT', 'ENTRUST', 'FORWARD']), 90),
    ...spread(handled(['STATIONED']), 51),
  ];
  for (const leaf of leaves) addTownshipMatter(book, JIANGBEI, townships, leaf, batch);
}

function handled(ways: readonly DemoHandling[]): CatalogueItem[] {
  return catalogue().filter(({ demoHandling }) => ways.includes(demoHandling));
}

/** In its own name, a matter a township; in the department's, one matter that all of them handle. */
function addTownshipMatter({ rows, delegations }: Book, countyCode: string, townships: readonly string[], leaf: Leaf, batch: Batch): void {
  const handling = leaf.item.demoHandling;
  const plan = { leaf, level: ExerciseLevel.TOWNSHIP, handling, validFrom: batch.from, ...shortening(countyCode, leaf) };
  const groups = actsInOwnName(handling) ? townships.map((code) => [code]) : [townships];
  const matterIds = groups.map((sites) => rows.add({ ...plan, sites, organ: organOf(leaf.item, handling, sites[0]!) }));
  if (handling === 'OWN') return;
  const mode = handling === 'KIOSK' ? DelegationMode.FORWARD : DelegationMode[handling];
  delegations.add({ countyCode, leaf, mode, batch, effectiveFrom: batch.from, matterIds, recipients: townships });
}

function addVillageMatter({ rows }: Book, townships: readonly string[], leaf: Leaf, validFrom: string): void {
  const { demoHandling: handling, demoVillageRole: villageRole } = leaf.item;
  // The kiosks (政务一体机) take applications for the same 36 matters.
  const plan = { leaf, level: ExerciseLevel.VILLAGE, handling, validFrom, villageRole, selfService: true };
  const groups = actsInOwnName(handling) ? townships.map((code) => [code]) : [townships];
  for (const group of groups) rows.add({ ...plan, sites: group.flatMap(villagesOf), organ: organOf(leaf.item, handling, group[0]!) });
}

/** Two matters of 兰考 promised the statutory limit until 2021: what history and asOf show. */
function shortening(countyCode: string, { item }: Leaf): { shortenedOn?: string } {
  return countyCode === LANKAO && (item.serial === 1 || item.serial === 5) ? { shortenedOn: '2021-01-01' } : {};
}

/** Granted in 2022 and taken back in 2025, as provinces did then; outside the days that the published counts speak of. */
function addReclaimed({ rows, delegations }: Book, townships: readonly string[]): void {
  const batch = { number: '示例LK-2022-01', name: '后来收回的事项（示例批次）' };
  const [from, abolishedOn] = ['2022-01-01', RECLAIMED_ON];
  for (const leaf of reclaimedLeaves()) {
    const organ = departmentOf(LANKAO, leaf.item.leadDepartment);
    const plan = {
      leaf,
      organ,
      level: ExerciseLevel.TOWNSHIP,
      handling: 'ENTRUST',
      sites: townships,
      validFrom: from,
      abolishedOn,
    } as const;
    const matterIds = [rows.add(plan)];
    const mode = DelegationMode.ENTRUST;
    delegations.add({
      countyCode: LANKAO,
      leaf,
      mode,
      batch,
      effectiveFrom: from,
      reclaimedOn: abolishedOn,
      matterIds,
      recipients: townships,
    });
  }
}

/** What one township prepares to take over: seen by itself and its county only. */
function addDrafts({ rows, delegations }: Book): void {
  const batch = { number: '示例LK-2026-01', name: '拟下放事项（示例批次）' };
  const validFrom = '2025-12-01';
  for (const item of handled(['ENTRUST']).slice(0, 3)) {
    const leaf = { item, variant: variantsOf(item, 4)[3]! };
    const organ = townshipGovernmentOf(DRAFTING_TOWNSHIP);
    const plan = { leaf, organ, level: ExerciseLevel.TOWNSHIP, handling: 'DIRECT_GRANT', sites: [DRAFTING_TOWNSHIP], validFrom } as const;
    const matterIds = [rows.add({ ...plan, state: MatterState.DRAFT })];
    delegations.add({
      countyCode: LANKAO,
      leaf,
      mode: DelegationMode.DIRECT_GRANT,
      batch,
      effectiveFrom: validFrom,
      state: DelegationState.DRAFT,
      matterIds,
      recipients: [DRAFTING_TOWNSHIP],
    });
  }
}

function villagesOf(townshipCode: string): string[] {
  return demoChildrenOf(townshipCode).map(({ code }) => code);
}
