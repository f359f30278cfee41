import { addDays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import { insertAll } from '@township-graph/shared/insert-all';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import type { TestEngine } from '@township-graph/shared/testing/template';
import type { Scope, Viewer } from '@township-graph/shared/viewer';
import { ENFORCEMENT_SCHEMA } from '../../database';
import { Officer } from '../../officer/officer.entity';
import { OfficerCertificate } from '../../officer/officer-certificate.entity';
import { EnforcementPower } from '../../power/power.entity';
import { GrantedPower } from '../../power-grant/granted-power.entity';
import { PowerGrant } from '../../power-grant/power-grant.entity';
import { createEnforcementSubgraph } from '../../subgraph';
import { EnforcementTeam } from '../../team/team.entity';
import { TeamCoverage } from '../../team/team-coverage.entity';
import {
  CERTIFICATES,
  COUNTY,
  COVERAGE,
  DEPARTMENT,
  GOVERNMENT,
  GRANTED_POWERS,
  GRANTS,
  NEIGHBOUR,
  NEIGHBOUR_GOVERNMENT,
  OFFICERS,
  POWERS,
  TEAMS,
  TOWNSHIP,
} from './people-and-powers';

const viewer = (subject: string, scopes: readonly Scope[], division = TOWNSHIP, organ = GOVERNMENT): Viewer => ({
  ...viewerOf([division], ['enforcement:read', ...scopes]),
  subject,
  organization: organ.creditCode,
});

export const OFFICER = viewer('officer', ['enforcement:handle']);
export const REVIEWER = viewer('reviewer', ['enforcement:review']);
export const HEAD = viewer('head', ['enforcement:manage', 'enforcement:handle', 'enforcement:review']);

/** Of the township beside it, and of the department of the county. */
export const NEIGHBOURS = viewer('neighbour', ['enforcement:handle'], NEIGHBOUR, NEIGHBOUR_GOVERNMENT);
export const DEPARTMENTS = viewer('department', ['enforcement:handle', 'enforcement:manage'], COUNTY, DEPARTMENT);

/** A case, as its moves answer with it. */
export interface Seen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly caseNumber: string | null;
  readonly availableActions: readonly string[];
  readonly decideBy: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  readonly [field: string]: any;
}

const FIELDS = `id version state caseNumber availableActions decideBy statementUntil hearingUntil statement hearing isPaidUp outcome
  decision { documentNumber outcome penalties { kind amount } fine servedOn remedies } measures { id kind dueAt outcome isExtended }
  corrections { id dueOn isCorrected } transfers { id state } remedies { id outcome } payments { id }
  recusals { id isGranted } evidence { id isVerified exclusion } restitutions { id unreturned completedOn } collection { unpaid lateFine parts { dueOn amount } }`;

type Reason = readonly [code: unknown, reason: unknown];

export const ORGANIZATION = {
  kind: 'ORGANIZATION',
  name: '示例商贸有限公司',
  creditCode: '91410225DEM000049N',
  address: '兰考县三义寨乡示例路1号',
};
export const PERSON = { kind: 'INDIVIDUAL', name: '示例甲', idNumber: '990000198502280010', address: '兰考县三义寨乡某村1号' };

const EVIDENCE = { kind: 'SITE_RECORD', name: '现场笔录', proves: '占道经营的事实', isVerified: true };
export const FINE_OF = (amount: string) => [{ kind: 'FINE', amount }];

/** A township's office with its subgraph, whose clock a test turns. */
export class CaseOffice {
  now = new Date('2026-03-02T02:00:00.000Z');
  private acts = 0;

  private constructor(
    readonly opened: TestDatabase,
    readonly ask: ReturnType<typeof asking>,
    readonly scheduler: Scheduler,
  ) {}

  static async open(engine: TestEngine): Promise<CaseOffice> {
    const opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    const { manager } = opened.database;
    for (const [entity, rows] of [
      [EnforcementPower, POWERS],
      [PowerGrant, GRANTS],
      [GrantedPower, GRANTED_POWERS],
      [EnforcementTeam, TEAMS],
      [TeamCoverage, COVERAGE],
      [Officer, OFFICERS],
      [OfficerCertificate, CERTIFICATES],
    ] as const)
      await insertAll(manager, entity, rows);
    const clock = () => office.now;
    const { execute, jobs } = await createEnforcementSubgraph({ database: opened.database, clock });
    const scheduler = new Scheduler({ database: opened.database, jobs, clock, everyMs: 1000 });
    const office: CaseOffice = new CaseOffice(opened, asking(execute), scheduler);
    return office;
  }

  close(): Promise<void> {
    return this.opened.close();
  }

  /** To ten in the morning of a day. */
  on(day: string): void {
    this.now = new Date(`${day}T02:00:00.000Z`);
  }

