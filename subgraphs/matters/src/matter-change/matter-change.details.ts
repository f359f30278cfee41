import { HANDLING_WORDS, STATE_WORDS } from '../matter/matter.enums';
import type { Material } from '../matter/matter-guide.types';
import type { ListedGuide, ListedMatter } from '../matter/matter-import.row';
import { type Limit, limitText, type TimeUnit } from '../matter/time-limit';
import type { ItemContent } from '../responsibility/responsibility.rules';
import type { ResponsibilityItem } from '../responsibility/responsibility-item.entity';

export interface Detail {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Both = ListedMatter & Pick<ListedGuide, 'legalBases' | 'steps' | 'materials'>;

const limit = (value: number | null, unit: TimeUnit | null) => (value === null || unit === null ? '' : limitText({ value, unit } as Limit));
const yes = (value: boolean) => (value ? '是' : '否');

/** What a person reads of each field that a change may say. */
const READ: Readonly<Record<string, (matter: Both) => string>> = {
  事项名称: ({ name }) => name,
  事项状态: ({ state }) => STATE_WORDS[state].zh,
  办件类型: ({ handlingKind }) => HANDLING_WORDS[handlingKind].zh,
  法定办结时限: ({ statutoryValue, statutoryUnit }) => limit(statutoryValue, statutoryUnit),
  承诺办结时限: ({ promisedValue, promisedUnit }) => limit(promisedValue, promisedUnit),
  牵头部门: ({ leadName }) => leadName ?? '',
  到办事现场次数: ({ onSiteVisits }) => String(onSiteVisits),
  秒批: ({ instantApproval }) => yes(instantApproval),
  一证通办: ({ singleCertificate }) => yes(singleCertificate),
  设定依据: ({ legalBases }) =>
    legalBases.map(({ title, article, text }) => `${title}${article ?? ''}${text ? `：${text}` : ''}`).join('；'),
  办理环节: ({ steps }) => steps.map(({ name, content }) => `${name}：${content}`).join('→'),
  申请材料: ({ materials }) => materials.map(materialText).join('；'),
};

const materialText = ({ name, originals, copies, required, shared }: Material) =>
  `${name}（原件${originals}、复印件${copies}${required ? '、必备' : ''}${shared ? '、共享获取' : ''}）`;

/** The fields in which two revisions differ. */
export function matterDetails(before: Both, after: Both, addedSites: readonly string[]): Detail[] {
  const changed = Object.entries(READ).flatMap(([what, read]) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [{ what, before: was || null, after: is || null }];
  });
  return addedSites.length === 0 ? changed : [...changed, { what: '增加办理地', before: null, after: addedSites.join('、') }];
}

/** The items that a change adds, says anew or ends. */
export function itemDetail(before: ResponsibilityItem | null, after: ItemContent | null): Detail {
  return { what: `事项：${(before ?? after)!.name}`.slice(0, 200), before: before && itemText(before), after: after && itemText(after) };
}

function itemText({ name, dutyClass, primaryParties, supportingParties, basis }: ItemContent): string {
  const parties = (label: string, all: ItemContent['primaryParties']) =>
    all.length === 0 ? [] : [`${label}：${all.map((party) => `${party.name}（${party.duty}）`).join('、')}`];
  const said = [name, ...(dutyClass ? [dutyClass] : []), ...parties('主体责任', primaryParties), ...parties('配合责任', supportingParties)];
  return [...said, ...(basis ? [`依据：${basis}`] : [])].join('；');
}
