import { demoCreditCode } from '../src/credit-code';
import { DivisionKind, kindOf } from '../src/division-code';
import { OrganizationKind } from '../src/organization-kind';
import {
  COUNTY_DEPARTMENTS,
  type CountyDepartment,
  countyDepartmentWithRole,
  departmentName,
  INSTITUTION_PREFIX,
  MERGED_INTO,
  ORGAN_PREFIX,
} from './county-departments';
import { demoId } from './demo-id';
import { DEMO_COUNTIES, demoChildrenOf, demoDivision, LANKAO, MAYU, YUHAI } from './divisions';
import { functionalCenterId, functionalCenterSchemeOf, STAFFED_CENTER_KINDS } from './functional-center-kinds';
import { LANKAO_STATIONS, RUIAN_STATIONS, TOWNSHIP_INSTITUTIONS, TOWNSHIP_OFFICES, type TownshipStation } from './township-bodies';

/** An organisation of the demonstration. The same rows stand behind every subgraph, which refer to them by credit code or id. */
export interface DemoOrganization {
  readonly id: string;
  /** 统一社会信用代码, visibly synthetic (…DEM0…); null for what has no legal person of its own, such as offices and stations. */
  readonly creditCode: string | null;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: OrganizationKind;
  readonly divisionCode: string;
  /** What it is in its division, such as GOVERNMENT, JUSTICE or STATION_POLICE; with the division, unique. */
  readonly role: string;
  /**
   * The organisation that runs it from day to day. A station's is the township government (条抓块统), its own department is
   * `dispatchedById`. Null for county governments and Party committees, and for village committees: the township guides
   * these but does not command them (村民委员会组织法 §5).
   */
  readonly parentId: string | null;
  /** The county department that a station belongs to (派出部门); null for anything else. */
  readonly dispatchedById: string | null;
  /** The functional centre of its township that it works in. */
  readonly functionalCenterId: string | null;
}

/** 村（居）委会 are 特别法人 registered with 民政. That their codes begin with 54 is general knowledge that we could not verify. */
export const VILLAGE_COMMITTEE_PREFIX = '54';

const { COUNTY_GOVERNMENT, PARTY_ORGAN, SUBDISTRICT_OFFICE, TOWNSHIP_GOVERNMENT, INTERNAL_OFFICE, STATION } = OrganizationKind;
const { PUBLIC_INSTITUTION, VILLAGE_COMMITTEE } = OrganizationKind;

let organizations: readonly DemoOrganization[] | undefined;
let byPlaceAndRole: ReadonlyMap<string, DemoOrganization> | undefined;

/** All organisations of the demonstration, parents before children. */
export function demoOrganizations(): readonly DemoOrganization[] {
  organizations ??= DEMO_COUNTIES.flatMap(countyOrganizations);
  return organizations;
}

/** The organisation with this role in this very division (not below it); null if there is none. */
export function findDemoOrganization(divisionCode: string, role: string): DemoOrganization | null {
  byPlaceAndRole ??= new Map(
    demoOrganizations().map((organization) => [placeAndRole(organization.divisionCode, organization.role), organization]),
  );
  return byPlaceAndRole.get(placeAndRole(divisionCode, role)) ?? null;
}

/** The same, for what must be there. */
export function demoOrganization(divisionCode: string, role: string): DemoOrganization {
  const organization = findDemoOrganization(divisionCode, role);
  if (!organization) throw new Error(`No demonstration organisation ${role} in ${divisionCode}`);
  return organization;
}

/**
 * The county department that a catalogue's 牵头部门 names, in short (民政) or as alternatives (城市管理/住建), of which the
 * first counts. Null for words that name no department, such as 指定部门.
 */
export function findDepartment(countyCode: string, leadDept: string): DemoOrganization | null {
  const subject = leadDept.split(/[/／、]/)[0]?.trim() ?? '';
  const department = COUNTY_DEPARTMENTS.find(({ subjects }) => subjects.includes(subject));
  if (!department) return null;
  const merged = MERGED_INTO[department.role];
  return findDemoOrganization(countyCode, department.role) ?? (merged ? findDemoOrganization(countyCode, merged) : null);
}

