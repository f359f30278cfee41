import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import type { GrantedPower } from '../power-grant/granted-power.entity';
import type { PowerGrant } from '../power-grant/power-grant.entity';
import { OpenCasesRule, PowerGrantEvaluationOutcome, PowerGrantMode, PowerGrantState } from '../power-grant/power-grant.enums';
import { type DemoPower, demoPowers } from './demo-powers';
import { choosePowers } from './power-choice';

const { OWN_STATUTORY, GRANTED, ENTRUSTED, CENTRALIZED } = PowerGrantMode;

/** 兰考: 152 in each township, 46 of them entrusted, in 12 fields; 185 in 堌阳镇, which stands for the economically developed town. */
const LANKAO_GRANTED = ['城市管理', '规划建设', '自然资源', '农业农村', '水利', '生态环境', '林业', '文化旅游'];
const LANKAO_ENTRUSTED = ['市场监管', '应急管理', '消防救援', '交通运输'];
const LANKAO_POWERS = 152;
const LANKAO_ENTRUSTED_POWERS = 46;
const STRONG_TOWN = '410225101';
const STRONG_TOWN_POWERS = 185;
const LANKAO_FROM = '2019-11-01';
/** 三义寨乡 shows what was taken back. */
const RECLAIMING = '410225201';

/** 扬州, of whose divisions none is bundled: its published list of 567, as one township there holds it. */
const YANGZHOU_TOWNSHIP = '321003011';
const YANGZHOU_POWERS = 567;

/** Under which law it was granted; the article of today is another. */
const GRANTED_BY = '行政处罚法（2017年）第十六条，2021年修订后为第二十四条';

interface Organ {
  readonly creditCode: string | null;
  readonly name: string;
}

interface GrantPlan {
  readonly mode: PowerGrantMode;
  readonly divisionCode: string;
  readonly holder: Organ;
  readonly department?: Organ;
  readonly powers: readonly DemoPower[];
  readonly from: string;
  readonly reclaimedOn?: string;
}

/** Gathers the rows of grants. `year` is the current one: agreements run beyond it. */
export class DemoGrants {
  readonly grants: PowerGrant[] = [];
  readonly items: Partial<GrantedPower>[] = [];

  constructor(private readonly year: number) {
    for (const township of governedTownshipsOf(LANKAO)) this.fillLankao(township);
    for (const township of governedTownshipsOf(RUIAN)) this.addOwn(township, LANKAO_FROM);
    this.fillRuian();
    this.fillYangzhou();
  }

  private fillLankao(township: string): void {
    const holder = townshipGovernmentOf(township);
    const own = this.addOwn(township, LANKAO_FROM);
    const total = township === STRONG_TOWN ? STRONG_TOWN_POWERS : LANKAO_POWERS;
    const plans = [
      { mode: GRANTED, domains: LANKAO_GRANTED, count: total - LANKAO_ENTRUSTED_POWERS - own },
      { mode: ENTRUSTED, domains: LANKAO_ENTRUSTED, count: LANKAO_ENTRUSTED_POWERS },
    ];
    for (const { mode, domains, count } of plans) {
      const chosen = choosePowers(domains, count);
      for (const domain of domains)
        this.add({
          mode,
          divisionCode: township,
          holder,
          department: departmentOf(LANKAO, domain),
          powers: chosen.filter((power) => power.domain === domain),
          from: LANKAO_FROM,
        });
    }
    if (township === RECLAIMING)
      this.add({
        mode: GRANTED,
        divisionCode: township,
        holder,
        department: departmentOf(LANKAO, '民政'),
        powers: choosePowers(['民政'], 5),
        from: LANKAO_FROM,
        reclaimedOn: '2024-06-01',
      });
  }

  /** The bureau of 瑞安 holds what was concentrated, and its stations in the townships exercise it. */
  private fillRuian(): void {
    const powers = demoPowers().filter(
      ({ isDemonstration, isOwnStatutory, isProfessional }) => !isDemonstration && !isOwnStatutory && !isProfessional,
    );
    this.add({ mode: CENTRALIZED, divisionCode: RUIAN, holder: departmentOf(RUIAN, '综合执法'), powers, from: '2020-07-01' });
  }

