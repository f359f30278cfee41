import { addDays, addMonths } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS } from '../owners';
import type { GivenRow, Recipe, Recipes } from '../recipe';
import { deadlineRow } from './deadlines';
import { CASE_POWER, grantId, officerId, powerId } from './enforcement-ids';

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
  [WHOLE]: { state: 'EXECUTING', isGraveHarm: true },
  checkClue: { state: 'CLUE', ...undecided },
  dismissClue: { state: 'PRE_CHECK', ...undecided },
  assignCaseOfficers: { state: 'FILED', ...undecided },
  recordInvestigation: { state: 'FILED', ...undecided },
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
  remitCash: { state: 'EXECUTING', openRemittances: 1 },
  extendPayment: { state: 'EXECUTING' },
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
const rowsFor = (owner: Owner, row: string) => row === WHOLE || owner === HIDDEN.townshipB;

function caseRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
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
      verifiedEvidence: 1,
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
      outcome: 'PENALTY',
      decidedAt: AT,
      isReported: true,
      isPaidUp: null,
      isExecutionEnded: false,
      openRemedies: 0,
      openRemittances: 0,
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

type Fill = (row: string, say: Speech, saidBy: SaidBy, owner: Owner) => object;

/** A record of the whole case, and one of each case whose command asks for it. */
const recordsOf = (table: string, commands: readonly string[], fill: Fill, more: Partial<Recipe> = {}): Recipe => ({
  kept: 'DIVISION',
  rows: (owner, say, saidBy) =>
    owner.isPublic
      ? []
      : [WHOLE, ...commands]
          .filter((row) => rowsFor(owner, row))
          .map((row) => ({
            id: recordId(say, table, row),
            caseId: caseId(say, row),
            divisionCode: owner.division,
            ...fill(row, say, saidBy, owner),
          })),
  ...more,
  plain: ['divisionCode', ...(more.plain ?? [])],
});

const FINE = [{ kind: 'FINE', fen: 10_000, days: null, object: null }];
const penaltiesOf = (table: string, row: string, say: Speech) =>
  row === WHOLE ? [{ ...FINE[0], days: 3, object: say.text(table, row) }] : FINE;

const TRANSFER_STATES: Readonly<Record<string, string>> = {
  decideTransfer: 'PROPOSED',
  handOverTransfer: 'APPROVED',
  answerTransfer: 'HANDED_OVER',
};

/** When the fine is due, as each command needs it. */
const DUE: Readonly<Record<string, string>> = { recordPayment: addDays(TODAY, 9), extendPayment: addDays(TODAY, 9) };

