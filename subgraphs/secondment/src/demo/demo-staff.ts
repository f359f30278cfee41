import { demoId } from '@township-graph/shared/demo/demo-id';
import { demoPerson } from '@township-graph/shared/demo/demo-person';
import { LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { type DemoEnforcer, demoEnforcers, shareOf } from '@township-graph/shared/demo/enforcement-staff';
import { DemoRandom } from '@township-graph/shared/demo/random';
import { type DemoOrganization, departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import type { StaffMember } from '../staff-member/staff-member.entity';
import { EstablishmentKind, FundingKind, PostRank } from '../staff-member/staff-member.enums';
import { COUNTY_INSTITUTIONS, demoCandidates, selectionStaff } from './selection-people';

export type StaffRow = Pick<
  StaffMember,
  | 'id'
  | 'name'
  | 'establishmentKind'
  | 'fundingKind'
  | 'homeCreditCode'
  | 'homeName'
  | 'homeDivisionCode'
  | 'divisionCode'
  | 'postTitle'
  | 'postRank'
  | 'isLeading'
  | 'joinedOn'
  | 'leftOn'
  | 'version'
>;

/** 兰考, as published: 1,253 sent down since 2017 from county institutions whose posts the budget does not pay for wholly. */
const SENT_DOWN = 1253;
/** 瑞安, as published: 3,576 in county organs, of whom 773 went down; 4,129 in stations; about 2,100 whom townships had before, and 90 % more since. */
const ORGAN_STAFF = 3576;
const MOVED_DOWN = 773;
const STATION_STAFF = 4129;
const TOWNSHIP_STAFF = 2100;
const GROWTH = 0.9;

const ORGAN_SUBJECTS = [
  '组织',
  '编办',
  '民政',
  '人社',
  '农业农村',
  '自然资源',
  '卫生健康',
  '住建',
  '应急',
  '财政',
  '水利',
  '交通',
  '发展改革',
];
const STATION_SUBJECTS = ['公安', '司法', '市场监管'];

const POSTS = { CERTIFIED: '行政执法岗', AUXILIARY: '执法辅助岗', LEGAL_REVIEWER: '法制审核岗' } as const;

type Home = Pick<DemoOrganization, 'creditCode' | 'name' | 'divisionCode'>;
type Job = Pick<StaffRow, 'establishmentKind' | 'postTitle'> & Partial<StaffRow>;

/** The rows of the demonstration's staff, all visibly nobody. */
export class DemoStaff {
  readonly rows: StaffRow[] = [];
  /** Whom selections before the one that is shown whole sent down. */
  readonly sentDownBefore: StaffRow[] = [];
  private readonly random = new DemoRandom('staff members');

  constructor() {
    for (const enforcer of demoEnforcers()) this.addEnforcer(enforcer);
    this.sendDown();
    this.fillRuian();
  }

  private addEnforcer({ staffMemberId, name, duty, unit, organ, divisionCode }: DemoEnforcer): void {
    const isOutside = duty === 'AUXILIARY';
    // Of a bureau whose enforcers are managed as civil servants are, those in townships among its stations.
    const isOfBureau = unit === 'STATION' || unit === 'BUREAU';
    const kind = isOfBureau ? EstablishmentKind.CIVIL_SERVICE_MANAGED : EstablishmentKind.INSTITUTION;
    this.rows.push(
      rowOf(staffMemberId, name, organ, divisionCode, {
        establishmentKind: isOutside ? EstablishmentKind.OUTSIDE : kind,
        fundingKind: isOutside || isOfBureau ? null : FundingKind.FULL,
        postTitle: POSTS[duty],
        joinedOn: '2020-07-01',
      }),
    );
  }

  /** Whom the selection placed, and others: to each township as evenly as it goes, the institutions in turn. */
  private sendDown(): void {
    const candidates = demoCandidates();
    this.rows.push(...selectionStaff(candidates));
    const others = SENT_DOWN - candidates.filter(({ township }) => township).length;
    const townships = governedTownshipsOf(LANKAO);
    for (const [index, township] of townships.entries())
      for (let count = 0; count < shareOf(others, townships.length, index); count += 1) {
        const home = COUNTY_INSTITUTIONS[this.rows.length % COUNTY_INSTITUTIONS.length]!;
        const job = {
          establishmentKind: EstablishmentKind.INSTITUTION,
          fundingKind: home.fundingKind,
          postTitle: '选派岗',
          joinedOn: '2012-07-01',
        };
        this.sentDownBefore.push(this.add('sent-down', home, township, job));
      }
  }

  private fillRuian(): void {
    const townships = governedTownshipsOf(RUIAN);
    const alreadyThere = (divisionCode: string) => demoEnforcers().filter((enforcer) => enforcer.divisionCode === divisionCode).length;
    const organs = ORGAN_SUBJECTS.map((subject) => departmentOf(RUIAN, subject));
    const organJob = { establishmentKind: EstablishmentKind.ADMINISTRATIVE, postTitle: '机关岗' };
    this.addMany('organ', ORGAN_STAFF - MOVED_DOWN, organs, () => RUIAN, organJob);
    const stations = STATION_SUBJECTS.map((subject) => departmentOf(RUIAN, subject));
    const stationJob = { establishmentKind: EstablishmentKind.POLITICAL_LEGAL, postTitle: '站所岗' };
    const managedThere = Math.round(TOWNSHIP_STAFF * GROWTH) - MOVED_DOWN;
    const enforcers = demoEnforcers().filter(({ organ }) => organ.divisionCode === RUIAN).length;
    this.addMany('station', STATION_STAFF - managedThere - alreadyThere(RUIAN), stations, () => RUIAN, stationJob);
    const inTownships = managedThere - (enforcers - alreadyThere(RUIAN));
    const inTurn = (number: number) => townships[number % townships.length]!;
    this.addMany('station-managed', inTownships, stations, inTurn, stationJob);
    this.addMany('moved-down', MOVED_DOWN, organs, inTurn, { ...organJob, postTitle: '下沉岗' });
    for (let number = 0; number < TOWNSHIP_STAFF; number += 1) {
      const township = inTurn(number);
      const job = { establishmentKind: EstablishmentKind.INSTITUTION, fundingKind: FundingKind.FULL, postTitle: '镇街岗' };
      this.add('township', townshipGovernmentOf(township), township, job);
    }
  }

  /** One in fifty of an organ's leads a section of it. */
  private addMany(group: string, count: number, homes: readonly Home[], placeOf: (number: number) => string, job: Job): void {
    for (let number = 0; number < count; number += 1) {
      const isLeading = job.establishmentKind === EstablishmentKind.ADMINISTRATIVE && number % 50 === 0;
      const leading = isLeading ? { isLeading, postRank: PostRank.SECTION_DEPUTY, postTitle: '股室负责岗' } : {};
      this.add(group, homes[number % homes.length]!, placeOf(number), { ...job, ...leading });
    }
  }

  private add(group: string, home: Home, divisionCode: string, job: Job): StaffRow {
    const id = demoId(`staff-member:${group}:${this.rows.length}`);
    const row = rowOf(id, demoPerson(this.random).name, home, divisionCode, job);
    this.rows.push(row);
    return row;
  }
}

function rowOf(
  id: string,
  name: string,
  { creditCode, name: homeName, divisionCode: homeDivisionCode }: Home,
  divisionCode: string,
  job: Job,
): StaffRow {
  return {
    id,
    name,
    homeCreditCode: creditCode!,
    homeName,
    homeDivisionCode,
    divisionCode,
    fundingKind: null,
    postRank: PostRank.STAFF,
    isLeading: false,
    joinedOn: '2015-01-01',
    leftOn: null,
    version: 1,
    ...job,
  };
}
