import type { NeededColumn } from '@township-graph/shared/csv-rows';
import { DomainError } from '@township-graph/shared/errors';
import {
  EXERCISE_LEVEL_WORDS,
  GUIDE_CLASS_WORDS,
  HANDLING_WORDS,
  KIND_CODES,
  KIND_WORDS,
  MatterKind,
  MatterRank,
  MatterState,
  POWER_SOURCE_WORDS,
  PowerSource,
  RANK_WORDS,
  STATE_WORDS,
  VILLAGE_ROLE_WORDS,
  VillageRole,
} from './matter.enums';
import { CHANNEL_WORDS, Channel, SERVICE_OBJECT_WORDS } from './matter-guide.types';
import {
  type Cell,
  creditCodeCell,
  dayCell,
  divisionCell,
  divisionsOf,
  implementationCodeCell,
  legalBasesCell,
  localCodeCell,
  materialsCell,
  oneOf,
  someOf,
  stepsCell,
  textOf,
  upToNumber,
  yesNoCell,
} from './matter-import.cells';
import { cellEmpty, inColumn } from './matter-import.errors';
import { TimeUnit, UNIT_WORDS } from './time-limit';

/** A column: under which names it may stand, and what its cells say. */
interface Column<T> {
  /** Its official name, then the names that databases give it. */
  readonly names: readonly [string, ...string[]];
  readonly isNeeded: boolean;
  readonly cell: Cell<T>;
  /** What an empty cell, or a column that is not there, means; undefined where there must be something. */
  readonly whenEmpty: T | undefined;
  /** What it is, for people. */
  readonly about: string;
}

type Names = Column<unknown>['names'];

/** A column that a file must have, with something in every cell. */
const needed = <T>(names: Names, cell: Cell<T>, about: string): Column<T> => ({
  names,
  cell,
  about,
  isNeeded: true,
  whenEmpty: undefined,
});

/** A column that may be left out, and its cells empty. */
function optional<T>(names: Names, cell: Cell<T>, whenEmpty: null, about: string): Column<T | null>;
function optional<T>(names: Names, cell: Cell<T>, whenEmpty: NoInfer<T>, about: string): Column<T>;
function optional<T>(names: Names, cell: Cell<T>, whenEmpty: T, about: string): Column<T> {
  return { names, cell, about, isNeeded: false, whenEmpty };
}

const UNITS = oneOf<TimeUnit>(UNIT_WORDS);

const POWER_SOURCE_CODES: Readonly<Record<PowerSource, string>> = {
  STATUTORY: '1',
  DEVOLVED: '2',
  AUTHORIZED_BY_SUPERIOR: '3',
  AUTHORIZED_BY_PEER: '4',
  ENTRUSTED_BY_SUPERIOR: '5',
  ENTRUSTED_BY_PEER: '6',
};

/**
 * The columns of a file of service matters: the elements of the 实施清单 under their official names, or under the names
 * of the database that platforms exchange them in. Codes are those of GB/T 39046-2020; a list that knows others writes words.
 */
