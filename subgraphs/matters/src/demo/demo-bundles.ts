import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { BundleLimitUnit, BundleState } from '../bundle/bundle.enums';
import type { Matter } from '../matter/matter.entity';
import type { MatterSite } from '../matter/matter-site.entity';
import type { DemoRows } from './demo-rows';

/** A member of a bundle: what the graph handles, or what another system does. */
interface PlannedMember {
  readonly name: string;
  readonly department: string;
  /** The real matter it is, by the beginning of its name; absent for what tax, banks and hospitals handle themselves. */
  readonly matter?: string;
}

interface PlannedBundle {
  readonly name: string;
  readonly leadDepartment: string;
  readonly workdays: number;
  readonly expressHours: number | null;
  readonly members: readonly PlannedMember[];
}

/** Which departments share them is general knowledge; promises are ours, but for 企业开办: two days, and one hour as a special case. */
const BUNDLES: readonly PlannedBundle[] = [
  {
    name: '新生儿出生“一件事”',
    leadDepartment: '卫生健康',
    workdays: 5,
    expressHours: null,
    members: [
      { name: '《出生医学证明》办理', department: '卫生健康（助产机构）' },
      { name: '生育登记', department: '卫生健康', matter: '生育登记' },
      { name: '出生登记（新生儿入户）', department: '公安', matter: '出生登记' },
      { name: '城乡居民基本医疗保险参保登记', department: '医保', matter: '城乡居民基本医疗保险参保登记' },
      { name: '社会保障卡申领', department: '人社', matter: '社会保障卡申领' },
    ],
  },
  {
    name: '企业开办“一件事”',
    leadDepartment: '市场监管',
    workdays: 2,
    expressHours: 1,
    members: [
      { name: '企业设立登记（多证合一）', department: '市场监管', matter: '企业（含合作社）开办' },
      { name: '公章刻制备案', department: '公安' },
      { name: '发票申领', department: '税务' },
      { name: '银行预约开户', department: '商业银行' },
    ],
  },
];

/** The bundles of 兰考, each member as the first township that handles it has it. */
export function demoBundles({ matters, sites }: Pick<DemoRows, 'matters' | 'sites'>): object[] {
  const codeOf = handledCodes(matters as readonly Matter[], sites as unknown as readonly MatterSite[]);
  return BUNDLES.map(({ name, leadDepartment, workdays, expressHours, members }) => ({
    id: demoId(`service-bundle:${LANKAO}:${name}`),
    divisionCode: LANKAO,
    name,
    leadDepartmentName: leadDepartment,
    members: members.map((member) => ({ name: member.name, department: member.department, basicCode: codeOf(member) })),
    promisedValue: workdays,
    promisedUnit: BundleLimitUnit.WORKDAY,
    expressHours,
    state: BundleState.PUBLISHED,
    isDemonstration: true,
  }));
}

/** By the beginning of its name, the code of a matter that townships of the county handle; what is planned and not there is a mistake. */
function handledCodes(matters: readonly Matter[], sites: readonly MatterSite[]): (member: PlannedMember) => string | null {
  const handled = new Set(sites.filter(({ divisionCode }) => divisionCode.startsWith(LANKAO)).map(({ matterId }) => matterId));
  return ({ name, matter }) => {
    if (matter === undefined) return null;
    const found = matters.find((each) => each.name.startsWith(matter) && each.rank !== 'MAIN' && handled.has(each.id));
    if (!found) throw new Error(`no township of ${LANKAO} handles ${name}`);
    return found.basicCode;
  };
}
