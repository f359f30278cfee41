import { validate, version } from 'uuid';
import { isCreditCode } from '../src/credit-code';
import { DivisionKind, kindOf } from '../src/division-code';
import { OrganizationKind } from '../src/organization-kind';
import { COUNTY_DEPARTMENTS } from './county-departments';
import { DEMO_COUNTIES, demoDivision, JIANGBEI, LANKAO, MAYU, RUIAN, YUHAI } from './divisions';
import { FUNCTIONAL_CENTER_KINDS, FUNCTIONAL_CENTER_SCHEMES } from './functional-center-kinds';
import { demoFunctionalCenters } from './functional-centers';
import { demoOrganization, demoOrganizations, departmentOf, findDepartment, governedTownshipsOf, townshipGovernmentOf } from './roster';

const all = demoOrganizations();
const inCounty = (county: string) => all.filter(({ divisionCode }) => divisionCode.startsWith(county));
const ofKind = (county: string, ...kinds: OrganizationKind[]) => inCounty(county).filter(({ kind }) => kinds.includes(kind));

/** Every 牵头部门 and 原实施部门 that the bundled catalogues of matters and enforcement causes write. */
const LEAD_DEPARTMENTS = [
  '农业农村 民政 人社 公安 市场监管 住房城乡建设 卫生健康 教育 林业 城市管理 应急管理 医保 退役军人 司法行政 自然资源 自然资源和规划',
  '城市管理/住建 民政/残联 农业农村/财政 残联 人武 住房公积金 公安交警 政务服务',
  '水利 城管 交通运输 消防救援 城管/环卫 生态环境 住建 住建/城管 城管/交通 自然资源/农业农村 农业农村/水利 应急/住建 文旅',
].flatMap((line) => line.split(' '));

test.each([
  [LANKAO, 13, 3],
  [RUIAN, 11, 12],
  [JIANGBEI, 1, 7],
])('%s has %i township governments and %i 街道办事处', (county, governments, offices) => {
  expect(ofKind(county, OrganizationKind.TOWNSHIP_GOVERNMENT)).toHaveLength(governments);
  expect(ofKind(county, OrganizationKind.SUBDISTRICT_OFFICE)).toHaveLength(offices);
  expect(governedTownshipsOf(county)).toHaveLength(governments + offices);
});

test('the farm units of 兰考 have no government', () => {
  expect(() => townshipGovernmentOf('410225401')).toThrow('410225401');
});

test.each(governedTownshipsOf(LANKAO))('%s has its 7 offices and 5 institutions', (township) => {
  const count = (kind: OrganizationKind) => all.filter((one) => one.divisionCode === township && one.kind === kind).length;
  expect(count(OrganizationKind.INTERNAL_OFFICE)).toBe(7);
  expect(count(OrganizationKind.PUBLIC_INSTITUTION)).toBe(5);
  expect(count(OrganizationKind.STATION)).toBe(7);
});

test('兰考 has a committee for each of its 432 villages and 32 communities', () => {
  const committees = ofKind(LANKAO, OrganizationKind.VILLAGE_COMMITTEE);
  const communities = committees.filter(({ divisionCode }) => kindOf(divisionCode) === DivisionKind.RESIDENTS_COMMITTEE);
  expect([committees.length, communities.length]).toEqual([464, 32]);
  expect(communities.every(({ name }) => name.endsWith('居民委员会'))).toBe(true);
});

