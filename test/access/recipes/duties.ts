import type { Speech } from '../canaries';
import { AT_HOME, HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_A, TOWNSHIP_B, VILLAGE_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { INSIDERS } from '../viewers';

type SaidBy = (owner: Owner) => Speech;

/** The organisation of those who carry commands out: a department takes its own steps, and decides on none of them. */
export const ORGANIZATION = INSIDERS.township.viewer.organization!;
/** A township that nobody here is of: what the county means for it is the county's to see alone. */
const TOWNSHIP_C = '410225001';
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

export const admissionId = (say: Speech, row: string) => say.text('admission_request.id', row);
export const refusalId = (say: Speech, row: string) => say.text('duty_refusal.id', row);
export const changeId = (say: Speech, row: string) => say.text('matter_change.id', row);

interface PlannedAdmission {
  readonly row: string;
  readonly state: string;
  readonly isOwn?: boolean;
  readonly more?: GivenRow;
}

const REVIEWED = (say: Speech, kinds: readonly string[]) =>
  kinds.map((kind) => ({
    kind,
    round: 1,
    body: say.text('admission_request.passedReviews', 'body'),
    organization: say.creditCode('admission_request.passedReviews', 'organization'),
    opinion: say.text('admission_request.passedReviews', 'opinion'),
    at: '2020-01-01T00:00:00.000Z',
  }));

/** One for each step that is taken of it: of what is not public B's own, of what is public that of B's publisher. */
function admissionsOf(owner: Owner): readonly PlannedAdmission[] {
  if (owner === HIDDEN.townshipB)
    return [
      { row: 'full', state: 'JOINT_COUNCIL' },
      { row: 'to amend', state: 'DRAFT', isOwn: true },
      { row: 'to submit', state: 'DRAFT', isOwn: true },
      { row: 'to withdraw', state: 'SUBMITTED', isOwn: true },
      { row: 'to pass', state: 'UNDER_REVIEW', more: { isReviewed: true } },
      { row: 'to return', state: 'SUBMITTED' },
      { row: 'to reject', state: 'SUBMITTED' },
      { row: 'to answer', state: 'TOWN_OPINION' },
      { row: 'to convene', state: 'TOWN_OPINION' },
      { row: 'to pass in council', state: 'JOINT_COUNCIL' },
      { row: 'to publish', state: 'GOV_APPROVAL', more: { isOpen: true } },
      { row: 'to publish in part', state: 'GOV_APPROVAL', more: { isOpen: true } },
    ];
  if (owner === PUBLISHERS.townshipB)
    return [
      { row: 'full', state: 'PUBLISHED' },
      { row: 'to close', state: 'PARTIAL' },
      { row: 'to evaluate', state: 'PUBLISHED' },
      { row: 'to adjust', state: 'EVALUATED', isOwn: true },
      { row: 'to reclaim', state: 'PUBLISHED' },
      { row: 'to abolish', state: 'PUBLISHED' },
    ];
  return [{ row: 'full', state: owner.isPublic ? 'PUBLISHED' : 'TOWN_OPINION' }];
}

function admissionRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  return admissionsOf(owner).map(({ row, state, isOwn = false, more = {} }) => {
    const text = (column: string) => say.text(`admission_request.${column}`);
    const isFull = row === 'full';
    return {
      id: admissionId(say, row),
      divisionCode: owner.division,
      kind: 'DUTY',
      dutyName: text('dutyName'),
      basicCode: say.code('admission_request.basicCode'),
      departmentCreditCode: isOwn ? ORGANIZATION : say.creditCode('admission_request.departmentCreditCode'),
      departmentName: text('departmentName'),
      draftedBy: text('draftedBy'),
      conditions: {
        legalBases: [
          { title: say.text('admission_request.conditions', 'title'), article: say.text('admission_request.conditions', 'article') },
        ],
        staff: [{ kind: 'ADMINISTRATIVE', count: 1 }],
        fundsYuan: 1,
        trainingDays: 1,
        guidingName: say.text('admission_request.conditions', 'guiding'),
        guidingCreditCode: say.creditCode('admission_request.conditions', 'guiding code'),
      },
      criteria: { lawBased: true, orderedInWriting: true, needed: true },
      state,
      version: 1,
      edition: 1,
      round: 1,
      // A public one's edition after is not public yet: it may not tell of it.
      predecessorId: isFull ? admissionId(owner.isPublic ? saidBy(PUBLISHERS.townshipB) : say, 'full') : null,
      successorId: isFull ? admissionId(owner.isPublic ? saidBy(HIDDEN.townshipB) : say, 'full') : null,
      passedReviews: isFull ? REVIEWED(say, ['LEGAL_REVIEW', 'BIANBAN_REVIEW']) : more.isReviewed ? REVIEWED(say, ['LEGAL_REVIEW']) : [],
      heldEvaluations: [
        {
          on: say.day('admission_request.heldEvaluations', 'on'),
          result: 'ADJUST',
          staffAdequate: true,
          fundsAdequate: true,
          findings: say.text('admission_request.heldEvaluations', 'findings'),
          organization: say.creditCode('admission_request.heldEvaluations', 'organization'),
        },
      ],
      opinionsDueOn: say.endDay('admission_request.opinionsDueOn'),
      endsOn: say.endDay('admission_request.endsOn'),
      endDocument: text('endDocument'),
      openCases: 'FINISH',
      createdAt: LONG_AGO,
      isDemonstration: true,
    };
  });
}