  async tryTo(name: string, input: object, who: Viewer = OFFICER) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return this.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { case { ${FIELDS} } } }`, who, { input });
  }

  /** The case after the move, or a failure. */
  async does(name: string, input: object, who: Viewer = OFFICER): Promise<Seen> {
    const { data, errors } = await this.tryTo(name, input, who);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data[name].case;
  }

  move(name: string, { id, version }: Seen, more: object = {}, who: Viewer = OFFICER): Promise<Seen> {
    return this.does(name, { caseId: id, expectedVersion: version, ...more }, who);
  }

  /** Why the move is refused; a move that is not fails the test. */
  async refused(name: string, { id, version }: Seen, more: object = {}, who: Viewer = OFFICER): Promise<unknown> {
    const [, reason] = await this.refusal(name, { caseId: id, expectedVersion: version, ...more }, who);
    return reason;
  }

  async refusal(name: string, input: object, who: Viewer = OFFICER): Promise<Reason> {
    const { errors } = await this.tryTo(name, input, who);
    return [errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.reason];
  }

  async see(id: string, fields = FIELDS, who: Viewer = HEAD): Promise<Seen> {
    const { data, errors } = await this.ask(`query ($id: ID) { enforcementCase(id: $id) { ${fields} } }`, who, { id });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.enforcementCase;
  }

  /** What a case is filed with; each time another act. */
  filing(change: object = {}, act: object = {}): object {
    this.acts += 1;
    const today = dayOf(this.now);
    return {
      divisionCode: TOWNSHIP,
      source: 'PATROL',
      powerId: 'granted',
      party: ORGANIZATION,
      act: { facts: '占道经营', place: `示例路${this.acts}号`, actOn: today, ...act },
      officerIds: ['one', 'two'],
      ...change,
    };
  }

  onTheSpot(change: object = {}, act: object = {}): object {
    return this.filing(
      {
        penalties: FINE_OF('500'),
        evidence: '现场照片',
        showedCertificates: true,
        toldRights: true,
        correction: '立即改正',
        isCorrected: true,
        ...change,
      },
      act,
    );
  }

  filed(change: object = {}, act: object = {}): Promise<Seen> {
    return this.does('fileCase', this.filing(change, act));
  }

  async investigated(given: { filing?: object; act?: object; conclude?: object } = {}): Promise<Seen> {
    let seen = await this.filed(given.filing, given.act);
    seen = await this.move('recordInvestigation', seen, { officerIds: ['one', 'two'], showedCertificates: true, evidence: [EVIDENCE] });
    seen = await this.ordered(seen);
    return this.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false, ...given.conclude });
  }

  investigate(seen: Seen, more: object = {}): Promise<Seen> {
    return this.move('recordInvestigation', seen, { officerIds: ['one', 'two'], showedCertificates: true, evidence: [EVIDENCE], ...more });
  }

  ordered(seen: Seen): Promise<Seen> {
    return this.move('orderCorrection', seen, { content: '限期改正', legalBasis: '示例条例§1', dueOn: addDays(dayOf(this.now), 300) });
  }

  /** Told of a fine. */
  async notified(amount = '1000', given: { filing?: object; act?: object; conclude?: object } = {}): Promise<Seen> {
    return this.notify(await this.investigated(given), FINE_OF(amount));
  }

  notify(seen: Seen, penalties: object[], more: object = {}): Promise<Seen> {
    return this.move('notifyParty', seen, { penalties, facts: '占道经营', reasons: '事实清楚', ...more });
  }

  waive(seen: Seen): Promise<Seen> {
    return this.move('recordStatement', seen, { waivesStatement: true });
  }

  decide(seen: Seen, penalties: object[], more: object = {}): Promise<Seen> {
    return this.move('decideCase', seen, { outcome: 'PENALTY', facts: '占道经营，有现场笔录为证', penalties, ...more }, HEAD);
  }

  whyNotDecided(seen: Seen, penalties: object[] = FINE_OF('1000'), more: object = {}): Promise<unknown> {
    return this.refused('decideCase', seen, { outcome: 'PENALTY', facts: '占道经营', penalties, ...more }, HEAD);
  }

  async decided(amount = '1000', given: { filing?: object; act?: object; conclude?: object } = {}): Promise<Seen> {
    return this.decide(await this.waive(await this.notified(amount, given)), FINE_OF(amount));
  }

  serve(seen: Seen, on: string, more: object = {}): Promise<Seen> {
    return this.move('serveDecision', seen, { method: 'DIRECT', on, ...more });
  }

  pay(seen: Seen, amount: string, paidOn: string, more: object = {}): Promise<Seen> {
    return this.move('recordPayment', seen, { purpose: 'FINE', amount, paidOn, channel: 'BANK', ...more });
  }
}
