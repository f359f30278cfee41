import { demoId } from '@township-graph/shared/demo/demo-id';
import { demoDivision, JIANGBEI, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { demoOrganization, departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { CleanUpOutcome, DutyClass, ResponsibilityListKind, ResponsibilityListState } from '../responsibility/responsibility.enums';
import { catalogue, type DemoHandling } from './catalogue';
import { basicCodeOf } from './demo-rows';
import { RECLAIMED_ON, reclaimedLeaves } from './reclaimed';
import { COMMUNITY_SUBJECTS, COMMUNITY_WORK, MICRO_POWERS, TERRITORIAL_SUBJECTS } from './responsibility-subjects';
import { spread } from './variants';

interface ListPlan {
  readonly kind: ResponsibilityListKind;
  readonly level: ExerciseLevel;
  readonly divisionCode: string;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly items: readonly object[];
  readonly organization: { readonly creditCode: string | null; readonly name: string };
}

const { POWER_LIST, TERRITORIAL, VILLAGE_MICRO_POWER, DUTY_2024, COMMUNITY_DUTY } = ResponsibilityListKind;

/** Every responsibility list of the demonstration. Counts are published, wordings are ours and say so (isDemonstration). */
export function demoResponsibilities(): { lists: object[]; items: object[] } {
  const plans = [...powerLists(), territorialList(), microPowerList(), dutyList(), communityDuties(), draftList()];
  return { lists: plans.map(listRow), items: plans.flatMap(itemRows) };
}

const listId = ({ kind, level, divisionCode, publishedOn }: ListPlan) =>
  demoId(`responsibility-list:${kind}:${level}:${divisionCode}:${publishedOn ?? 'draft'}`);

function listRow(plan: ListPlan): object {
  const { kind, level, divisionCode, title, publishedOn, items, organization } = plan;
  return {
    id: listId(plan),
    kind,
    level,
    divisionCode,
    title,
    publishedOn,
    documentNumber: null,
    organizationCreditCode: organization.creditCode,
    organizationName: organization.name,
    state: publishedOn ? ResponsibilityListState.PUBLISHED : ResponsibilityListState.DRAFT,
    itemCount: items.length,
    version: 1,
    isDemonstration: true,
  };
}

function itemRows(plan: ListPlan): object[] {
  const id = listId(plan);
  return plan.items.map((item, index) => ({
    id: demoId(`responsibility-item:${id}:${index + 1}`),
    listId: id,
    divisionCode: plan.divisionCode,
    kind: plan.kind,
    serial: index + 1,
    dutyClass: null,
    outcome: null,
    criteria: null,
    mergedInto: null,
    primaryParties: [],
    supportingParties: [],
    basis: null,
    basicCode: null,
    version: 1,
    validFrom: plan.publishedOn,
    validTo: null,
    replacesId: null,
    ...item,
  }));
}

const party = ({ name, creditCode }: { readonly name: string; readonly creditCode: string | null }, duty: string) => ({
  name,
  creditCode,
  duty,
});

const governmentOf = (county: string) => demoOrganization(county, 'GOVERNMENT');

/** 三级权力清单 of 兰考: the county's, each township's with the published 117 items, and one for villages. */
function powerLists(): ListPlan[] {
  const publishedOn = '2019-12-31';
  const county = {
    divisionCode: LANKAO,
    level: ExerciseLevel.COUNTY,
    title: '兰考县县级权责清单（示例摘录）',
    organization: governmentOf(LANKAO),
    items: catalogue().map((item) => ({
      name: item.name,
      basis: item.legalBases.map(({ title, article }) => `${title}${article ?? ''}`).join('；'),
      basicCode: basicCodeOf(item, null, LANKAO),
      primaryParties: [party(departmentOf(LANKAO, item.leadDepartment), '实施')],
    })),
  };
  const leaves = spread(
    catalogue().filter(({ demoHandling }) => demoHandling !== 'KIOSK'),
    117,
  );
  const townships = governedTownshipsOf(LANKAO).map((divisionCode) => ({
    divisionCode,
    level: ExerciseLevel.TOWNSHIP,
    title: `${demoDivision(divisionCode).name}权责清单（示例）`,
    organization: townshipGovernmentOf(divisionCode),
    items: leaves.map(({ item, variant }) => ({
      name: `${item.name}（${variant.label}）`,
      basicCode: basicCodeOf(item, variant, LANKAO),
      primaryParties: [party(townshipGovernmentOf(divisionCode), '办理')],
      supportingParties: [party(departmentOf(LANKAO, item.leadDepartment), '业务指导')],
    })),
  }));
  const villages = {
    divisionCode: LANKAO,
    level: ExerciseLevel.VILLAGE,
    title: '兰考县村级权责清单（示例）',
    organization: governmentOf(LANKAO),
    items: catalogue()
      .filter(({ demoVillageRole }) => demoVillageRole !== null)
      .map((item) => ({ name: item.name, basicCode: basicCodeOf(item, null, LANKAO) })),
  };
  return [county, ...townships, villages].map((list) => ({ kind: POWER_LIST, publishedOn, ...list }));
}

/** The 72 items of 瑞安, each with who answers first and who supports. */
function territorialList(): ListPlan {
  const township = { name: '属地镇人民政府（街道办事处）', creditCode: null };
  const items = TERRITORIAL_SUBJECTS.flatMap(({ subject, department }) => {
    const bureau = departmentOf(RUIAN, department);
    return [
      {
        name: `${subject}：日常巡查发现`,
        primaryParties: [party(township, '巡查、劝阻、上报')],
        supportingParties: [party(bureau, '业务指导')],
      },
      { name: `${subject}：处置查处`, primaryParties: [party(bureau, '调查处理')], supportingParties: [party(township, '协助现场工作')] },
      { name: `${subject}：宣传教育`, primaryParties: [party(bureau, '组织宣传')], supportingParties: [party(township, '入村入户')] },
    ];
  });
  return {
    kind: TERRITORIAL,
    level: ExerciseLevel.TOWNSHIP,
    divisionCode: RUIAN,
    title: '瑞安市“属地管理”事项责任清单（示例）',
    publishedOn: '2020-07-01',
    organization: governmentOf(RUIAN),
    items,
  };
}

function microPowerList(): ListPlan {
  const township = { name: '乡镇人民政府（街道办事处）', creditCode: null };
  return {
    kind: VILLAGE_MICRO_POWER,
    level: ExerciseLevel.VILLAGE,
    divisionCode: LANKAO,
    title: '兰考县村级小微权力清单（示例）',
    publishedOn: '2020-06-01',
    organization: governmentOf(LANKAO),
    items: MICRO_POWERS.map((name) => ({
      name,
      primaryParties: [party({ name: '村民委员会', creditCode: null }, '按流程行使并公开')],
      supportingParties: [party(township, '指导监督')],
    })),
  };
}

/** 基本、配合、收回: one township’s, from how the demonstration handles its matters and what it took back. */
function dutyList(): ListPlan {
  const divisionCode = '410225201';
  const township = townshipGovernmentOf(divisionCode);
  const of = (handling: DemoHandling, dutyClass: DutyClass) =>
    catalogue()
      .filter(({ demoHandling }) => demoHandling === handling)
      .map((item) => ({ item, variant: null, dutyClass }));
  const duties = [
    ...of('OWN', DutyClass.BASIC),
    ...of('FORWARD', DutyClass.COOPERATIVE),
    ...reclaimedLeaves().map((leaf) => ({ ...leaf, dutyClass: DutyClass.RECLAIMED })),
  ];
  const items = duties.map(({ item, variant, dutyClass }) => {
    const department = departmentOf(LANKAO, item.leadDepartment);
    const isOwn = dutyClass === DutyClass.BASIC;
    return {
      name: variant ? `${item.name}（${variant.label}）` : item.name,
      dutyClass,
      basicCode: basicCodeOf(item, variant, LANKAO),
      primaryParties: [isOwn ? party(township, '承担') : party(department, '牵头承担')],
      supportingParties: dutyClass === DutyClass.COOPERATIVE ? [party(township, '配合')] : [],
    };
  });
  return {
    kind: DUTY_2024,
    level: ExerciseLevel.TOWNSHIP,
    divisionCode,
    title: '三义寨乡履职事项清单（示例）',
    publishedOn: RECLAIMED_ON,
    organization: township,
    items,
  };
}

/** The 111 duties that 江北 looked at: 45 merged, 11 cancelled. That the other 55 were kept is our reading. */
function communityDuties(): ListPlan {
  const duties = COMMUNITY_SUBJECTS.flatMap((subject) => COMMUNITY_WORK.map((work) => ({ subject, name: `${subject}${work}` })));
  return {
    kind: COMMUNITY_DUTY,
    level: ExerciseLevel.VILLAGE,
    divisionCode: JIANGBEI,
    title: '江北区社区（村）职责事项清理结果（示例）',
    publishedOn: '2018-12-31',
    organization: governmentOf(JIANGBEI),
    items: settled(duties),
  };
}

/** Exactly 45 and 11: the first of every subject’s three is kept, further ones are merged, then cancelled. */
function settled(duties: readonly { readonly subject: string; readonly name: string }[]): object[] {
  return duties.map(({ subject, name }, index) => {
    const nth = index % COMMUNITY_WORK.length;
    const group = Math.floor(index / COMMUNITY_WORK.length);
    const rank = nth === 0 ? -1 : (nth - 1) * COMMUNITY_SUBJECTS.length + group;
    const outcome = rank < 0 || rank >= 56 ? CleanUpOutcome.KEPT : rank < 45 ? CleanUpOutcome.MERGED : CleanUpOutcome.CANCELLED;
    const isKept = outcome === CleanUpOutcome.KEPT;
    return {
      name,
      outcome,
      mergedInto: outcome === CleanUpOutcome.MERGED ? `${subject}${COMMUNITY_WORK[0]}` : null,
      criteria: { lawBased: isKept, orderedInWriting: outcome !== CleanUpOutcome.CANCELLED, needed: isKept },
      primaryParties: [party({ name: '社区（村）', creditCode: null }, '承担')],
    };
  });
}

/** What a township is still writing: nobody else sees it. */
function draftList(): ListPlan {
  const divisionCode = '410225201';
  return {
    kind: POWER_LIST,
    level: ExerciseLevel.TOWNSHIP,
    divisionCode,
    title: '三义寨乡权责清单修订稿（示例草稿）',
    publishedOn: null,
    organization: townshipGovernmentOf(divisionCode),
    items: [{ name: '草稿事项：拟承接的城市建筑垃圾处置核准' }, { name: '草稿事项：拟承接的临时占用城市道路审批' }],
  };
}