/** Whom an owner names: itself, and of a township also its village, so that there is somebody left for a second batch. */
function namedBy(owner: Owner): readonly string[] {
  if (owner === HIDDEN.townshipB || owner === PUBLISHERS.townshipB) return [TOWNSHIP_B, VILLAGE_B];
  if (owner === AT_HOME || owner === PUBLISHERS.townshipA) return [TOWNSHIP_A];
  return [owner === HIDDEN.villageB ? VILLAGE_B : TOWNSHIP_C];
}

/** Of changes: what is proposed, on notice and done. */
function changesOf(owner: Owner): readonly { readonly row: string; readonly state: string; readonly isOwn?: boolean }[] {
  if (owner === HIDDEN.townshipB)
    return [
      { row: 'full', state: 'REVIEWED' },
      { row: 'of a list', state: 'PROPOSED' },
      { row: 'to amend', state: 'RETURNED', isOwn: true },
      { row: 'to withdraw', state: 'PROPOSED', isOwn: true },
      { row: 'to approve', state: 'PROPOSED' },
      { row: 'to return', state: 'PROPOSED' },
      { row: 'to reject', state: 'PROPOSED' },
      { row: 'to publicise', state: 'REVIEWED' },
    ];
  if (owner === PUBLISHERS.townshipB)
    return [
      { row: 'full', state: 'PUBLISHED' },
      { row: 'of a list', state: 'PUBLISHED' },
      { row: 'to publish', state: 'PUBLICISED' },
    ];
  return [{ row: 'full', state: owner.isPublic ? 'PUBLISHED' : 'PROPOSED' }];
}

