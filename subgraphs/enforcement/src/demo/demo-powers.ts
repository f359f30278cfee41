import { demoId } from '@township-graph/shared/demo/demo-id';
import { PenaltyKind } from '../power/power.enums';
import { type Cause, causes } from './causes';

/** One power of the catalogue, as it is inserted. */
export type DemoPower = Cause & {
  readonly id: string;
  readonly hearingThresholds: readonly never[];
  readonly variant: string | null;
  readonly isDemonstration: boolean;
};

/** As many powers, in as many fields, as 婺城 published of its one team. */
export const POWERS_IN_ALL = 2511;

/** Fields that no bundled cause is of, with invented causes; the names are common ones, which of them 婺城 has we do not know. */
const INVENTED_DOMAINS = [
  ...['市政公用', '住房保障和房产', '教育', '人力资源和社会保障', '卫生健康', '商务', '统计'],
  ...['气象', '防震减灾', '人民防空', '粮食和物资储备', '能源', '体育', '民族宗教'],
];
const INVENTED_CAUSES = 60;
const REAL_DOMAINS = 13;

const GRAVITIES = ['轻微', '较轻', '一般', '较重', '严重', '特别严重'];
const PARTIES = ['个人', '个体工商户', '企业', '其他组织'];
const VARIANTS = PARTIES.flatMap((party) => GRAVITIES.map((gravity) => `${party}，情节${gravity}`));

let powers: readonly DemoPower[] | undefined;

/** The catalogue: real causes, subdivisions of them, and invented causes of other fields, each visibly what it is. */
export function demoPowers(): readonly DemoPower[] {
  powers ??= [...causes().map((cause) => rowOf(cause, null)), ...variants(), ...INVENTED_DOMAINS.flatMap(inventedCauses)];
  return powers;
}

/** Subdivisions of what others grant to townships, as evenly as it goes; what the law gives to them is as it is. */
function variants(): DemoPower[] {
  const divided = causes().filter(({ isOwnStatutory }) => !isOwnStatutory);
  const total = POWERS_IN_ALL - causes().length - INVENTED_DOMAINS.length * INVENTED_CAUSES;
  return Array.from({ length: total }, (_, index) => {
    const round = Math.floor(index / divided.length);
    return rowOf(divided[index % divided.length]!, { number: round + 1, label: VARIANTS[round]! });
  });
}

function inventedCauses(domain: string, place: number): DemoPower[] {
  return Array.from({ length: INVENTED_CAUSES }, (_, index) => ({
    id: demoId(`enforcement-power:${inventedCode(place, index)}`),
    code: inventedCode(place, index),
    domain,
    cause: `示例案由：违反${domain}管理规定的行为之${index + 1}`,
    legalBasis: '示例依据（非真实条款）',
    basisVerified: false,
    sanction: '警告、罚款（示例）',
    penaltyKinds: [PenaltyKind.WARNING, PenaltyKind.FINE],
    fines: [],
    hearingThresholds: [],
    coerciveMeasures: [],
    originDepartment: domain,
    isOwnStatutory: false,
    isFrequent: false,
    isProfessional: false,
    touchesLifeHealthOrFinance: false,
    variant: '示例案由',
    isDemonstration: true,
  }));
}

const inventedCode = (place: number, index: number) => `CF${REAL_DOMAINS + 1 + place}D${String(index + 1).padStart(3, '0')}`;

function rowOf(cause: Cause, variant: { readonly number: number; readonly label: string } | null): DemoPower {
  const code = variant ? `${cause.code}D${String(variant.number).padStart(2, '0')}` : cause.code;
  return {
    ...cause,
    id: demoId(`enforcement-power:${code}`),
    code,
    cause: variant ? `${cause.cause}（示例细分：${variant.label}）` : cause.cause,
    hearingThresholds: [],
    variant: variant && `示例细分：${variant.label}`,
    isDemonstration: variant !== null,
  };
}
