import { OrganizationKind } from '../src/organization-kind';
import { demoDivision, JIANGBEI, LANKAO, RUIAN } from './divisions';

/** A county-level body of the demonstration, present in each county unless `onlyIn` says otherwise. */
export interface CountyDepartment {
  /** Its role: stable, the same in all counties. */
  readonly role: string;
  /** Its serial in the demonstration credit codes (1–99). Never reuse or renumber: other subgraphs' rows hold the codes. */
  readonly serial: number;
  readonly kind: OrganizationKind;
  /** The first two characters of its credit code (登记管理部门 + 机构类别), or null where it has none. */
  readonly prefix: string | null;
  /** Its name without the county. */
  readonly name: string;
  /** The whole name where a county's differs from county + name. */
  readonly named?: Readonly<Record<string, string>>;
  readonly onlyIn?: readonly string[];
  /** The words by which catalogues of matters, causes and responsibilities call it (牵头部门、原实施部门). */
  readonly subjects: readonly string[];
}

/** 机关 */
export const ORGAN_PREFIX = '11';
/** 事业单位 */
export const INSTITUTION_PREFIX = '12';
/** 机构编制部门直接管理的群众团体 */
const MASS_PREFIX = '13';
/** 机构编制 其他 */
const OTHER_PREFIX = '19';

const { PARTY_ORGAN, GOVERNMENT_DEPARTMENT, PUBLIC_INSTITUTION, MASS_ORGANIZATION, COORDINATION_BODY } = OrganizationKind;

/** A working department of the county government: by far the most common entry below. */
function department(
  serial: number,
  role: string,
  name: string,
  subjects: string[],
  rest: Partial<CountyDepartment> = {},
): CountyDepartment {
  return { role, serial, kind: GOVERNMENT_DEPARTMENT, prefix: ORGAN_PREFIX, name, subjects, ...rest };
}

/** An organ of the county committee of the Party. */
function partyOrgan(serial: number, role: string, name: string, subjects: string[]): CountyDepartment {
  const named = { [LANKAO]: `中共兰考县委${name}`, [RUIAN]: `中共瑞安市委${name}`, [JIANGBEI]: `中共江北区委${name}` };
  return { role, serial, kind: PARTY_ORGAN, prefix: ORGAN_PREFIX, name, named, subjects };
}

/**
 * The county-level bodies. Serials 1 and 2 belong to the county's government and Party committee.
 * Names follow the usual names after the 2019 reform; they are demonstration data, not a register.
 */