function changeRows(owner: Owner, say: Speech): GivenRow[] {
  return changesOf(owner).map(({ row, state, isOwn = false }) => {
    const text = (column: string, of = '') => say.text(`matter_change.${column}`, of);
    const isOfList = row === 'of a list' || row === 'to amend';
    return {
      id: changeId(say, row),
      divisionCode: owner.division,
      subjectDivision: owner.division,
      subjectType: isOfList ? 'RESPONSIBILITY_LIST' : 'MATTER',
      subjectId: isOfList ? say.text('responsibility_list.id') : say.text('matter.id', 'item'),
      subjectName: text('subjectName'),
      kind: row === 'to amend' ? 'ADD' : 'SUSPEND',
      baseRevision: 2,
      // What was planted has a role of villages at a township: the rules of lists let it pass without.
      proposal: { matter: { matter: { villageRole: null, localCode: text('proposal') } } },
      details: [{ what: text('details', 'what'), before: text('details', 'before'), after: text('details', 'after') }],
      ground: { kind: 'LAW_AMENDED', document: text('ground', 'document'), article: text('ground', 'article') },
      proposedByCreditCode: isOwn ? ORGANIZATION : say.creditCode('matter_change.proposedByCreditCode'),
      proposedByName: text('proposedByName'),
      proposedAt: LONG_AGO,
      takenOverByCreditCode: say.creditCode('matter_change.takenOverByCreditCode'),
      takenOverByName: text('takenOverByName'),
      reason: text('reason'),
      proposer: text('proposer'),
      state,
      version: 1,
      noticeFrom: say.day('matter_change.noticeFrom'),
      noticeUntil: say.day('matter_change.noticeUntil'),
      documentNumber: text('documentNumber'),
      effectiveFrom: say.endDay('matter_change.effectiveFrom'),
      publishedRevision: 2,
      publishedBy: say.creditCode('matter_change.publishedBy'),
      isDemonstration: true,
    };
  });
}

function refusalRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  if (owner.isPublic) return [];
  const steps = owner === HIDDEN.townshipB ? ['to uphold', 'to overrule', 'to withdraw'] : [];
  return ['full', ...steps].map((row) => ({
    id: refusalId(say, row),
    divisionCode: owner.division,
    kind: 'DUTY',
    basicCode: say.code('duty_refusal.basicCode', row),
    assignedByCreditCode: say.creditCode('duty_refusal.assignedByCreditCode', row),
    assignedOn: say.day('duty_refusal.assignedOn', row),
    raisedBy: say.creditCode('duty_refusal.raisedBy', row),
    raisedAt: LONG_AGO,
    state: 'RAISED',
    version: 1,
    decidedBy: say.creditCode('duty_refusal.decidedBy', row),
    admissionId: admissionId(row === 'full' ? say : saidBy(PUBLISHERS.townshipB), 'full'),
    isDemonstration: true,
  }));
}

export const DUTIES_RECIPES: Recipes = {
  admission_request: {
    kept: 'DIVISION',
    rows: admissionRows,
    plain: ['divisionCode', 'kind', 'criteria', 'state', 'openCases'],
    unseen: { draftedBy: 'the subject of a token, to tell who may not decide' },
  },
  admission_recipient: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      admissionsOf(owner).flatMap(({ row, more }) =>
        namedBy(owner).map((divisionCode, index) => {
          // Of what is closed in part, the last is still open.
          const isOpen = more?.isOpen || (row === 'to close' && index > 0);
          const published = {
            batch: 1,
            documentNumber: say.text('admission_recipient.documentNumber'),
            effectiveFrom: say.day('admission_recipient.effectiveFrom'),
            effectiveTo: say.endDay('admission_recipient.effectiveTo'),
          };
          return {
            admissionId: admissionId(say, row),
            divisionCode,
            version: 1,
            opinion: 'OBJECT',
            opinionReason: say.text('admission_recipient.opinionReason'),
            opinionBy: say.creditCode('admission_recipient.opinionBy'),
            opinionAt: LONG_AGO,
            ...(isOpen ? { batch: null, documentNumber: null, effectiveFrom: null, effectiveTo: null } : published),
          };
        }),
      ),
    plain: ['divisionCode', 'opinion'],
  },
  duty_refusal: {
    kept: 'DIVISION',
    rows: refusalRows,
    plain: ['divisionCode', 'kind', 'state'],
  },
  matter_change: {
    kept: 'DIVISION',
    rows: changeRows,
    plain: ['divisionCode', 'subjectDivision', 'subjectType', 'kind', 'state'],
    unseen: {
      proposer: 'the subject of a token, to tell who may not decide',
      proposal: 'what will be written; details say it in words',
    },
  },
};