/** The same, for a department that must be there. */
export function departmentOf(countyCode: string, leadDept: string): DemoOrganization {
  const department = findDepartment(countyCode, leadDept);
  if (!department) throw new Error(`No department for “${leadDept}” in ${countyCode}`);
  return department;
}

/** The township's government or 街道办事处. Throws for units that have none (the farm units 类似乡级单位 of 兰考). */
export function townshipGovernmentOf(townshipCode: string): DemoOrganization {
  return demoOrganization(townshipCode, 'GOVERNMENT');
}

/** The townships and 街道 of a county that have a government: all but the 类似乡级单位, in code order. */
export function governedTownshipsOf(countyCode: string): readonly string[] {
  return demoChildrenOf(countyCode)
    .map(({ code }) => code)
    .filter((code) => kindOf(code) !== DivisionKind.TOWNSHIP_EQUIVALENT);
}

/** The identifier of the organisation with this role in this division. */
export function demoOrganizationId(divisionCode: string, role: string): string {
  return demoId(`organization:${divisionCode}:${role}`);
}

function centerOf(divisionCode: string, role: string): string | null {
  const scheme = functionalCenterSchemeOf(divisionCode);
  const staffed = STAFFED_CENTER_KINDS.find(({ kind, members }) => kind.scheme === scheme && members.includes(role));
  return staffed ? functionalCenterId(divisionCode, staffed.kind.code) : null;
}

function placeAndRole(divisionCode: string, role: string): string {
  return `${divisionCode}:${role}`;
}

type Draft = Pick<DemoOrganization, 'divisionCode' | 'role' | 'name' | 'kind'> & Partial<DemoOrganization>;

function organization(draft: Draft): DemoOrganization {
  const id = demoOrganizationId(draft.divisionCode, draft.role);
  return {
    id,
    creditCode: null,
    parentId: null,
    dispatchedById: null,
    functionalCenterId: centerOf(draft.divisionCode, draft.role),
    ...draft,
  };
}

function countyOrganizations(countyCode: string): DemoOrganization[] {
  const { name } = demoDivision(countyCode);
  const departments = COUNTY_DEPARTMENTS.filter(({ onlyIn }) => onlyIn?.includes(countyCode) ?? true);
  return [
    countyHead(countyCode, 1, 'GOVERNMENT', `${name}人民政府`, COUNTY_GOVERNMENT),
    countyHead(countyCode, 2, 'PARTY_COMMITTEE', `中共${name}委员会`, PARTY_ORGAN),
    ...departments.map((department) => countyDepartment(countyCode, department)),
    ...governedTownshipsOf(countyCode).flatMap((townshipCode) => townshipOrganizations(countyCode, townshipCode)),
  ];
}

function countyHead(divisionCode: string, serial: number, role: string, name: string, kind: OrganizationKind): DemoOrganization {
  return organization({ divisionCode, role, name, kind, creditCode: demoCreditCode(ORGAN_PREFIX, divisionCode, serial) });
}

function countyDepartment(divisionCode: string, department: CountyDepartment): DemoOrganization {
  const { role, serial, kind, prefix, name } = department;
  return organization({
    divisionCode,
    role,
    name: departmentName(department, divisionCode),
    shortName: name,
    kind,
    creditCode: prefix && demoCreditCode(prefix, divisionCode, serial),
    parentId: demoOrganizationId(divisionCode, kind === PARTY_ORGAN ? 'PARTY_COMMITTEE' : 'GOVERNMENT'),
  });
}

function townshipOrganizations(countyCode: string, townshipCode: string): DemoOrganization[] {
  const government = townshipGovernment(countyCode, townshipCode);
  if (countyCode === LANKAO) {
    return [
      government,
      ...offices(townshipCode),
      ...institutions(townshipCode),
      ...stations(townshipCode, LANKAO_STATIONS),
      ...villageCommittees(townshipCode),
    ];
  }
  return townshipCode === MAYU || townshipCode === YUHAI ? [government, ...stations(townshipCode, RUIAN_STATIONS)] : [government];
}

