import { demoCreditCode } from '@township-graph/shared/credit-code';
import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import type { TestEngine } from '@township-graph/shared/testing/template';
import type { Scope, Viewer } from '@township-graph/shared/viewer';
import { ASSESSMENT_SCHEMA } from '../database';
import { createAssessmentSubgraph } from '../subgraph';

export const COUNTY = '410225';
export const TOWNSHIPS = ['410225201', '410225206', '410225001', '410225100', '410225101'] as const;
export const [OURS, THEIRS] = TOWNSHIPS;
export const [ORGANIZER, DEPARTMENT, BUREAU] = [14, 22, 31].map((serial) => demoCreditCode('11', COUNTY, serial)) as [
  string,
  string,
  string,
];
/** The organs that rate for townships; visibly fictitious. */
export const GOVERNMENTS = [101, 102, 103].map((serial) => demoCreditCode('11', COUNTY, serial)) as [string, string, string];

export const viewer = (
  organization: string | null,
  division: string,
  scopes: readonly Scope[],
  subject = `${organization}:${division}`,
): Viewer => ({
  ...viewerOf([division], ['assessment:read', ...scopes]),
  organization,
  subject,
});

export const manager = viewer(ORGANIZER, COUNTY, ['assessment:manage']);
export const rater = (organization: string, division: string) => viewer(organization, division, ['assessment:score']);

/** A scheme of one indicator that townships rate, with whatever a test says otherwise. */
export const schemeOf = (more: object = {}) => ({
  divisionCode: COUNTY,
  kind: 'DEPARTMENT_YEAR_END',
  name: '示例方案',
  subjectKind: 'ORGANIZATION',
  appraisedUnit: 'DEPARTMENT',
  gradeScale: 'ORGANIZATION',
  indicators: [{ code: 'A', name: '履职', weight: '100', source: 'MANUAL', duty: 'PRIMARY', isBundled: false }],
  raters: [{ code: 'T', name: '乡镇', kind: 'TOWNSHIP', weight: '100' }],
  bonuses: [],
  deductions: [],
  bonusCap: '0',
  vetoes: [],
  cutOffs: { first: '90', second: '80', third: '60' },
  ...more,
});

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
type Answered = any;

const START = '2026-03-02T02:00:00Z';

/** A subgraph of its own, and its clock, for tests of what clerks do. */
export class AssessmentDesk {
  now = new Date(START);
  opened!: TestDatabase;
  ask!: ReturnType<typeof asking>;
  private serial = 0;

  /** Opened once for the tests of a `describe`, each of which begins on the same day. */
  static ofTests(engine: TestEngine, graph?: GraphClient): AssessmentDesk {
    const desk = new AssessmentDesk();
    beforeAll(() => desk.open(engine, graph));
    beforeEach(() => {
      desk.now = new Date(START);
    });
    afterAll(() => desk.opened.close());
    return desk;
  }

  private async open(engine: TestEngine, graph?: GraphClient): Promise<void> {
    this.opened = await freshDatabase(engine, ASSESSMENT_SCHEMA);
    const { execute } = await createAssessmentSubgraph({ database: this.opened.database, clock: () => this.now, graph });
    this.ask = asking(execute);
  }

  /** What the mutation answers, of the payload's only field, and its refusal. */
  async send(mutation: string, shown: string, who: Viewer, input: object): Promise<{ readonly row: Answered; readonly error?: Answered }> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await this.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`, who, { input });
    const payload = data?.[mutation];
    return { row: payload ? Object.values(payload)[0] : null, error: errors?.[0]?.extensions };
  }

  /** The same, which must succeed. */
  async done(mutation: string, shown: string, who: Viewer, input: object): Promise<Answered> {
    const { row, error } = await this.send(mutation, shown, who, input);
    expect(error).toBeUndefined();
    return row;
  }

  async asked(query: string, who: Viewer = manager, variables: Record<string, unknown> = {}): Promise<Answered> {
    const { data, errors } = await this.ask(query, who, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  /** An appraisal on the list of 2026; its identifier. */
  async listed(more: object = {}): Promise<string> {
    this.serial += 1;
    const name = `示例考核${this.serial}`;
    const { items } = await this.done('listAppraisal', 'catalogue { items { id name } }', manager, {
      divisionCode: COUNTY,
      year: 2026,
      lastYearCount: 100,
      name,
      legalBasis: '示例依据',
      approvalDocument: '示例政〔2026〕1号',
      organizerCreditCode: ORGANIZER,
      organizerName: '示例机构',
      subjectKinds: ['ORGANIZATION', 'DIVISION', 'STAFF_MEMBER'],
      roundsAYear: 12,
      ...more,
    });
    return items.find((item: { name: string }) => item.name === name).id;
  }

  async scheme(more: object = {}): Promise<string> {
    return (await this.done('defineScheme', 'scheme { id }', manager, schemeOf(more))).id;
  }

  /** A round that is being scored, with its subjects and raters in the order of the identifiers they were given. */
  async round(schemeId: string, subjects: readonly object[], raters: readonly object[], more: object = {}): Promise<ScoredRound> {
    const opened = await this.done('openRound', 'round { id }', manager, {
      divisionCode: COUNTY,
      catalogueItemId: await this.listed(),
      schemeId,
      name: '示例轮次',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      scoringUntil: '2026-03-31',
      subjects,
      raters,
      ...more,
    });
    await this.done('startScoring', 'round { id }', manager, { roundId: opened.id, expectedVersion: 1 });
    const { appraisalRound } = await this.asked(
      `query ($id: ID!) { appraisalRound(id: $id) { id version
        subjects { id subject { __typename ... on Division { code } ... on Organization { creditCode } ... on StaffMember { id } } }
        raters { id groupCode division { code } organization { creditCode } } } }`,
      manager,
      { id: opened.id },
    );
    return appraisalRound;
  }

  score(who: Viewer, raterId: string, roundSubjectId: string, scores: Readonly<Record<string, string>>, more: object = {}) {
    const given = Object.entries(scores).map(([indicator, score]) => ({ indicator, score }));
    return this.send('submitScorecard', 'scorecard { id version isLate }', who, { raterId, roundSubjectId, scores: given, ...more });
  }

  /** The round after a step, which must succeed. */
  async step(mutation: string, { id: roundId, version: expectedVersion }: RoundRef, more: object = {}): Promise<RoundRef & Answered> {
    const shown = 'round { id version state publicUntil undecidedTies pendingAppeals calculationCount availableActions }';
    return this.done(mutation, shown, manager, { roundId, expectedVersion, ...more });
  }

  async results(roundId: string, who: Viewer = manager): Promise<Answered[]> {
    const { appraisalRanking } = await this.asked(
      `query ($id: ID!) { appraisalRanking(round: $id, first: 100) { totalCount nodes { id score rank isTied isVetoed isPublished bonus deductions
        grade { civilServant institution organization } parts { indicator score } missing { indicator rater reason }
        subject { ... on Division { code } ... on Organization { creditCode } ... on StaffMember { id } } } } }`,
      who,
      { id: roundId },
    );
    return appraisalRanking.nodes;
  }
}

export interface RoundRef {
  readonly id: string;
  readonly version: number;
}

export interface ScoredRound extends RoundRef {
  readonly subjects: readonly {
    readonly id: string;
    readonly subject: { readonly code?: string; readonly creditCode?: string; readonly id?: string };
  }[];
  readonly raters: readonly {
    readonly id: string;
    readonly division: { readonly code: string };
    readonly organization: { readonly creditCode: string } | null;
  }[];
}