export const COUNTY_DEPARTMENTS: readonly CountyDepartment[] = [
  partyOrgan(3, 'ORGANIZATION', '组织部', ['组织']),
  partyOrgan(4, 'POLITICAL_LEGAL', '政法委员会', ['政法']),
  partyOrgan(5, 'ESTABLISHMENT', '机构编制委员会办公室', ['编办', '机构编制']),
  department(6, 'PETITIONS', '信访局', ['信访']),
  department(10, 'GOVERNMENT_SERVICE', '政务服务和大数据管理局', ['政务服务'], {
    named: { [RUIAN]: '瑞安市政务服务管理办公室', [JIANGBEI]: '江北区政务服务管理办公室' },
  }),
  department(11, 'PUBLIC_SECURITY', '公安局', ['公安', '公安交警'], { named: { [JIANGBEI]: '宁波市公安局江北分局' } }),
  department(12, 'JUSTICE', '司法局', ['司法行政', '司法']),
  department(13, 'CIVIL_AFFAIRS', '民政局', ['民政']),
  department(14, 'HUMAN_RESOURCES', '人力资源和社会保障局', ['人社', '人力资源和社会保障']),
  department(15, 'AGRICULTURE', '农业农村局', ['农业农村']),
  department(16, 'NATURAL_RESOURCES', '自然资源局', ['自然资源', '自然资源和规划'], {
    named: { [RUIAN]: '瑞安市自然资源和规划局', [JIANGBEI]: '宁波市自然资源和规划局江北分局' },
  }),
  department(17, 'MARKET_REGULATION', '市场监督管理局', ['市场监管', '市场监督管理']),
  department(18, 'HEALTH', '卫生健康委员会', ['卫生健康', '卫健'], {
    named: { [RUIAN]: '瑞安市卫生健康局', [JIANGBEI]: '江北区卫生健康局' },
  }),
  department(19, 'HEALTH_INSURANCE', '医疗保障局', ['医保', '医疗保障']),
  department(20, 'HOUSING_CONSTRUCTION', '住房和城乡建设局', ['住房城乡建设', '住建', '规划建设']),
  department(21, 'URBAN_MANAGEMENT', '城市管理局', ['城市管理', '城管', '综合执法'], {
    named: { [RUIAN]: '瑞安市综合行政执法局', [JIANGBEI]: '江北区综合行政执法局' },
  }),
  department(22, 'EMERGENCY', '应急管理局', ['应急管理', '应急']),
  department(23, 'EDUCATION', '教育局', ['教育'], { named: { [LANKAO]: '兰考县教育体育局' } }),
  // In both Zhejiang counties forestry is part of natural resources; departmentOf finds it there.
  department(24, 'FORESTRY', '林业局', ['林业'], { onlyIn: [LANKAO] }),
  department(25, 'VETERANS', '退役军人事务局', ['退役军人']),
  department(26, 'FINANCE', '财政局', ['财政']),
  department(27, 'WATER', '水利局', ['水利']),
  department(28, 'TRANSPORT', '交通运输局', ['交通运输', '交通']),
  department(29, 'ECOLOGY', '生态环境分局', ['生态环境'], {
    named: { [LANKAO]: '开封市生态环境局兰考分局', [RUIAN]: '温州市生态环境局瑞安分局', [JIANGBEI]: '宁波市生态环境局江北分局' },
  }),
  department(30, 'CULTURE_TOURISM', '文化广电和旅游局', ['文化旅游', '文旅']),
  department(31, 'DEVELOPMENT_REFORM', '发展和改革委员会', ['发展改革', '发改'], {
    named: { [RUIAN]: '瑞安市发展和改革局', [JIANGBEI]: '江北区发展和改革局' },
  }),
  department(32, 'FIRE_RESCUE', '消防救援大队', ['消防救援', '消防']),
  department(40, 'DISABLED_PERSONS', '残疾人联合会', ['残联'], { kind: MASS_ORGANIZATION, prefix: MASS_PREFIX }),
  // 人武部 is the county government's 兵役机关; it stands under the army, so nothing here fits it better.
  department(41, 'ARMED_FORCES', '人民武装部', ['人武'], { prefix: OTHER_PREFIX }),
  department(42, 'HOUSING_FUND', '住房公积金管理部', ['住房公积金'], {
    kind: PUBLIC_INSTITUTION,
    prefix: INSTITUTION_PREFIX,
    named: {
      [LANKAO]: '开封市住房公积金管理中心兰考管理部',
      [RUIAN]: '温州市住房公积金管理中心瑞安分中心',
      [JIANGBEI]: '宁波市住房公积金管理中心江北分中心',
    },
  }),
  department(60, 'ADMISSION_COUNCIL', '职责准入联席会议', ['联席会议'], { kind: COORDINATION_BODY, prefix: null }),
];

/** Where a subject is looked for when its own department does not exist in the county. */
export const MERGED_INTO: Readonly<Record<string, string>> = { FORESTRY: 'NATURAL_RESOURCES' };

/** The department with this role. Throws for a role that the table does not know. */
export function countyDepartmentWithRole(role: string): CountyDepartment {
  const department = COUNTY_DEPARTMENTS.find((candidate) => candidate.role === role);
  if (!department) throw new Error(`No county department has the role ${role}`);
  return department;
}

/** Its whole name in this county. */
export function departmentName({ name, named }: CountyDepartment, countyCode: string): string {
  return named?.[countyCode] ?? `${demoDivision(countyCode).name}${name}`;
}
