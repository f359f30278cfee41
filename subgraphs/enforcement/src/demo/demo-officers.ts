import { addDays, addYears } from '@township-graph/shared/calendar';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { type DemoEnforcer, demoEnforcers } from '@township-graph/shared/demo/enforcement-staff';
import type { Officer } from '../officer/officer.entity';
import { OfficerAllocation, OfficerKind } from '../officer/officer.enums';
import type { OfficerCertificate } from '../officer/officer-certificate.entity';
import { TeamKind } from '../team/team.enums';
import { demoTeamId } from './demo-teams';

const CERTIFIED_FROM = '2019-01-01';
const CERTIFICATE_YEARS = 5;
/** One in so many has let the certificate run out. */
const EXPIRED_ONE_IN = 60;

const TEAMS = { TOWNSHIP: TeamKind.TOWNSHIP, STATION: TeamKind.STATION, BUREAU: TeamKind.PROFESSIONAL } as const;

/** The rows of the demonstration's officers, all visibly nobody. */
export class DemoOfficers {
  readonly officers: Officer[] = [];
  readonly certificates: OfficerCertificate[] = [];
  private reviewers = 0;

  /** `today` bounds how far certificates run. */
  constructor(private readonly today: string) {
    for (const enforcer of demoEnforcers()) this.add(enforcer);
  }

  private add({ number, staffMemberId, name, duty, unit, allocation, divisionCode, organ }: DemoEnforcer): void {
    const id = demoId(`officer:${number}`);
    const officer = {
      id,
      staffMemberId,
      name,
      kind: OfficerKind[duty],
      divisionCode,
      organCreditCode: organ.creditCode!,
      organName: organ.name,
      teamId: unit && demoTeamId(TEAMS[unit], divisionCode),
      allocation: allocation && OfficerAllocation[allocation],
      ...(duty === 'LEGAL_REVIEWER' ? this.reviewer() : { legalQualificationNumber: null, reviewerSince: null }),
      version: 1,
    };
    this.officers.push(officer as Officer);
    if (duty === 'CERTIFIED') this.certify(id, number);
  }

  /** One of them reviewed before the law asked for the qualification, and has none. */
  private reviewer() {
    const number = this.reviewers;
    this.reviewers += 1;
    return number === 0
      ? { legalQualificationNumber: null, reviewerSince: '2015-03-01' }
      : { legalQualificationNumber: `示例A${2020 + number}`, reviewerSince: '2020-05-06' };
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