function townshipGovernment(countyCode: string, townshipCode: string): DemoOrganization {
  const { name } = demoDivision(townshipCode);
  const isSubdistrict = kindOf(townshipCode) === DivisionKind.SUBDISTRICT;
  const suffix = isSubdistrict ? '办事处' : '人民政府';
  return organization({
    divisionCode: townshipCode,
    role: 'GOVERNMENT',
    name: `${demoDivision(countyCode).name}${name}${suffix}`,
    shortName: `${name}${suffix}`,
    kind: isSubdistrict ? SUBDISTRICT_OFFICE : TOWNSHIP_GOVERNMENT,
    creditCode: demoCreditCode(ORGAN_PREFIX, countyCode, 1000 + townshipNumber(townshipCode)),
    parentId: demoOrganizationId(countyCode, 'GOVERNMENT'),
  });
}

function offices(divisionCode: string): DemoOrganization[] {
  const { name: township } = demoDivision(divisionCode);
  const parentId = demoOrganizationId(divisionCode, 'GOVERNMENT');
  return TOWNSHIP_OFFICES.map(({ role, name }) =>
    organization({ divisionCode, role, name: `${township}${name}`, shortName: name, kind: INTERNAL_OFFICE, parentId }),
  );
}

function institutions(divisionCode: string): DemoOrganization[] {
  const countyCode = divisionCode.slice(0, 6);
  const place = `${demoDivision(countyCode).name}${demoDivision(divisionCode).name}`;
  const parentId = demoOrganizationId(divisionCode, 'GOVERNMENT');
  return TOWNSHIP_INSTITUTIONS.map(({ role, name }, index) => {
    const creditCode = demoCreditCode(INSTITUTION_PREFIX, countyCode, 2000 + townshipNumber(divisionCode) * 10 + index + 1);
    return organization({ divisionCode, role, name: `${place}${name}`, shortName: name, kind: PUBLIC_INSTITUTION, creditCode, parentId });
  });
}

function stations(divisionCode: string, list: readonly TownshipStation[]): DemoOrganization[] {
  const countyCode = divisionCode.slice(0, 6);
  const township = demoDivision(divisionCode).name.replace(/(街道|镇|乡)$/, '');
  const parentId = demoOrganizationId(divisionCode, 'GOVERNMENT');
  return list.map(({ role, name, department }) => {
    const shortName = `${township}${name}`;
    const dispatchedById = demoOrganizationId(countyCode, department);
    const fullName = `${departmentName(countyDepartmentWithRole(department), countyCode)}${shortName}`;
    return organization({ divisionCode, role, name: fullName, shortName, kind: STATION, parentId, dispatchedById });
  });
}

function villageCommittees(townshipCode: string): DemoOrganization[] {
  const countyCode = townshipCode.slice(0, 6);
  const place = `${demoDivision(countyCode).name}${demoDivision(townshipCode).name}`;
  const firstSerial = 5000 + (governedTownshipsOf(countyCode).indexOf(townshipCode) + 1) * 100 + 1;
  return demoChildrenOf(townshipCode).map(({ code, name }, index) => {
    const shortName = `${name}${kindOf(code) === DivisionKind.RESIDENTS_COMMITTEE ? '居民' : '村民'}委员会`;
    const creditCode = demoCreditCode(VILLAGE_COMMITTEE_PREFIX, countyCode, firstSerial + index);
    return organization({
      divisionCode: code,
      role: 'COMMITTEE',
      name: `${place}${shortName}`,
      shortName,
      kind: VILLAGE_COMMITTEE,
      creditCode,
    });
  });
}

/** The last three digits of a township's code, from which its serials follow; they stay if others are added or abolished. */
function townshipNumber(townshipCode: string): number {
  return Number(townshipCode.slice(6, 9));
}
