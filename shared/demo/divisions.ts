import bundled from './divisions.json';

/** A division as it is bundled. The level and kind follow from the code (see `division-code`), so they are not repeated here. */
export interface DemoDivision {
  readonly code: string;
  readonly name: string;
  /** The division above it; null for a province. */
  readonly parentCode: string | null;
}

/** 兰考县: every part of the demonstration has its data here. */
export const LANKAO = '410225';
/** 瑞安市 */
export const RUIAN = '330381';
/** 宁波市江北区 */
export const JIANGBEI = '330205';
/** 瑞安市马屿镇, known for its “4+3” functional centres. */
export const MAYU = '330381116';
/** 瑞安市玉海街道, known for its five functional centres. */
export const YUHAI = '330381002';

/** The counties bundled with their townships and villages. */
export const DEMO_COUNTIES: readonly string[] = [LANKAO, RUIAN, JIANGBEI];

/** The day that township and village codes show: the last snapshot of 统计用区划代码 in this package (README.md). */
export const DIVISIONS_SNAPSHOT_DATE: string = bundled.snapshotDate;

interface BundledTownship {
  code: string;
  name: string;
  villages: string[][];
}

let divisions: readonly DemoDivision[] | undefined;
let byParent: ReadonlyMap<string | null, readonly DemoDivision[]> | undefined;
let byCode: ReadonlyMap<string, DemoDivision> | undefined;

/** All bundled divisions, parents before children, so that they can be inserted in this order. */
export function demoDivisions(): readonly DemoDivision[] {
  divisions ??= flatten();
  return divisions;
}

/** The divisions directly below one, in code order; the provinces for null; empty below a village. */
export function demoChildrenOf(parentCode: string | null): readonly DemoDivision[] {
  byParent ??= groupByParent();
  return byParent.get(parentCode) ?? [];
}

/** The bundled division of this code. Throws if there is none: demonstration rows must point at real divisions. */
export function demoDivision(code: string): DemoDivision {
  byCode ??= new Map(demoDivisions().map((division) => [division.code, division]));
  const division = byCode.get(code);
  if (!division) throw new Error(`No bundled division ${code}`);
  return division;
}

function flatten(): DemoDivision[] {
  const list: DemoDivision[] = [];
  for (const province of bundled.provinces) {
    list.push({ code: province.code, name: province.name, parentCode: null });
    for (const prefecture of province.prefectures) {
      list.push({ code: prefecture.code, name: prefecture.name, parentCode: province.code });
      for (const county of prefecture.counties) {
        list.push({ code: county.code, name: county.name, parentCode: prefecture.code });
        list.push(...county.townships.flatMap((township) => withVillages(township, county.code)));
      }
    }
  }
  return list;
}

function withVillages({ code, name, villages }: BundledTownship, countyCode: string): DemoDivision[] {
  return [
    { code, name, parentCode: countyCode },
    ...villages.map(([villageCode = '', villageName = '']) => ({ code: villageCode, name: villageName, parentCode: code })),
  ];
}

function groupByParent(): Map<string | null, DemoDivision[]> {
  const groups = new Map<string | null, DemoDivision[]>();
  for (const division of demoDivisions()) {
    const siblings = groups.get(division.parentCode);
    if (siblings) siblings.push(division);
    else groups.set(division.parentCode, [division]);
  }
  return groups;
}
