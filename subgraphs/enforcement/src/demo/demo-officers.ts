import { addDays, addYears } from '@township-graph/shared/calendar';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { demoPerson } from '@township-graph/shared/demo/demo-person';
import { LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { DemoRandom } from '@township-graph/shared/demo/random';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { DivisionKind, kindOf } from '@township-graph/shared/division-code';
import type { Officer } from '../officer/officer.entity';
import { OfficerAllocation, OfficerKind } from '../officer/officer.enums';
import type { OfficerCertificate } from '../officer/officer-certificate.entity';
import { TeamKind } from '../team/team.enums';
import { demoTeamId } from './demo-teams';

/** 兰考's 719: 504 moved down from departments, 10 more in each township of 50,000 or fewer, 15 in each larger one. */
const BASE = 504;
const SMALL = 10;
const LARGE = 15;
/** Of the 16 townships five are small; which, was not published: here the five 乡. */
const isSmall = (township: string) => kindOf(township) === DivisionKind.TOWNSHIP;
/** Besides the published ones. */
const AUXILIARIES = 2;
const STATION_OFFICERS = 4;
const REVIEWERS = 3;
/** Of 瑞安’s bureau itself, for what its stations do not handle. */
const BUREAU_OFFICERS = 3;

const CERTIFIED_FROM = '2019-01-01';
const CERTIFICATE_YEARS = 5;
/** One in so many has let the certificate run out. */
const EXPIRED_ONE_IN = 60;

type Post = Pick<Officer, 'kind' | 'divisionCode'> & Partial<Officer> & { readonly organ: { creditCode: string | null; name: string } };

/** The rows of the demonstration's officers, all visibly nobody. */
export class DemoOfficers {
  readonly officers: Officer[] = [];
  readonly certificates: OfficerCertificate[] = [];
  private readonly random = new DemoRandom('enforcement officers');

  /** `today` bounds how far certificates run. */
  constructor(private readonly today: string) {
    const townships = governedTownshipsOf(LANKAO);
    for (const [index, township] of townships.entries()) this.fillTownship(township, shareOf(BASE, townships.length, index));
    for (const township of governedTownshipsOf(RUIAN)) this.fillStation(township);
    for (let number = 0; number < REVIEWERS; number += 1) this.addReviewer(number);
    for (let count = 0; count < BUREAU_OFFICERS; count += 1)
      this.add({
        kind: OfficerKind.CERTIFIED,
        divisionCode: RUIAN,
        organ: departmentOf(RUIAN, '综合执法'),
        teamId: demoTeamId(TeamKind.PROFESSIONAL, RUIAN),
      });
  }

  private fillTownship(divisionCode: string, base: number): void {
    const post = { divisionCode, organ: townshipGovernmentOf(divisionCode), teamId: demoTeamId(TeamKind.TOWNSHIP, divisionCode) };
    const added = isSmall(divisionCode) ? SMALL : LARGE;
    for (let count = 0; count < base; count += 1) this.add({ ...post, kind: OfficerKind.CERTIFIED, allocation: OfficerAllocation.BASE });
    for (let count = 0; count < added; count += 1)
      this.add({ ...post, kind: OfficerKind.CERTIFIED, allocation: OfficerAllocation.POPULATION });
    for (let count = 0; count < AUXILIARIES; count += 1) this.add({ ...post, kind: OfficerKind.AUXILIARY });
  }

  private fillStation(divisionCode: string): void {
    const post = { divisionCode, organ: departmentOf(RUIAN, '综合执法'), teamId: demoTeamId(TeamKind.STATION, divisionCode) };
    for (let count = 0; count < STATION_OFFICERS; count += 1) this.add({ ...post, kind: OfficerKind.CERTIFIED });
  }

  /** One of them reviewed before the law asked for the qualification, and has none. */
  private addReviewer(number: number): void {
    const came =
      number === 0 ? { reviewerSince: '2015-03-01' } : { legalQualificationNumber: `示例A${2020 + number}`, reviewerSince: '2020-05-06' };
    this.add({ kind: OfficerKind.LEGAL_REVIEWER, divisionCode: LANKAO, organ: departmentOf(LANKAO, '司法'), ...came });
  }

  private add({ organ, kind, divisionCode, ...more }: Post): void {
    const number = this.officers.length + 1;
    const id = demoId(`officer:${number}`);
    const officer = {
      id,
      staffMemberId: demoId(`staff-member:enforcement:${number}`),
      name: demoPerson(this.random).name,
      kind,
      divisionCode,
      organCreditCode: organ.creditCode!,
      organName: organ.name,
      teamId: null,
      allocation: null,
      legalQualificationNumber: null,
      reviewerSince: null,
      ...more,
      version: 1,
    };
    this.officers.push(officer as Officer);
    if (kind === OfficerKind.CERTIFIED) this.certify(id, number);
  }

  /** One certificate after the other, up to today and beyond; of some the last was not renewed. */
  private certify(officerId: string, number: number): void {
    const chain: OfficerCertificate[] = [];
    for (let from = CERTIFIED_FROM; from <= this.today; from = addYears(from, CERTIFICATE_YEARS)) {
      chain.push({
        id: demoId(`officer-certificate:${number}:${from}`),
        officerId,
        number: `示例${from.slice(2, 4)}${String(number).padStart(5, '0')}`,
        issuedBy: '示例省司法厅',
        validFrom: from,
        validTo: addDays(addYears(from, CERTIFICATE_YEARS), -1),
        revokedOn: null,
        revokeReason: null,
      });
    }
    this.certificates.push(...(number % EXPIRED_ONE_IN === 0 ? chain.slice(0, -1) : chain));
  }
}

/** The share of one of several that divide a whole as evenly as it goes, the first getting what is over. */
function shareOf(whole: number, shares: number, index: number): number {
  return Math.floor(whole / shares) + (index < whole % shares ? 1 : 0);
}
