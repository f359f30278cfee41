import { MatterKind } from '../matter/matter.enums';
import type { CatalogueItem } from './catalogue';

/** What one applies for within a real matter: an occasion, and who applies. Visibly our own division of it; no new law. */
export interface Variant {
  readonly label: string;
  /** The last three digits of its basic code; the same wherever the variant occurs. */
  readonly serial: string;
  /** Share of the matter's promised limit that it takes. */
  readonly share: number;
}

/** A variant of a real matter. */
export interface Leaf {
  readonly item: CatalogueItem;
  readonly variant: Variant;
}

type Occasion = readonly [label: string, share: number];

const LICENSING: readonly Occasion[] = [
  ['首次申请', 1],
  ['变更', 0.6],
  ['延续', 0.5],
  ['补证', 0.3],
  ['注销', 0.2],
];
const PAYMENT: readonly Occasion[] = [
  ['新申请', 1],
  ['变更', 0.5],
  ['注销', 0.3],
  ['委托代办', 1],
  ['复核', 0.5],
];
const CONFIRMATION: readonly Occasion[] = [
  ['新办', 1],
  ['变更', 0.6],
  ['补办', 0.5],
  ['注销', 0.3],
  ['证明开具', 0.2],
];
const ADJUDICATION: readonly Occasion[] = [
  ['申请', 1],
  ['调解', 0.5],
  ['补充材料', 0.5],
  ['撤回', 0.1],
  ['结果查询', 0.1],
];
const SERVICE: readonly Occasion[] = [
  ['新办理', 1],
  ['信息变更', 0.5],
  ['补办', 0.5],
  ['委托代办', 1],
  ['查询', 0.1],
];

const OCCASIONS: Readonly<Partial<Record<MatterKind, readonly Occasion[]>>> = {
  [MatterKind.LICENSING]: LICENSING,
  [MatterKind.PAYMENT]: PAYMENT,
  [MatterKind.CONFIRMATION]: CONFIRMATION,
  [MatterKind.ADJUDICATION]: ADJUDICATION,
};

const KIOSK_OCCASIONS = [
  '申报',
  '信息变更',
  '信息查询',
  '进度查询',
  '证明打印',
  '凭证补打',
  '预约办理',
  '材料提交',
  '结果领取',
  '指南查询',
];

const PERSONS = ['本人申请', '代理人申请', '监护人申请'];
const ORGANIZATIONS = ['个体工商户', '企业', '农民专业合作社'];
const APPLICANTS = { PERSONS, ORGANIZATIONS, BOTH: [PERSONS[0]!, ...ORGANIZATIONS] } as const;

/** The first `count` variants of a matter: by occasion while these suffice, else by applicant and occasion. */
export function variantsOf(item: CatalogueItem, count: number): Variant[] {
  const occasions = OCCASIONS[item.kind] ?? SERVICE;
  const plain = occasions.map(([label, share], index) => ({ label, share, serial: serialOf(1 + index) }));
  if (count <= plain.length) return plain.slice(0, count);
  const combined = APPLICANTS[item.serves].flatMap((applicant, row) =>
    occasions.map(([label, share], column) => ({ label: `${label}，${applicant}`, share, serial: serialOf((row + 1) * 10 + column) })),
  );
  if (count > combined.length) throw new Error(`${item.name} has no ${count} variants`);
  return combined.slice(0, count);
}

/** What a kiosk can do about a matter. */
export function kioskVariants(): Variant[] {
  return KIOSK_OCCASIONS.map((label, index) => ({ label: `自助·${label}`, share: 0, serial: serialOf(700 + index) }));
}

/** Exactly `total` leaves over the matters, as evenly as it goes, breadth first. */
export function spread(items: readonly CatalogueItem[], total: number): Leaf[] {
  const base = Math.floor(total / items.length);
  const extra = total % items.length;
  const byItem = items.map((item, index) => variantsOf(item, base + (index < extra ? 1 : 0)).map((variant) => ({ item, variant })));
  const rounds = Array.from({ length: base + 1 }, (_, round) => byItem.flatMap((leaves) => leaves[round] ?? []));
  return rounds.flat();
}

function serialOf(number: number): string {
  return String(number).padStart(3, '0');
}