export const CASE_RECIPES: Recipes = {
  enforcement_case: {
    kept: 'DIVISION',
    rows: caseRows,
    plain: [
      ...[
        'divisionCode',
        'receivingDivisionCode',
        'procedure',
        'source',
        'powerId',
        'grantId',
        'grantMode',
        'partyKind',
        'harm',
        'state',
        'reviewGrounds',
      ],
      ...['statement', 'hearing', 'outcome', 'partyName', 'partyIdNumber', 'partyRepresentative', 'partyPhone', 'partyAddress'],
    ],
    unseen: {
      receivingCreditCode: 'who received it, by which it is answered',
      partyKey: 'who it is, for comparison alone',
      actKey: 'which act it is, for comparison alone',
      handledBy: 'accounts, for the separation of functions alone',
    },
  },
  case_officer: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [WHOLE, 'recordInvestigation', 'preserveEvidence', 'seizeProperty']
            .filter((row) => rowsFor(owner, row))
            .flatMap((row) =>
              ['one', 'two'].map((officer) => ({
                id: recordId(say, 'case_officer', `${row} ${officer}`),
                caseId: caseId(say, row),
                divisionCode: owner.division,
                officerId: officerId(say, officer),
                caseFunction: 'INVESTIGATOR',
                until: row === WHOLE && officer === 'two' ? AT : null,
              })),
            ),
    plain: ['divisionCode', 'caseFunction'],
  },
  case_evidence: recordsOf(
    'case_evidence',
    [],
    (row, say) => ({ kind: 'DOCUMENT', collectedOn: say.day('case_evidence.collectedOn', row) }),
    {
      plain: ['kind'],
    },
  ),
  case_measure: recordsOf(
    'case_measure',
    ['approveMeasure', 'extendSeizure', 'resolveMeasure'],
    (row, say) => ({
      kind: 'SEIZURE',
      things: [{ name: say.text('case_measure.things', row), quantity: 1 }],
      dueAt: LATER,
      isExtended: false,
      approval: row === 'approveMeasure' ? 'PENDING' : 'BEFORE',
      ...(row === WHOLE ? { outcome: 'RETURNED' } : { outcome: null, endedAt: null }),
    }),
    { plain: ['kind', 'outcome', 'approval'] },
  ),
  correction_order: recordsOf('correction_order', ['checkCorrection'], (row, say) => ({
    dueOn: say.day('correction_order.dueOn', row),
    ...(row !== WHOLE && { checkedAt: null, isCorrected: null, finding: null }),
  })),
  legal_review: recordsOf('legal_review', [], (_, say) => ({ reviewerId: officerId(say, 'reviewer'), result: 'PASSED' }), {
    plain: ['result'],
  }),
  prior_notice: recordsOf('prior_notice', ['decideCase'], (row, say) => ({ proposed: penaltiesOf('prior_notice.proposed', row, say) })),
  party_statement: recordsOf('party_statement', [], () => ({})),
  case_hearing: recordsOf('case_hearing', ['scheduleHearing', 'holdHearing'], (_, say) => ({
    hostId: officerId(say, 'reviewer'),
    heldAt: AT,
  })),
  case_deliberation: recordsOf(
    'case_deliberation',
    [],
    (row, _say, saidBy, owner) => ({
      participants: [saidBy(PERSONS).text('case_deliberation.participants', `${owner.mark} ${row}`)],
    }),
    { plain: ['participants'] },
  ),
  case_decision: recordsOf(
    'case_decision',
    ['revokeDecision', 'serveDecision', 'concludeRemedy', 'publishDecision', 'withholdPublication', 'withdrawPublication'],
    (row, say) => ({
      revocation: row === WHOLE ? say.text('case_decision.revocation', row) : null,
      outcome: 'PENALTY',
      decided: penaltiesOf('case_decision.decided', row, say),
      fineFen: 10_000,
      ground: row === WHOLE ? 'NO_FAULT' : null,
      organCreditCode: say.creditCode('case_decision.organCreditCode', row),
      decidedOn: say.day('case_decision.decidedOn', row),
      serviceMethod: 'DIRECT',
      servedOn: say.day('case_decision.servedOn', row),
    }),
    { plain: ['outcome', 'ground', 'serviceMethod'] },
  ),
  fine_collection: recordsOf(
    'fine_collection',
    ['recordPayment', 'remitCash', 'extendPayment', 'remindParty', 'applyToCourt', 'recordCourtResult'],
    (row, say) => ({
      fineFen: 10_000,
      gainsFen: 0,
      instalments: [{ dueOn: DUE[row] ?? say.day('fine_collection.instalments', row), fen: 10_000 }],
      paid: [],
      lateFinePaidFen: 0,
      gainsPaidFen: 0,
      pauses: [],
      hardship: row === WHOLE ? say.text('fine_collection.hardship', row) : null,
      remindedOn: row === 'applyToCourt' ? addDays(TODAY, -30) : say.day('fine_collection.remindedOn', row),
      courtResult: row === WHOLE ? 'ENFORCED' : null,
    }),
    { plain: ['paid', 'pauses', 'courtResult'] },
  ),
  fine_payment: recordsOf(
    'fine_payment',
    ['remitCash'],
    (row, say) => ({
      purpose: 'FINE',
      paidOn: say.day('fine_payment.paidOn', row),
      channel: 'CASH',
      cashGround: 'SMALL',
      remittedOn: row === WHOLE ? say.day('fine_payment.remittedOn', row) : null,
    }),
    { plain: ['purpose', 'channel', 'cashGround'] },
  ),
  case_transfer: recordsOf(
    'case_transfer',
    Object.keys(TRANSFER_STATES),
    (row, say, _saidBy, owner) => ({
      kind: 'JURISDICTION',
      state: TRANSFER_STATES[row] ?? 'DENIED',
      recipientDivisionCode: row === WHOLE ? owner.division : null,
      recipientCreditCode: row === WHOLE ? say.creditCode('case_transfer.recipientCreditCode', row) : null,
    }),
    { plain: ['kind', 'state', 'recipientDivisionCode'] },
  ),
  case_remedy: recordsOf(
    'case_remedy',
    ['concludeRemedy'],
    (row, say) => ({
      kind: 'REVIEW',
      filedOn: say.day('case_remedy.filedOn', row),
      outcome: row === WHOLE ? 'UPHELD' : null,
      concludedOn: row === WHOLE ? say.day('case_remedy.concludedOn', row) : null,
    }),
    { plain: ['kind', 'outcome'] },
  ),
  case_return_visit: recordsOf('case_return_visit', [], () => ({ respondent: 'PARTY', grade: 2 }), { plain: ['respondent', 'grade'] }),
  fined_act: { kept: 'INTERNAL', because: 'says only that an act was fined', rows: () => [] },
};
