import { addMonths } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS } from '../owners';
import type { GivenRow } from '../recipe';
import { deadlineRow } from './deadlines';
import { CASE_POWER, grantId, powerId } from './enforcement-ids';

type SaidBy = (owner: Owner) => Speech;

const AT = new Date('2020-01-02T00:00:00Z');
const LATER = new Date('2999-01-02T00:00:00Z');
const TODAY = dayOf(new Date());

/** The case that everything is told of: its rows in every table, and its course. */
export const WHOLE = 'whole';

export const caseId = (say: Speech, row: string) => say.text('enforcement_case.id', row);
export const recordId = (say: Speech, table: string, row: string) => say.text(`${table}.id`, row);

const told = { notifiedAt: AT, statementUntil: AT, statement: 'WAIVED' };
const undecided = { decidedAt: null, servedOn: null };

/** A case for each command that moves one, as it must stand for that. */
export const CASES: Readonly<Record<string, object>> = {
  [WHOLE]: { state: 'EXECUTING', isGraveHarm: true, isPaidUp: true, redoGround: 'EVIDENCE' },
  checkClue: { state: 'CLUE', ...undecided },
  dismissClue: { state: 'PRE_CHECK', ...undecided },
  assignCaseOfficers: { state: 'FILED', ...undecided },
  applyForRecusal: { state: 'INVESTIGATING', ...undecided },
  decideRecusal: { state: 'INVESTIGATING', ...undecided },
  recordInvestigation: { state: 'FILED', ...undecided },
  verifyEvidence: { state: 'INVESTIGATING', ...undecided },
  reviewMonitoringRecord: { state: 'INVESTIGATING', ...undecided },
  excludeEvidence: { state: 'INVESTIGATING', ...undecided },
  preserveEvidence: { state: 'FILED', ...undecided },
  seizeProperty: { state: 'INVESTIGATING', ...undecided },
  approveMeasure: { state: 'INVESTIGATING', openMeasures: 1, ...undecided },
  extendSeizure: { state: 'INVESTIGATING', openMeasures: 1, ...undecided },
  resolveMeasure: { state: 'INVESTIGATING', openMeasures: 1, ...undecided },
  orderCorrection: { state: 'INVESTIGATING', ...undecided },
  checkCorrection: { state: 'INVESTIGATING', openOrders: 1, ...undecided },
  suspendCase: { state: 'INVESTIGATING', ...undecided },
  resumeCase: { state: 'SUSPENDED', ...undecided },
  extendCase: { state: 'INVESTIGATING', ...undecided },
  concludeInvestigation: { state: 'INVESTIGATING', ...undecided },
  reopenInvestigation: { state: 'INVESTIGATED', ...undecided },
  terminateCase: { state: 'FILED', ...undecided },
  submitForLegalReview: { state: 'INVESTIGATED', notifiedAt: null, ...undecided },
  reviewCase: { state: 'LEGAL_REVIEW', ...undecided },
  notifyParty: { state: 'INVESTIGATED', notifiedAt: null, ...undecided },
  recordStatement: { state: 'NOTIFIED', ...told, ...undecided },
  requestHearing: { state: 'NOTIFIED', ...told, hearing: 'OFFERED', hearingUntil: LATER, ...undecided },
  scheduleHearing: { state: 'HEARING', ...told, hearing: 'REQUESTED', ...undecided },
  holdHearing: { state: 'HEARING', ...told, hearing: 'SCHEDULED', ...undecided },
  deliberateCase: { state: 'NOTIFIED', ...told, ...undecided },
  decideCase: { state: 'NOTIFIED', ...told, ...undecided },
  revokeDecision: { state: 'DECIDED' },
  serveDecision: { state: 'DECIDED' },
  recordPayment: { state: 'EXECUTING' },
  handInCash: { state: 'EXECUTING', openRemittances: 1 },
  remitCash: { state: 'EXECUTING', openRemittances: 1 },
  extendPayment: { state: 'EXECUTING' },
  agreeExecution: { state: 'EXECUTING', isPaidUp: false, servedOn: addMonths(TODAY, -2) },
  performRestitution: { state: 'REVOKED' },
  resumeEnforcement: { state: 'EXECUTING', isPaidUp: false },
  endExecution: { state: 'EXECUTING', isPaidUp: false },
  remindParty: { state: 'EXECUTING', isPaidUp: false },
  applyToCourt: { state: 'EXECUTING', isPaidUp: false, servedOn: addMonths(TODAY, -7) },
  recordCourtResult: { state: 'EXECUTING', isPaidUp: false },
  fileRemedy: { state: 'SERVED' },
  concludeRemedy: { state: 'SERVED', openRemedies: 1 },
  reportDecision: { state: 'SERVED', procedure: 'SIMPLE', isReported: false },
  closeCase: { state: 'SERVED' },
  archiveCase: { state: 'CLOSED' },
  transferCase: { state: 'FILED', ...undecided },
  decideTransfer: { state: 'FILED', ...undecided },
  handOverTransfer: { state: 'FILED', ...undecided },
  answerTransfer: { state: 'TRANSFERRED', ...undecided },
  reportJurisdictionDispute: { state: 'FILED', ...undecided },
  designateJurisdiction: { state: 'FILED', ...undecided },
  publishDecision: { state: 'SERVED', domain: '示例领域', cause: '示例案由' },
  withholdPublication: { state: 'SERVED', domain: '示例领域', cause: '示例案由' },
  withdrawPublication: { state: 'SERVED' },
  recordReturnVisit: { state: 'ARCHIVED' },
};

