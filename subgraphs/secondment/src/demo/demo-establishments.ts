import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { shareOf } from '@township-graph/shared/demo/enforcement-staff';
import { type DemoOrganization, demoOrganization, demoOrganizations, governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { OrganizationKind } from '@township-graph/shared/organization-kind';
import type { Establishment } from '../establishment/establishment.entity';
import type { EstablishmentTransfer } from '../establishment/establishment-transfer.entity';
import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import type { StaffRow } from './demo-staff';
import { COUNTY_INSTITUTIONS } from './selection-people';

type EstablishmentRow = Pick<
  Establishment,
  | 'id'
  | 'organCreditCode'
  | 'organName'
  | 'organKind'
  | 'divisionCode'
  | 'kind'
  | 'fundingKind'
  | 'approved'
  | 'approvalAuthority'
  | 'approvalNumber'
  | 'approvedOn'
  | 'version'
>;
type TransferRow = Omit<EstablishmentTransfer, 'from' | 'fromDivision' | 'to' | 'toDivision' | 'approval' | 'crossLevelApproval'>;
type Organ = Pick<DemoOrganization, 'creditCode' | 'name' | 'divisionCode' | 'kind'>;

/** As published: 233 posts of institutions, paid for wholly, went down to the 16 townships of 兰考. */
const LANKAO_POSTS = 233;
/** And 140 administrative posts to those of 丹阳, which the directory does not have: its 12 townships as of the snapshot of division codes. */
const DANYANG = '321181';
const DANYANG_POSTS = 140;
const DANYANG_TOWNSHIPS: readonly (readonly [code: string, name: string])[] = [
  ['321181001', '云阳街道'],
  ['321181002', '曲阿街道'],
  ['321181100', '司徒镇'],
  ['321181101', '延陵镇'],
  ['321181102', '珥陵镇'],
  ['321181103', '导墅镇'],
  ['321181104', '皇塘镇'],
  ['321181105', '吕城镇'],
  ['321181106', '陵口镇'],
  ['321181107', '访仙镇'],
  ['321181108', '界牌镇'],
  ['321181113', '丹北镇'],
];
/** Of those who are counted on an establishment, one post in so many is free. */
const FREE_ONE_IN = 20;

/** The rows of the demonstration's posts: as many as are filled and some more, and those that went down. */
export class DemoEstablishments {
  readonly establishments: EstablishmentRow[] = [];
  readonly transfers: TransferRow[] = [];

  constructor(staff: readonly StaffRow[]) {
    this.fromStaff(staff);
    this.moveDownInLankao();
    this.moveDownInDanyang();
  }

  private fromStaff(staff: readonly StaffRow[]): void {
    const filled = new Map<string, { readonly member: StaffRow; count: number }>();
    for (const member of staff) {
      if (member.establishmentKind === EstablishmentKind.OUTSIDE) continue;
      const key = `${member.homeCreditCode}:${member.establishmentKind}:${member.fundingKind}`;
      const group = filled.get(key) ?? { member, count: 0 };
      group.count += 1;
      filled.set(key, group);
    }
    const kinds = new Map(demoOrganizations().map(({ creditCode, kind }) => [creditCode, kind]));
    for (const { member, count } of filled.values()) {
      const { homeCreditCode: creditCode, homeName: name, homeDivisionCode: divisionCode, establishmentKind, fundingKind } = member;
      const kind = kinds.get(creditCode) ?? OrganizationKind.PUBLIC_INSTITUTION;
      this.approve({ creditCode, name, divisionCode, kind }, establishmentKind, fundingKind, count + Math.ceil(count / FREE_ONE_IN));
    }
  }

  /** From the county institutions, which keep some of that kind, to the service centre of each township. */
  private moveDownInLankao(): void {
    const kind = EstablishmentKind.INSTITUTION;
    const from = { ...COUNTY_INSTITUTIONS[0]!, kind: OrganizationKind.PUBLIC_INSTITUTION };
    const source = this.approve(from, kind, FundingKind.FULL, 10);
    const townships = governedTownshipsOf(LANKAO);
    for (const [index, township] of townships.entries()) {
      const posts = shareOf(LANKAO_POSTS, townships.length, index);
      const target = this.approve(demoOrganization(township, 'CENTER_PUBLIC_SERVICE'), kind, FundingKind.FULL, posts);
      this.transfer(source, target, posts, '2019-07-15', null);
    }
  }

  /** Administrative posts that changed their level: by the approval that the law asks for (编制条例§18). */
  private moveDownInDanyang(): void {
    const kind = EstablishmentKind.ADMINISTRATIVE;
    const department = { creditCode: demoCreditCode('11', DANYANG, 5), name: '丹阳市示例机关', divisionCode: DANYANG };
    const source = this.approve({ ...department, kind: OrganizationKind.GOVERNMENT_DEPARTMENT }, kind, null, 60);
    for (const [index, [code, name]] of DANYANG_TOWNSHIPS.entries()) {
      const isTown = name.endsWith('镇');
      const organ = {
        creditCode: demoCreditCode('11', DANYANG, 1000 + Number(code.slice(6))),
        name: `丹阳市${name}${isTown ? '人民政府' : '办事处'}`,
        divisionCode: code,
        kind: isTown ? OrganizationKind.TOWNSHIP_GOVERNMENT : OrganizationKind.SUBDISTRICT_OFFICE,
      };
      const posts = shareOf(DANYANG_POSTS, DANYANG_TOWNSHIPS.length, index);
      const target = this.approve(organ, kind, null, posts);
      this.transfer(source, target, posts, '2018-06-01', '示例国家机构编制管理机关');
    }
  }

  private approve(
    { creditCode, name, divisionCode, kind: organKind }: Organ,
    kind: EstablishmentKind,
    fundingKind: FundingKind | null,
    approved: number,
  ): EstablishmentRow {
    const row = {
      id: demoId(`establishment:${creditCode}:${kind}:${fundingKind}`),
      organCreditCode: creditCode!,
      organName: name,
      organKind,
      divisionCode,
      kind,
      fundingKind,
      approved,
      approvalAuthority: '示例机构编制委员会',
      approvalNumber: '示例编〔2019〕1号',
      approvedOn: '2019-07-01',
      version: 1,
    };
    this.establishments.push(row);
    return row;
  }

  private transfer(from: EstablishmentRow, to: EstablishmentRow, posts: number, day: string, crossLevelAuthority: string | null): void {
    this.transfers.push({
      id: demoId(`establishment-transfer:${to.id}`),
      kind: from.kind,
      fundingKind: from.fundingKind,
      posts,
      persons: 0,
      fromEstablishmentId: from.id,
      fromCreditCode: from.organCreditCode,
      fromName: from.organName,
      divisionCode: from.divisionCode,
      toEstablishmentId: to.id,
      toCreditCode: to.organCreditCode,
      toName: to.organName,
      toDivisionCode: to.divisionCode,
      approvalAuthority: '示例机构编制委员会',
      approvalNumber: '示例编〔2019〕2号',
      approvedOn: day,
      crossLevelAuthority,
      crossLevelNumber: crossLevelAuthority && '示例编〔2018〕3号',
      crossLevelOn: crossLevelAuthority && day,
      at: new Date(`${day}T02:00:00Z`),
    });
  }
}