  private fillYangzhou(): void {
    const county = YANGZHOU_TOWNSHIP.slice(0, 6);
    const domains = [...LANKAO_GRANTED, ...LANKAO_ENTRUSTED];
    this.add({
      mode: GRANTED,
      divisionCode: YANGZHOU_TOWNSHIP,
      holder: { creditCode: demoCreditCode('11', county, 1011), name: '示例街道办事处' },
      department: { creditCode: demoCreditCode('11', county, 21), name: '示例区综合行政执法局' },
      powers: choosePowers(domains, YANGZHOU_POWERS),
      from: '2020-01-01',
    });
  }

  /** What the law gives to every township; how many. */
  private addOwn(divisionCode: string, from: string): number {
    const powers = demoPowers().filter(({ isOwnStatutory }) => isOwnStatutory);
    this.add({ mode: OWN_STATUTORY, divisionCode, holder: townshipGovernmentOf(divisionCode), powers, from });
    return powers.length;
  }

  private add({ mode, divisionCode, holder, department, powers, from, reclaimedOn = undefined }: GrantPlan): void {
    const serial = this.grants.length + 1;
    const id = demoId(`power-grant:${divisionCode}:${mode}:${department?.creditCode ?? ''}:${from}`);
    const effectiveTo = mode === ENTRUSTED ? `${this.year + 3}-01-01` : null;
    this.grants.push({
      id,
      countyCode: divisionCode.slice(0, 6),
      divisionCode,
      mode,
      holderCreditCode: holder.creditCode!,
      holderName: holder.name,
      departmentCreditCode: department?.creditCode ?? null,
      departmentName: department?.name ?? null,
      ...this.groundOf(mode, serial, from),
      effectiveFrom: from,
      effectiveTo,
      evaluatedOn: mode === GRANTED ? `${this.year - 1}-12-20` : null,
      evaluationOutcome: mode === GRANTED ? PowerGrantEvaluationOutcome.KEEP : null,
      state: reclaimedOn ? PowerGrantState.RECLAIMED : PowerGrantState.PUBLISHED,
      version: 1,
    } as PowerGrant);
    this.items.push(
      ...powers.map((power) => ({
        grantId: id,
        powerId: power.id,
        powerCode: power.code,
        divisionCode,
        validFrom: from,
        validTo: reclaimedOn ?? effectiveTo,
        ...(reclaimedOn && {
          reclaimedOn,
          reclaimLegalBasis: '示例：省级人民政府调整赋权事项的决定',
          reclaimNumber: `示例政〔${reclaimedOn.slice(0, 4)}〕${serial}号`,
          openCases: OpenCasesRule.FINISH_BY_HOLDER,
        }),
      })),
    );
  }

  /** The law, and documents that say whose invention they are. */
  private groundOf(mode: PowerGrantMode, serial: number, from: string) {
    if (mode === OWN_STATUTORY) return { legalBasis: '城乡规划法§65，村庄和集镇规划建设管理条例§37②、§39' };
    const published = { publishedOn: from, publicationNumber: `示例政〔${from.slice(0, 4)}〕${serial}号` };
    if (mode === ENTRUSTED)
      return {
        ...published,
        legalBasis: '行政处罚法§20',
        capability: '示例：经评估有取得执法资格的人员，能够承接',
        agreementNumber: `示例委〔${this.year}〕${serial}号`,
        agreementSignedOn: `${this.year}-01-01`,
        agreementValidTo: `${this.year + 3}-01-01`,
      };
    const decided = { ...published, decisionNumber: `示例省政〔${from.slice(0, 4)}〕${serial}号` };
    if (mode === CENTRALIZED) return { ...decided, legalBasis: '行政处罚法§18' };
    return { ...decided, legalBasis: GRANTED_BY, capability: '示例：经评估能够有效承接' };
  }
}
