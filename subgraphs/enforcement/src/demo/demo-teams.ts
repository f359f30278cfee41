import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { demoDivision, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import type { EnforcementTeam } from '../team/team.entity';
import { TeamKind } from '../team/team.enums';
import type { TeamCoverage } from '../team/team-coverage.entity';

/** 1+X as published, of a place that the report does not name: 35 host towns cover 103 townships. No county has this code. */
const SHARED_COUNTY = '330899';
const HOSTS = 35;
const COVERED = 103;
const FIRST_TOWN = 100;

/** The rows of the demonstration's teams: one a township in 兰考, a station a township in 瑞安, and the shared ones. */
export class DemoTeams {
  readonly teams: EnforcementTeam[] = [];
  readonly coverage: TeamCoverage[] = [];

  constructor() {
    for (const township of governedTownshipsOf(LANKAO)) this.addTownshipTeam(township);
    for (const township of governedTownshipsOf(RUIAN)) this.addStation(township);
    this.addBureauTeam();
    this.addShared();
  }

  private addTownshipTeam(township: string): void {
    const { creditCode, name } = townshipGovernmentOf(township);
    this.add(TeamKind.TOWNSHIP, `兰考县${demoDivision(township).name}综合行政执法大队`, [township], '2019-11-01', {
      organCreditCode: creditCode!,
      organName: name,
    });
  }

  private addStation(township: string): void {
    const { creditCode, name } = departmentOf(RUIAN, '综合执法');
    const bureau = { organCreditCode: creditCode!, organName: name, departmentCreditCode: creditCode, departmentName: name };
    this.add(TeamKind.STATION, `${name}${demoDivision(township).name.replace(/(街道|镇|乡)$/, '')}中队`, [township], '2020-07-01', bureau);
  }

  /** For what 瑞安’s bureau handles itself. */
  private addBureauTeam(): void {
    const { creditCode, name } = departmentOf(RUIAN, '综合执法');
    const bureau = { organCreditCode: creditCode!, organName: name };
    this.add(TeamKind.PROFESSIONAL, `${name}直属大队`, [RUIAN], '2020-07-01', bureau);
  }

  /** As evenly as it goes: 33 hosts cover three townships, two cover two. */
  private addShared(): void {
    const bureau = { organCreditCode: demoCreditCode('11', SHARED_COUNTY, 21), organName: '示例市综合行政执法局' };
    const codes = Array.from({ length: COVERED }, (_, index) => `${SHARED_COUNTY}${FIRST_TOWN + index}`);
    for (let host = 0; host < HOSTS; host += 1) {
      const covered = codes.filter((_, index) => index % HOSTS === host);
      this.add(TeamKind.SHARED, `示例第${host + 1}中心镇综合行政执法队（1+${covered.length - 1}）`, covered, '2021-01-01', bureau);
    }
  }

  private add(kind: TeamKind, name: string, covers: readonly string[], establishedOn: string, organ: Partial<EnforcementTeam>): void {
    const divisionCode = covers[0]!;
    const id = demoTeamId(kind, divisionCode);
    const team = { id, name, kind, divisionCode, departmentCreditCode: null, departmentName: null, ...organ, establishedOn, version: 1 };
    this.teams.push(team as EnforcementTeam);
    this.coverage.push(...covers.map((code) => ({ teamId: id, divisionCode: code, validFrom: establishedOn, validTo: null })));
  }
}

export const demoTeamId = (kind: TeamKind, divisionCode: string) => demoId(`enforcement-team:${kind}:${divisionCode}`);