test('every id and credit code is valid and unique, and names are not shared', () => {
  const codes = all.flatMap(({ creditCode }) => creditCode ?? []);
  expect(codes.filter((code) => !isCreditCode(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(all.filter(({ id }) => !validate(id) || version(id) !== 7)).toEqual([]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test('credit codes and ids do not move, because other rows hold them', () => {
  expect(demoOrganization(LANKAO, 'GOVERNMENT').creditCode).toBe('11410225DEM000014C');
  expect(departmentOf(LANKAO, '政务服务').creditCode?.slice(0, 16)).toBe('11410225DEM00010');
  expect(townshipGovernmentOf('410225201').creditCode?.slice(0, 16)).toBe('11410225DEM01201');
  expect(demoOrganization('410225201', 'CENTER_PUBLIC_SERVICE').creditCode?.slice(0, 16)).toBe('12410225DEM04011');
  expect(townshipGovernmentOf('410225201').id).toBe('016baad4-c800-78d1-aae3-7f0a6d6f719d');
});

test('every organisation stands in a bundled division, after its parent and its department', () => {
  const seen = new Set<string>();
  for (const { id, divisionCode, parentId, dispatchedById } of all) {
    expect(demoDivision(divisionCode).code).toBe(divisionCode);
    for (const other of [parentId, dispatchedById]) if (other) expect(seen).toContain(other);
    seen.add(id);
  }
});

test('a station belongs to its county department and is run by its township', () => {
  const station = demoOrganization('410225101', 'STATION_POLICE');
  expect(station).toMatchObject({
    name: '兰考县公安局堌阳派出所',
    parentId: townshipGovernmentOf('410225101').id,
    dispatchedById: departmentOf(LANKAO, '公安').id,
    creditCode: null,
  });
});

test.each(LEAD_DEPARTMENTS)('every county has a department for %s', (leadDept) => {
  for (const county of DEMO_COUNTIES) expect(departmentOf(county, leadDept).creditCode).not.toBeNull();
});

test('of several lead departments the first counts, and a merged one is found where it went', () => {
  expect(departmentOf(LANKAO, '民政/残联').name).toBe('兰考县民政局');
  expect(departmentOf(LANKAO, '林业').name).toBe('兰考县林业局');
  expect(departmentOf(RUIAN, '林业').name).toBe('瑞安市自然资源和规划局');
  expect(findDepartment(LANKAO, '指定部门')).toBeNull();
  expect(() => departmentOf(LANKAO, '指定部门')).toThrow('指定部门');
});

test('a subject names one department, and roles and serials are unique', () => {
  for (const values of [
    COUNTY_DEPARTMENTS.flatMap(({ subjects }) => subjects),
    COUNTY_DEPARTMENTS.map(({ role }) => role),
    COUNTY_DEPARTMENTS.map(({ serial }) => serial),
  ]) {
    expect(new Set<string | number>(values).size).toBe(values.length);
  }
});

describe('functional centres', () => {
  const centersOf = (township: string) => demoFunctionalCenters().filter(({ divisionCode }) => divisionCode === township);

  test('are 4 + 3 in 马屿镇, five in 玉海街道, and a centre with four platforms in each township of 兰考', () => {
    expect(centersOf(MAYU).map(({ kind }) => kind.code.split('_')[0])).toEqual([
      'CORE',
      'CORE',
      'CORE',
      'CORE',
      'CHOSEN',
      'CHOSEN',
      'CHOSEN',
    ]);
    expect(centersOf(YUHAI)).toHaveLength(5);
    expect(governedTownshipsOf(LANKAO).map((township) => centersOf(township).length)).toEqual(Array(16).fill(5));
    expect(demoFunctionalCenters()).toHaveLength(92);
  });

  test('take in every office, institution and station of their township, each once', () => {
    const ids = demoFunctionalCenters().flatMap(({ stationIds }) => stationIds);
    const bodies = all.filter(
      ({ kind, divisionCode }) =>
        divisionCode.length === 9 &&
        (kind === OrganizationKind.INTERNAL_OFFICE || kind === OrganizationKind.PUBLIC_INSTITUTION || kind === OrganizationKind.STATION),
    );
    expect([...ids].sort()).toEqual(bodies.map(({ id }) => id).sort());
    expect(demoFunctionalCenters().filter(({ stationIds }) => stationIds.length === 0)).toEqual([]);
  });

  test('are led by people who plainly do not exist', () => {
    const people = demoFunctionalCenters().flatMap(({ lead, deputies }) => [lead, ...deputies]);
    expect(people.filter((name) => !name.startsWith('示例'))).toEqual([]);
  });

  test('are of kinds with unique codes in known schemes', () => {
    expect(new Set(FUNCTIONAL_CENTER_KINDS.map(({ code }) => code)).size).toBe(FUNCTIONAL_CENTER_KINDS.length);
    const sizes = FUNCTIONAL_CENTER_SCHEMES.map(({ code }) => FUNCTIONAL_CENTER_KINDS.filter(({ scheme }) => scheme === code).length);
    expect(sizes).toEqual([5, 7, 5, 6, 7]);
  });
});
