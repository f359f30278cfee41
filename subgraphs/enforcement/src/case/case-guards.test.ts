import { HearingStanding, StatementStanding } from '../notice/notice.enums';
import { CaseProcedure, CaseState } from './case.enums';
import { CASE_MACHINE, type CaseAction } from './case.moves';
import type { CaseFacts } from './case-guards';

const now = new Date('2026-03-02T02:00:00Z');

/** A case whose investigation is over: evidence was found true, and nobody was told of anything. */
const investigated: CaseFacts = {
  now,
  procedure: CaseProcedure.ORDINARY,
  decideBy: new Date('2026-05-31T15:59:59.999Z'),
  verifiedEvidence: 2,
  openMeasures: 0,
  openOrders: 0,
  isOrderedOrDone: true,
  isCrimeSuspected: false,
  forbidden: null,
  isReported: false,
  isDecided: false,
  isServed: false,
  openRemedies: 0,
  openRemittances: 0,
  openRestitutions: 0,
  isPaidUp: null,
  isExecutionEnded: false,
  notifiedAt: null,
  statement: StatementStanding.OPEN,
  statementUntil: null,
  hearing: HearingStanding.NONE,
  hearingUntil: null,
  grounds: [],
  heardAt: null,
  passedAt: null,
  needsDeliberation: false,
  deliberatedAt: null,
  isEntrusted: false,
  openRecusals: 0,
  isShortOfOfficers: false,
};

const reasonOf = (action: CaseAction, facts: Partial<CaseFacts> = {}) =>
  CASE_MACHINE.moves[action].guard?.({ ...investigated, ...facts })?.reason ?? null;

const told: Partial<CaseFacts> = { notifiedAt: now };
const decided: Partial<CaseFacts> = { ...told, isDecided: true };

test.each<[string, CaseAction, string, Partial<CaseFacts>, Partial<CaseFacts>]>([
  ['行政处罚法§44: who was told is told anew only of what was investigated anew', 'notifyParty', 'ALREADY_NOTIFIED', told, {}],
  ['行政处罚法§45: nobody speaks on what they were not told of', 'recordStatement', 'NOT_NOTIFIED', {}, told],
  ['行政处罚法§45: nor is a statement weighed again', 'reconsiderStatement', 'NOT_NOTIFIED', {}, told],
  [
    '行政处罚法§52③: what was not decided on the spot is not reported',
    'reportDecision',
    'NOT_SIMPLE',
    {},
    { procedure: CaseProcedure.SIMPLE },
  ],
  ['行政处罚法§60: time that is up is not extended', 'extendCase', 'DEADLINE_OVERDUE', { decideBy: new Date(0) }, {}],
  [
    '行政处罚法§64(2): a hearing is held at the time that was told',
    'holdHearing',
    'HEARING_NOT_SCHEDULED',
    {},
    { hearing: HearingStanding.SCHEDULED },
  ],
  ['行政处罚法§73: nobody contests what was not served', 'fileRemedy', 'NOT_SERVED', decided, { ...decided, isServed: true }],
  ['行政处罚法§73: nor is that concluded', 'concludeRemedy', 'NOT_SERVED', decided, { ...decided, isServed: true }],
  ['行政诉讼法§70: nor is it decided anew', 'revokeToDecideAnew', 'NOT_SERVED', decided, { ...decided, isServed: true }],
  ['行政处罚法§75: there is a decision, or none is revoked', 'revokeDecision', 'NOT_DECIDED', told, decided],
  ['行政强制法§40: what is paid is not given up', 'endExecution', 'NOTHING_UNPAID', { isPaidUp: true }, { isPaidUp: false }],
])('%s', (_, action, reason, not, but) => {
  expect(reasonOf(action, not)).toBe(reason);
  expect(reasonOf(action, but)).toBeNull();
});

test('行政处罚法§46, §57①(3): nobody is told of a penalty that nothing proves', () => {
  expect(reasonOf('notifyParty', { verifiedEvidence: 0 })).toBe('EVIDENCE_MISSING');
});

test('行政强制法§41: of what was revoked nothing is done any more but to give back', () => {
  for (const [action, { from }] of Object.entries(CASE_MACHINE.moves))
    if (!['performRestitution', 'resolveMeasure'].includes(action)) expect(from).not.toContain(CaseState.REVOKED);
});