export const MATTER_COLUMNS = {
  name: needed(['事项名称', 'task_name'], textOf(200), 'Name'),
  implementationCode: needed(
    ['实施编码', 'task_code'],
    implementationCodeCell,
    'Credit code of the organ, level, basic code; rows with the same one are one matter at several places 多行同码即同一事项的多个办理地',
  ),
  kind: needed(['事项类型', 'task_type'], oneOf(KIND_WORDS, { codes: KIND_CODES, alsoSaid: { 其他类别: MatterKind.OTHER_POWER } }), 'Kind'),
  exerciseLevel: needed(
    ['行使层级', 'use_level'],
    oneOf(EXERCISE_LEVEL_WORDS, {
      codes: { NATIONAL: '1', PROVINCE: '2', PREFECTURE: '3', COUNTY: '4', TOWNSHIP: '5', VILLAGE: '6', GRADED: '7' },
    }),
    'Level at which it is exercised',
  ),
  organCode: needed(['实施主体编码', 'dept_code'], creditCodeCell, 'Implementing organ'),
  organName: needed(['实施主体', 'dept_name'], textOf(100), 'Its name'),
  handlingKind: needed(
    ['办件类型', 'project_type'],
    oneOf(HANDLING_WORDS, { codes: { IMMEDIATE: '1', PROMISED: '2' } }),
    'Handled at once, or within the promised limit',
  ),
  promisedValue: {
    ...optional(
      ['承诺办结时限', 'promise_day'],
      upToNumber(3650),
      null,
      'Promised limit; 0 or empty for 即办件, never longer than the law’s',
    ),
    isNeeded: true,
  },
  steps: needed(['办理流程', 'handle_flow'], stepsCell, 'Steps, 1 to 4 环节不超过 4 个'),
  basicCode: optional(['基本编码', 'catalog_code'], textOf(12), null, 'As in the implementation code 须与实施编码一致'),
  localCode: optional(['地方事项编码', '地方实施编码', 'local_task_code'], localCodeCell, null, 'Local code'),
  rank: optional(['事项层次'], oneOf(RANK_WORDS), MatterRank.HANDLING_ITEM, 'Place in its tree; 业务办理项 when empty 空为业务办理项'),
  organDivision: optional(
    ['实施主体所在区划'],
    divisionCell,
    null,
    'Where the organ is. When empty: the township of the row at levels 5 and 6, else the six digits in the organ’s code 空时：5、6 级取本行乡镇，其余取信用代码中的区划',
  ),
  state: optional(
    ['事项状态', 'task_state'],
    oneOf(STATE_WORDS, {
      alsoSaid: {
        在用: MatterState.PUBLISHED,
        已公布: MatterState.PUBLISHED,
        已发布: MatterState.PUBLISHED,
        拟稿: MatterState.DRAFT,
        草稿: MatterState.DRAFT,
        已取消: MatterState.ABOLISHED,
      },
    }),
    MatterState.PUBLISHED,
    'State: 在用 (also when empty), 暂停, 取消, or 拟稿 for a draft 空为在用',
  ),
  version: optional(
    ['事项版本', 'task_version'],
    upToNumber(999_999),
    null,
    'Not kept: the graph counts revisions itself 不存储，版本由系统记',
  ),
  powerSource: optional(
    ['权力来源', 'power_source'],
    oneOf(POWER_SOURCE_WORDS, { codes: POWER_SOURCE_CODES }),
    PowerSource.STATUTORY,
    'Where the power comes from; 法定本级行使 when empty 空为法定本级行使',
  ),
  entrustName: optional(
    ['委托部门', 'entrust_name'],
    textOf(100),
    null,
    'Who entrusts; where the power is entrusted, and only there. It guides the matter unless 牵头部门 is named 委托的必填',
  ),
  entrustCode: optional(['委托部门编码'], creditCodeCell, null, 'Its code'),
  leadName: optional(['牵头部门'], textOf(100), null, 'Department that guides it'),
  leadCode: optional(['牵头部门编码'], creditCodeCell, null, 'Its code'),
  legalBases: optional(['设定依据', 'by_law'], legalBasesCell, [], 'Legal bases; kept as not yet checked 导入后均为“未核对原文”'),
  statutoryValue: optional(
    ['法定办结时限', 'anticipate_day'],
    upToNumber(3650),
    null,
    'Limit of the law; empty where it sets none 无规定留空',
  ),
  statutoryUnit: optional(['法定办结时限单位', 'anticipate_type'], UNITS, TimeUnit.WORKDAY, 'Its unit; 工作日 when empty 空为工作日'),
  promisedUnit: optional(
    ['承诺办结时限单位', 'promise_type'],
    UNITS,
    TimeUnit.WORKDAY,
    'Unit of the promise; 工作日 when empty 空为工作日',
  ),
  serviceObjects: optional(
    ['服务对象', 'server_type'],
    someOf(SERVICE_OBJECT_WORDS, {
      codes: {
        NATURAL_PERSON: '1',
        ENTERPRISE: '2',
        PUBLIC_INSTITUTION: '3',
        SOCIAL_ORGANIZATION: '4',
        ADMINISTRATIVE_ORGAN: '5',
        OTHER: '6',
      },
    }),
    [],
    'Whom it serves',
  ),
  channels: optional(
    ['办理形式', 'handle_type'],
    someOf(CHANNEL_WORDS, {
      codes: { WINDOW: '1', COMPUTER: '2', MOBILE: '3', COURIER: '4', OTHER: '9' },
      alsoSaid: {
        窗口: Channel.WINDOW,
        电脑端: Channel.COMPUTER,
        网上办理: Channel.COMPUTER,
        移动端: Channel.MOBILE,
        快递: Channel.COURIER,
        自助终端: Channel.KIOSK,
      },
    }),
    [],
    'How one applies; 自助终端办理 makes it self-service 含自助终端的即为自助办理',
  ),
  onSiteVisits: optional(['到办事现场次数', 'limit_scene_num'], upToNumber(99), 1, 'Visits in person; 1 when empty 空为 1 次'),
  onSiteReason: optional(['必须现场办理原因', 'limit_scene_explain'], textOf(200), null, 'Why one must come'),
  isCharged: optional(['是否收费', 'is_fee'], yesNoCell, false, 'Whether it costs a fee; 否 when empty 空为否'),
  feeStandard: optional(['收费标准', 'fee_stand'], textOf(1000), null, 'Standard of the fee'),
  feeBasis: optional(['收费依据', 'fee_basis'], textOf(1000), null, 'Basis of the fee, where there is one 收费的必填'),
  materials: optional(
    ['申请材料'],
    materialsCell,
    [],
    'Materials; 必备 and 原件1份 unless said otherwise, 共享 is got by sharing 未注明的为必备、原件 1 份；共享即免提交',
  ),
  startsOn: optional(
    ['计划生效日期', 'plan_effective_date'],
    dayCell,
    null,
    'First day of what the row says; the day of the import when empty 空为导入当日',
  ),
  cancelledOn: optional(
    ['计划取消日期', 'plan_cancel_date'],
    dayCell,
    null,
    'First day it no longer holds; in a row with the state 取消 the day of that 事项状态为取消时即取消之日',
  ),
  townships: optional(
    ['乡镇街道代码', 'town_code'],
    divisionsOf(9),
    [],
    'Where it is handled: townships; at the organ itself when empty 办理地（乡级），空为实施主体所在区划',
  ),
  villages: optional(['村居代码', '村居社区代码', 'village_code'], divisionsOf(12), [], 'Where it is handled: villages 办理地（村级）'),
  villageRole: optional(
    ['村级办理方式'],
    oneOf(VILLAGE_ROLE_WORDS, {
      alsoSaid: {
        村级直接办结: VillageRole.DIRECT,
        直办: VillageRole.DIRECT,
        村级受理乡级办结: VillageRole.ACCEPT_FORWARD,
        受理延伸: VillageRole.ACCEPT_FORWARD,
      },
    }),
    null,
    'What villages do about it; for level 6, and only there 仅村级事项，必填',
  ),
  guideClass: optional(['办事指南分类'], oneOf(GUIDE_CLASS_WORDS), null, 'Class of its guide'),
  instantApproval: optional(['是否秒批'], yesNoCell, false, 'Decided by machine; 否 when empty 空为否'),
  singleCertificate: optional(['是否一证通办'], yesNoCell, false, 'On one certificate; 否 when empty 空为否'),
} as const;

type Columns = typeof MATTER_COLUMNS;

/** What the cells of a row say. */
export type MatterCells = { readonly [key in keyof Columns]: Columns[key] extends Column<infer T> ? T : never };

export const COLUMNS = Object.entries(MATTER_COLUMNS) as unknown as readonly (readonly [string, Column<unknown>])[];

export const NEEDED_COLUMNS: readonly NeededColumn[] = COLUMNS.filter(([, { isNeeded }]) => isNeeded).map(([, { names }]) => names);

/** The cells of a row, or a DomainError that names the first column that says what it may not. */
export function readCells(values: Readonly<Record<string, string>>): MatterCells {
  return Object.fromEntries(COLUMNS.map(([key, column]) => [key, readCell(column, values)])) as unknown as MatterCells;
}

function readCell({ names, cell, whenEmpty }: Column<unknown>, values: Readonly<Record<string, string>>): unknown {
  const text = values[names.find((name) => values[name]) ?? ''];
  try {
    if (text) return cell.read(text);
    if (whenEmpty === undefined) throw cellEmpty();
    return whenEmpty;
  } catch (error) {
    throw error instanceof DomainError ? inColumn(names[0], error) : error;
  }
}
