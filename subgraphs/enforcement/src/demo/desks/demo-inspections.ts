import { LANKAO } from '@township-graph/shared/demo/divisions';
import { departmentOf } from '@township-graph/shared/demo/roster';
import { InspectionGround, InspectionResult } from '../../joint-inspection/joint-inspection.enums';
import { PartyKind } from '../../power/power.enums';
import type { Workplace } from '../cases/workplace';
import type { DemoDesk, Seat } from './demo-desk';

const ITEMS = [
  ['市场监管', '示例检查事项：经营场所公示营业执照'],
  ['市场监管', '示例检查事项：计量器具检定'],
  ['应急', '示例检查事项：消防通道畅通'],
] as const;

/** A list, a plan, and three visits: one that found nothing, one whose problem was put right, one that is under way. */
export async function demoInspections(desk: DemoDesk, county: Seat, townships: readonly Workplace[]): Promise<void> {
  const itemIds = await list(desk, county);
  const planId = await plan(desk, county, itemIds);
  const [first, second, third] = townships as readonly [Workplace, Workplace, Workplace];
  await desk
    .at(desk.now)
    .services.visits.closeInspection(
      seat(desk, first),
      await found(desk, first, await start(desk, first, { ground: InspectionGround.PLAN, planId, itemIds }), itemIds, {}),
    );
  const clue = { ground: InspectionGround.COMPLAINT, groundReason: '示例线索', itemIds: itemIds.slice(0, 2) };
  desk.workdaysAgo(12);
  const problem = { [itemIds[1]!]: '示例问题：计量器具超期未检' };
  const recorded = await found(desk, second, await start(desk, second, clue), clue.itemIds, problem);
  desk.workdaysAgo(6);
  const { visits } = desk.services;
  const { version } = await visits.followUpInspection(seat(desk, second), { ...recorded, itemId: itemIds[1]! });
  await visits.closeInspection(seat(desk, second), { ...recorded, expectedVersion: version });
  desk.workdaysAgo(1);
  await start(desk, third, { ...clue, ground: InspectionGround.HOTLINE });
}

async function list(desk: DemoDesk, county: Seat): Promise<string[]> {
  const itemIds: string[] = [];
  for (const [index, [department, name]] of ITEMS.entries()) {
    const { creditCode, name: authority } = departmentOf(LANKAO, department);
    const { id } = await desk.workdaysAgo(60).services.plans.listInspectionItem(desk.as(county), {
      divisionCode: LANKAO,
      code: `示例${index + 1}`,
      name,
      legalBasis: '示例条例第一条',
      authority: { creditCode: creditCode!, name: authority },
      publishedOn: desk.today,
    });
    itemIds.push(id);
  }
  return itemIds;
}

async function plan(desk: DemoDesk, county: Seat, itemIds: readonly string[]): Promise<string> {
  const { plans } = desk.at(desk.now).services;
  const organ = { creditCode: county.creditCode, name: departmentOf(LANKAO, '市场监管').name };
  const year = Number(desk.today.slice(0, 4));
  const { id: planId } = await plans.planInspection(desk.as(county), {
    divisionCode: LANKAO,
    year,
    title: `示例：${year}年度联合检查计划`,
    organ,
    itemIds,
  });
  await plans.fileInspectionPlan(desk.as(county), { planId, expectedVersion: 1, filingNumber: `示例备〔${year}〕1号` });
  await plans.publishInspectionPlan(desk.as(county), { planId, expectedVersion: 2 });
  return planId;
}

interface Started {
  readonly ground: InspectionGround;
  readonly planId?: string;
  readonly groundReason?: string;
  readonly itemIds: readonly string[];
}

async function start(desk: DemoDesk, township: Workplace, given: Started): Promise<string> {
  const { divisionCode, officerIds } = township;
  const { id } = await desk.services.visits.startInspection(seat(desk, township), {
    ...given,
    divisionCode,
    target: { kind: PartyKind.ORGANIZATION, name: `示例商贸有限公司（${divisionCode}）` },
    officerIds: officerIds.slice(0, 2),
    scanCode: `示例码${divisionCode}`,
  });
  return id;
}

async function found(
  desk: DemoDesk,
  township: Workplace,
  inspectionId: string,
  itemIds: readonly string[],
  problems: Readonly<Record<string, string>>,
) {
  const { NO_PROBLEM, CORRECTION } = InspectionResult;
  const results = itemIds.map((itemId) => ({
    itemId,
    result: problems[itemId] ? CORRECTION : NO_PROBLEM,
    finding: problems[itemId] ?? null,
  }));
  const { version } = await desk.services.visits.recordInspection(seat(desk, township), { inspectionId, expectedVersion: 1, results });
  return { inspectionId, expectedVersion: version };
}

const seat = (desk: DemoDesk, { divisionCode, holderCreditCode: creditCode }: Workplace) => desk.as({ divisionCode, creditCode });