/** What should be paid, and is not. */
const UNPAID = 'recordCourtResult';

/** Something is due of every case, by whose light it is found; and of what is seized until then. */
export function caseDeadlineRows(owner: Owner, say: Speech): GivenRow[] {
  const due = deadlineRow(owner, say);
  const seized = { startedAt: new Date(), limitValue: 30, limitUnit: 'DAY', kind: 'SEIZURE', suspensions: [], extensions: [], metAt: null };
  const running = { ...seized, state: 'RUNNING', light: 'GREEN', dueAt: LATER };
  const cases = Object.keys(CASES).filter((row) => rowsFor(owner, row));
  return [
    ...cases.map((row) => due('EnforcementCase', caseId(say, row), { metAt: null, ...(row === UNPAID && { kind: 'PAYMENT', dueAt: AT }) })),
    ...[WHOLE, 'extendSeizure']
      .filter((row) => rowsFor(owner, row))
      .map((row) => due('CaseMeasure', recordId(say, 'case_measure', row), row === WHOLE ? {} : running)),
  ];
}

/** Commands act on township B’s alone; of all others the one whole case will do, so that a page holds them all. */
export const rowsFor = (owner: Owner, row: string) => row === WHOLE || owner === HIDDEN.townshipB;

export function caseRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  if (owner.isPublic) return [];
  return Object.entries(CASES)
    .filter(([row]) => rowsFor(owner, row))
    .map(([row, given]) => ({
      id: caseId(say, row),
      divisionCode: owner.division,
      procedure: 'ORDINARY',
      source: 'PATROL',
      powerId: powerId(saidBy(PUBLISHERS.townshipB), CASE_POWER),
      grantId: grantId(saidBy(PUBLISHERS.townshipB), CASE_POWER),
      grantMode: 'GRANTED',
      // What goes on has no last day to be found on, and so no day that somebody else may have too.
      isContinuing: true,
      isGraveHarm: false,
      harm: 'NONE',
      isRepeated: false,
      gainsFen: 0,
      version: 1,
      decideBy: LATER,
      recused: null,
      openRecusals: row === 'decideRecusal' ? 1 : 0,
      isShortOfOfficers: false,
      verifiedEvidence: 1,
      excludedEvidence: 0,
      openMeasures: 0,
      openOrders: 0,
      isCorrected: false,
      isOrdered: true,
      reviewGrounds: row === WHOLE ? ['COMPLEX'] : [],
      reviewPassedAt: null,
      needsDeliberation: false,
      deliberatedAt: null,
      notifiedAt: null,
      statement: 'OPEN',
      statementUntil: null,
      hearing: 'NONE',
      hearingUntil: null,
      heardAt: null,
      isCrimeSuspected: false,
      redoGround: null,
      outcome: 'PENALTY',
      decidedAt: AT,
      isReported: true,
      isPaidUp: null,
      isExecutionEnded: false,
      openRemedies: 0,
      openRemittances: 0,
      openRestitutions: row === 'performRestitution' ? 1 : 0,
      receivingDivisionCode: row === WHOLE ? owner.division : null,
      receivingCreditCode: row === WHOLE ? say.creditCode('enforcement_case.receivingCreditCode', row) : null,
      ...(row === WHOLE ? wholeCase(owner, say, saidBy) : bareCase(owner, saidBy, row)),
      ...given,
    }));
}

/** Something in every column that shows. */
function wholeCase(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow {
  const person = (column: string) => saidBy(PERSONS).text(`enforcement_case.${column}`, `${owner.mark} ${WHOLE}`);
  const day = (column: string) => say.day(`enforcement_case.${column}`, WHOLE);
  return {
    organCreditCode: say.creditCode('enforcement_case.organCreditCode', WHOLE),
    partyKind: 'SOLE_TRADER',
    partyName: person('partyName'),
    partyIdNumber: person('partyIdNumber'),
    partyCreditCode: say.creditCode('enforcement_case.partyCreditCode', WHOLE),
    partyRepresentative: person('partyRepresentative'),
    partyPhone: person('partyPhone'),
    partyAddress: person('partyAddress'),
    actOn: day('actOn'),
    actEndedOn: day('actEndedOn'),
    discoveredOn: day('discoveredOn'),
    openedOn: day('openedOn'),
    servedOn: day('servedOn'),
    handledBy: [say.text('enforcement_case.handledBy', WHOLE)],
    recused: [say.text('enforcement_case.recused', WHOLE)],
  };
}

/** What a command needs, and no more: there are many of them. */
function bareCase(owner: Owner, saidBy: SaidBy, row: string): GivenRow {
  const day = '2020-01-02';
  return {
    caseNumber: null,
    organCreditCode: saidBy(PUBLISHERS.townshipB).creditCode('organization.creditCode', 'government'),
    organName: '示例机关',
    domain: null,
    cause: null,
    partyKind: 'ORGANIZATION',
    partyName: '示例公司',
    partyIdNumber: null,
    partyCreditCode: null,
    partyRepresentative: null,
    partyPhone: null,
    partyAddress: '示例地址',
    partyKey: '示例',
    actKey: `act of ${row} in ${owner.division}`,
    facts: '示例事实',
    place: '示例地点',
    actOn: day,
    actEndedOn: null,
    discoveredOn: day,
    openedOn: day,
    servedOn: day,
    handledBy: [],
    endReason: null,
    archiveNumber: null,
  };
}
