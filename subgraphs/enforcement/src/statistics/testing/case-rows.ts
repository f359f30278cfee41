import { endOfDay, startOfDay } from '@township-graph/shared/clock';
import type { EnforcementCase } from '../../case/case.entity';
import { NEW_CASE } from '../../filing/new-case';

/** What was done about a fine, on its days. */
export interface FineGiven {
  readonly servedOn?: string;
  readonly paidOn?: string | null;
  readonly grade?: number;
  readonly isRevoked?: boolean;
  readonly remedies?: readonly (readonly [kind: string, outcome: string | null])[];
}

const FREQUENT = 'frequent';
const RARE = 'rare';

const power = (id: string, isFrequent: boolean) => ({
  id,
  code: id,
  domain: '城市管理',
  cause: `示例案由${id}`,
  legalBasis: '示例条例§1',
  basisVerified: false,
  sanction: '警告、罚款',
  penaltyKinds: [],
  fines: [],
  hearingThresholds: [],
  coerciveMeasures: [],
  originDepartment: '城管',
  isOwnStatutory: false,
  isFrequent,
  isProfessional: false,
  touchesLifeHealthOrFinance: false,
  variant: null,
  isDemonstration: true,
});

/** Rows of cases as statistics count them: registered on 5 January 2026, decided in sixty days. */
export class CaseRows {
  readonly powers = [power(FREQUENT, true), power(RARE, false)];
  readonly cases: object[] = [];
  readonly decisions: object[] = [];
  readonly deadlines: object[] = [];
  readonly payments: object[] = [];
  readonly remedies: object[] = [];
  readonly visits: object[] = [];

  add(change: Partial<EnforcementCase>): string {
    const id = `case-${String(this.cases.length + 1).padStart(3, '0')}`;
    const known = { powerId: FREQUENT, domain: '城市管理', cause: '示例案由', source: 'PATROL', openedOn: '2026-01-05' };
    this.cases.push({ ...NEW_CASE, id, facts: '示例', place: '示例路', discoveredOn: '2026-01-05', ...known, ...change });
    return id;
  }

  /** By the ordinary procedure, of a cause that is not frequent; in time but for what is given. */
  fined(change: Partial<EnforcementCase>, given: FineGiven = {}): void {
    const { servedOn = '2026-03-10', paidOn = '2026-03-20', grade, isRevoked = false, remedies = [] } = given;
    const id = this.add({
      powerId: RARE,
      state: 'CLOSED' as never,
      filedAt: startOfDay('2026-01-05'),
      decidedAt: startOfDay('2026-03-06'),
      isOnTime: true,
      outcome: 'PENALTY' as never,
      servedOn,
      isPaidUp: paidOn !== null,
      endedAt: paidOn === null ? null : startOfDay('2026-04-01'),
      ...change,
    });
    this.decide(id, [{ kind: 'FINE', fen: 100_00, days: null, object: null }], isRevoked);
    this.clock(id, 'SERVICE', '2026-03-17', 'MET');
    this.clock(id, 'PAYMENT', '2026-03-25', isRevoked ? 'LAPSED' : 'MET');
    if (paidOn) this.payments.push({ ...this.record(id), purpose: 'FINE', fen: 100_00, paidOn, channel: 'BANK' });
    for (const [kind, outcome] of remedies)
      this.remedies.push({ ...this.record(id), kind, body: '示例机关', filedOn: '2026-04-01', outcome, concludedOn: null });
    if (grade) this.visits.push({ ...this.record(id), respondent: 'PARTY', grade, comment: null, visitedAt: startOfDay('2026-04-02') });
  }

  /** On the spot, of a frequent cause. */
  warned(change: Partial<EnforcementCase>): void {
    const at = startOfDay('2026-01-05');
    const decided = { filedAt: at, decidedAt: at, endedAt: at, servedOn: '2026-01-05', isOnTime: true, outcome: 'PENALTY' as never };
    const id = this.add({ procedure: 'SIMPLE' as never, state: 'CLOSED' as never, ...decided, ...change });
    this.decide(id, [{ kind: 'WARNING', object: '"kind":"FINE"' }], false);
  }

  private decide(caseId: string, decided: object[], isRevoked: boolean): void {
    this.decisions.push({
      ...this.record(caseId),
      documentNumber: `示例〔2026〕${this.decisions.length + 1}号`,
      outcome: 'PENALTY',
      decided,
      fineFen: 0,
      facts: '示例',
      legalBasis: '示例条例§1',
      remedies: '示例',
      organCreditCode: '11410225DEM012015M',
      decidedOn: '2026-03-06',
      revocation: isRevoked ? '示例：被撤销' : null,
    });
  }

  private clock(subjectId: string, kind: string, dueOn: string, state: string): void {
    const startedAt = startOfDay('2026-03-06');
    const rule = { limitValue: 7, limitUnit: 'WORKDAY', restDay: 'MOVES', ruleBasis: '示例', basis: '示例', isProvisional: false };
    const standing = { suspensions: [], extensions: [], dueAt: endOfDay(dueOn), state, light: 'GREEN', metAt: null, nextAt: null };
    const { id, divisionCode } = this.record(subjectId);
    this.deadlines.push({ id, divisionCode, subjectType: 'EnforcementCase', subjectId, kind, startedAt, ...rule, ...standing });
  }

  private record(caseId: string) {
    const { divisionCode } = this.cases.at(-1) as EnforcementCase;
    const count = this.decisions.length + this.deadlines.length + this.payments.length + this.remedies.length + this.visits.length;
    return { id: `record-${count}`, caseId, divisionCode };
  }
}
