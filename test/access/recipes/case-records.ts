import { addDays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { Speech } from '../canaries';
import { type Owner, PERSONS } from '../owners';
import type { Recipe, Recipes } from '../recipe';
import { caseId, caseRows, recordId, rowsFor, WHOLE } from './cases';
import { officerId } from './enforcement-ids';

type SaidBy = (owner: Owner) => Speech;

/** Of the decision whose publication a command withdraws. */
export const WITHDRAWN_NUMBER = '示例罚决字〔2020〕1号';

const AT = new Date('2020-01-02T00:00:00Z');
const LATER = new Date('2999-01-02T00:00:00Z');
const TODAY = dayOf(new Date());

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
const DUE: Readonly<Record<string, string>> = {
  recordPayment: addDays(TODAY, 9),
  extendPayment: addDays(TODAY, 9),
  agreeExecution: addDays(TODAY, -1),
};

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
        'redoGround',
      ],
      ...['statement', 'hearing', 'outcome', 'partyName', 'partyIdNumber', 'partyRepresentative', 'partyPhone', 'partyAddress'],
    ],
    unseen: {
      receivingCreditCode: 'who received it, by which it is answered',
      partyKey: 'who it is, for comparison alone',
      actKey: 'which act it is, for comparison alone',
      handledBy: 'accounts, for the separation of functions alone',
      recused: 'accounts, for who takes no step alone',
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
  case_recusal: recordsOf(
    'case_recusal',
    ['decideRecusal'],
    (row, say) => ({
      officerId: officerId(say, 'one'),
      applicant: 'PARTY',
      ground: 'DIRECT_INTEREST',
      ...(row === WHOLE ? { isGranted: true } : { isGranted: null, decidedAt: null, decisionReason: null }),
    }),
    { plain: ['applicant', 'ground'] },
  ),
  case_evidence: recordsOf(
    'case_evidence',
    ['verifyEvidence', 'reviewMonitoringRecord', 'excludeEvidence'],
    (row, say) => ({
      kind: 'DOCUMENT',
      collectedOn: say.day('case_evidence.collectedOn', row),
      isVerified: row === WHOLE,
      isFromMonitoring: row === WHOLE || row === 'reviewMonitoringRecord',
      partyToldOn: row === WHOLE ? say.day('case_evidence.partyToldOn', row) : null,
      exclusion: row === WHOLE ? 'ILLEGAL_MEANS' : null,
      ...(row !== WHOLE && { isMonitoringCompliant: null, excludedAt: null }),
    }),
    { plain: ['kind', 'exclusion'] },
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
    [
      ...['revokeDecision', 'serveDecision', 'agreeExecution', 'remindParty', 'applyToCourt', 'concludeRemedy'],
      ...['publishDecision', 'withholdPublication', 'withdrawPublication'],
    ],
    (row, say) => ({
      ...(row === 'withdrawPublication' && { documentNumber: WITHDRAWN_NUMBER }),
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
    [
      ...['recordPayment', 'handInCash', 'remitCash', 'extendPayment', 'agreeExecution', 'resumeEnforcement'],
      ...['remindParty', 'applyToCourt', 'recordCourtResult'],
    ],
    (row, say) => ({
      fineFen: 10_000,
      gainsFen: 0,
      instalments: [{ dueOn: DUE[row] ?? say.day('fine_collection.instalments', row), fen: 10_000 }],
      paid: [],
      lateFinePaidFen: 0,
      gainsPaidFen: 0,
      waivedFen: 0,
      pauses: [],
      hardship: row === WHOLE ? say.text('fine_collection.hardship', row) : null,
      remindedOn: row === 'applyToCourt' ? addDays(TODAY, -30) : say.day('fine_collection.remindedOn', row),
      courtResult: row === WHOLE ? 'ENFORCED' : null,
      ...(row === 'agreeExecution' && { courtAppliedAt: null }),
    }),
    { plain: ['paid', 'pauses', 'courtResult'] },
  ),
  execution_agreement: recordsOf(
    'execution_agreement',
    ['resumeEnforcement'],
    (row, say) => ({
      collectionId: recordId(say, 'fine_collection', row),
      stages: [{ dueOn: row === WHOLE ? say.day('execution_agreement.stages', row) : addDays(TODAY, -9), fen: 10_000 }],
      waivedFen: 0,
      brokenOn: row === WHOLE ? say.day('execution_agreement.brokenOn', row) : null,
      signedOn: say.day('execution_agreement.signedOn', row),
    }),
    { unseen: { collectionId: 'what it is about, which the case shows' } },
  ),
  fine_payment: recordsOf(
    'fine_payment',
    ['handInCash', 'remitCash'],
    (row, say) => ({
      purpose: 'FINE',
      paidOn: say.day('fine_payment.paidOn', row),
      channel: 'CASH',
      cashGround: 'SMALL',
      handedInOn: row === 'handInCash' ? null : say.day('fine_payment.handedInOn', row),
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
  jurisdiction_dispute: recordsOf('jurisdiction_dispute', [], (row, say) => ({
    otherCreditCode: say.creditCode('jurisdiction_dispute.otherCreditCode', row),
    superiorCreditCode: say.creditCode('jurisdiction_dispute.superiorCreditCode', row),
    designatedCreditCode: say.creditCode('jurisdiction_dispute.designatedCreditCode', row),
  })),
  case_remedy: recordsOf(
    'case_remedy',
    ['concludeRemedy'],
    (row, say) => ({
      kind: 'REVIEW',
      filedOn: say.day('case_remedy.filedOn', row),
      outcome: row === WHOLE ? 'UPHELD' : null,
      concludedOn: row === WHOLE ? say.day('case_remedy.concludedOn', row) : null,
      redoGround: row === WHOLE ? 'EVIDENCE' : null,
      redoUntil: row === WHOLE ? say.day('case_remedy.redoUntil', row) : null,
    }),
    { plain: ['kind', 'outcome', 'redoGround'], unseen: { evidence: 'a number, for comparison alone' } },
  ),
  case_restitution: recordsOf(
    'case_restitution',
    ['performRestitution'],
    (row, say) => ({
      kind: row === WHOLE ? 'THINGS' : 'MONEY',
      sourceId: recordId(say, 'fine_collection', row),
      cause: 'REVOKED',
      since: row === WHOLE ? say.day('case_restitution.since', row) : '2020-01-02',
      fen: 10_000,
      things: [{ name: say.text('case_restitution.things', row), quantity: 1 }],
      given:
        row === WHOLE
          ? [
              {
                on: say.day('case_restitution.since', row),
                manner: 'COMPENSATION',
                fen: 100,
                voucher: say.text('case_restitution.given', row),
              },
            ]
          : [],
      completedOn: row === WHOLE ? say.day('case_restitution.completedOn', row) : null,
    }),
    { plain: ['kind', 'cause'], unseen: { sourceId: 'what took it, which the case shows' } },
  ),
  case_return_visit: recordsOf('case_return_visit', [], () => ({ respondent: 'PARTY', grade: 2 }), { plain: ['respondent', 'grade'] }),
  fined_act: { kept: 'INTERNAL', because: 'says only that an act was fined', rows: () => [] },
};
