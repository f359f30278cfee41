import { HandlingKind, MatterKind } from '../matter/matter.enums';
import { Channel, type HandlingStep, type Material, ServiceObject } from '../matter/matter-guide.types';
import type { CatalogueItem } from './catalogue';

/** Whether the machine does all of it, or can at least take the application. */
export interface DemoMachine {
  readonly byMachine: boolean;
  readonly selfService: boolean;
}

/** What the guides of the demonstration say: plausible, short, and marked as demonstration on the matter. */
export function guideDetails(item: CatalogueItem, handlingKind: HandlingKind, { byMachine, selfService }: DemoMachine) {
  return {
    legalBases: item.legalBases.map((basis) => ({ ...basis, text: null })),
    steps: stepsOf(item, handlingKind, byMachine),
    materials: byMachine ? [material('居民身份证', 1, 0)] : materialsOf(item),
    fee: { charged: false, standard: null, basis: null },
    channels: [...(byMachine ? [] : [Channel.WINDOW, Channel.COMPUTER]), Channel.MOBILE, ...(selfService ? [Channel.KIOSK] : [])],
    serviceObjects: SERVED[item.serves],
  };
}

const SERVED = {
  PERSONS: [ServiceObject.NATURAL_PERSON],
  ORGANIZATIONS: [ServiceObject.ENTERPRISE, ServiceObject.OTHER],
  BOTH: [ServiceObject.NATURAL_PERSON, ServiceObject.ENTERPRISE, ServiceObject.OTHER],
} as const;

const step = (name: string, content: string): HandlingStep => ({ name, content });

function stepsOf(item: CatalogueItem, handlingKind: HandlingKind, byMachine: boolean): HandlingStep[] {
  if (byMachine) return [step('身份核验', '刷身份证并核验人像'), step('办结', '终端即时办理并打印结果')];
  const accept = step('受理', '核对材料，材料不齐的一次性告知');
  if (handlingKind === HandlingKind.IMMEDIATE) return [accept, step('办结', '当场办理并交付结果')];
  if (item.kind === MatterKind.PAYMENT)
    return [accept, step('审核', '入户核查、数据比对'), step('确认', '作出决定并公示'), step('发放', '通过“一卡通”发放')];
  if (item.kind === MatterKind.PUBLIC_SERVICE) return [accept, step('办理', '经办并复核'), step('送达', '当面或邮寄送达')];
  return [accept, step('审查', '审查材料，需要的进行现场核查'), step('决定', '作出决定'), step('送达', '当面或邮寄送达')];
}

const material = (name: string, originals: number, copies: number, more: Partial<Material> = {}): Material => ({
  name,
  originals,
  copies,
  required: true,
  shared: false,
  ...more,
});

function materialsOf(item: CatalogueItem): Material[] {
  const form = material('申请表', 1, 0);
  const identity = material('居民身份证', 1, 1);
  if (item.serves !== 'PERSONS') return [form, identity, material('营业执照', 0, 0, { shared: true })];
  if (item.kind === MatterKind.PAYMENT)
    return [form, identity, material('户口簿', 1, 1), material('家庭经济状况核对授权书', 1, 0, { required: false })];
  return [form, identity, material('户口簿', 0, 0, { shared: true })];
}
