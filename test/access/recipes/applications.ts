import { ExerciseLevel, makeImplementationCode } from '@township-graph/shared/implementation-code';
import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { DEADLINE_COLUMNS, deadlineRow } from './deadlines';

type SaidBy = (owner: Owner) => Speech;

const AT = new Date('2020-01-02T00:00:00Z');

const applicationId = (say: Speech, row: string) => say.text('application.id', row);
const ratingId = (say: Speech, row: string) => say.text('application_rating.id', row);
const bundleId = (say: Speech) => say.text('service_bundle.id');
const jointId = (say: Speech, row: string) => say.text('bundle_application.id', row);

/** An application for each command that moves one, in a state from which it may. */
const APPLICATIONS: Readonly<Record<string, object>> = {
  sendApplication: { state: 'SAVED', acceptanceNumber: null },
  preReviewApplication: { state: 'SUBMITTED' },
  transferApplication: { state: 'SUBMITTED' },
  sendBackApplication: { state: 'SUBMITTED' },
  receiveApplication: { state: 'SUBMITTED' },
  requestCorrection: { state: 'RECEIVED' },
  supplementApplication: { state: 'CORRECTION' },
  receiveSupplement: { state: 'ACCEPTED', isTolerated: true },
  acceptApplication: { state: 'RECEIVED' },
  refuseApplication: { state: 'RECEIVED' },
  dismissApplication: { state: 'RECEIVED' },
  returnApplication: { state: 'RECEIVED' },
  forwardApplication: { state: 'ACCEPTED', handlerTier: 'TOWNSHIP', decidingTier: 'DEPARTMENT' },
  reviewApplication: { state: 'ACCEPTED' },
  suspendApplication: { state: 'REVIEWING' },
  resumeApplication: { state: 'SUSPENDED' },
  extendApplication: { state: 'REVIEWING', dueAt: null },
  decideApplication: { state: 'ACCEPTED' },
  completeApplication: { state: 'DECIDED' },
  deliverApplication: { state: 'COMPLETED' },
  withdrawApplication: { state: 'ACCEPTED' },
  terminateApplication: { state: 'REVIEWING' },
  archiveApplication: { state: 'DELIVERED' },
  rateApplication: { state: 'DELIVERED' },
  /** What the rest hangs on: denied, delivered and rated, and part of a joint application. */
  'of a bundle': { state: 'RATED', outcome: 'DENIED' },
};

const RATINGS: Readonly<Record<string, string>> = {
  addToRating: 'GIVEN',
  callBackRating: 'CALL_BACK',
  mendRating: 'MENDING',
  dismissRating: 'MENDING',
};

function applicationRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  if (owner.isPublic) return [];
  return Object.entries(APPLICATIONS).map(([row, given]) => {
    const person = (column: string) => saidBy(PERSONS).text(`application.${column}`, `${owner.mark} ${row}`);
    return {
      id: applicationId(say, row),
      divisionCode: owner.division,
      // What is moved to another place must be handled there.
      matterId: (row === 'transferApplication' ? saidBy(PUBLISHERS.townshipB) : say).text('matter.id', 'item'),
      implementationCode: makeImplementationCode({
        creditCode: say.creditCode('application.implementationCode', row),
        exerciseLevel: ExerciseLevel.TOWNSHIP,
        basicCode: say.code('application.implementationCode', row),
      }),
      matterKind: 'LICENSING',
      // One organ is known to all, so that something stands behind it.
      implementingCreditCode:
        row === 'of a bundle'
          ? saidBy(PUBLISHERS.townshipB).creditCode('organization.creditCode', 'government')
          : say.creditCode('application.implementingCreditCode', row),
      servicePointId: saidBy(PUBLISHERS.townshipB).text('service_point.id', 'hall'),
      bundleApplicationId: row === 'of a bundle' ? jointId(say, 'done') : null,
      channel: 'COMPUTER',
      handlingKind: 'PROMISED',
      villageRole: 'AGENT',
      handlerTier: owner.division.length === 12 ? 'VILLAGE' : 'TOWNSHIP',
      decidingTier: owner.division.length === 12 ? 'VILLAGE' : 'TOWNSHIP',
      version: 1,
      applicantKind: 'ENTERPRISE',
      applicantName: person('applicantName'),
      applicantIdNumber: person('applicantIdNumber'),
      applicantPhone: person('applicantPhone'),
      applicantAddress: person('applicantAddress'),
      agentName: person('agentName'),
      statutoryUnit: 'WORKDAY',
      promisedUnit: 'WORKDAY',
      openedOn: say.day('application.openedOn', row),
      // The five days to say what is missing run on: nobody has begun to count them.
      acceptedAt: AT,
      dueAt: AT,
      decidedAt: row === 'of a bundle' ? AT : null,
      outcome: null,
      corrections: 0,
      isTolerated: false,
      missingMaterials: [say.text('application.missingMaterials', row)],
      specialProcedure: 'HEARING',
      extensions: 0,
      deliveryMethod: 'MAIL',
      ratingGrade: row === 'of a bundle' ? 5 : null,
      ...given,
    };
  });
}

/** What has something due, one of each kind: the rows that recipes plant under these names. */
const DEADLINES: readonly (readonly [type: string, row: (say: Speech) => string])[] = [
  ['Application', (say) => applicationId(say, 'of a bundle')],
  ['Rating', (say) => ratingId(say, 'mendRating')],
  ['BundleApplication', (say) => jointId(say, 'done')],
  ['Delegation', (say) => say.text('delegation.id', 'own')],
  ['AdmissionRequest', (say) => say.text('admission_request.id', 'full')],
  ['DutyRefusal', (say) => say.text('duty_refusal.id', 'full')],
];

/** Something is due of everything; of applications also what was promised, whose light they are found by. */
function deadlineRows(owner: Owner, say: Speech): GivenRow[] {
  const due = deadlineRow(owner, say);
  // What is overdue cannot be extended any more.
  const promised = Object.keys(APPLICATIONS).filter((row) => row !== 'extendApplication');
  return [
    ...DEADLINES.map(([subjectType, row]) => due(subjectType, row(say))),
    ...promised.map((row) => due('Application', applicationId(say, row), { kind: 'PROMISED', metAt: null })),
  ];
}

export const APPLICATION_RECIPES: Recipes = {
  application: {
    kept: 'DIVISION',
    rows: applicationRows,
    plain: [
      ...['divisionCode', 'matterKind', 'servicePointId', 'channel', 'handlingKind', 'villageRole', 'handlerTier', 'decidingTier', 'state'],
      ...['applicantKind', 'statutoryUnit', 'promisedUnit', 'outcome', 'specialProcedure', 'deliveryMethod'],
    ],
    unseen: { implementationCode: 'the acceptance number begins with it' },
  },
  acceptance_serial: { kept: 'INTERNAL', because: 'numbers the others', rows: () => [] },
  application_rating: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : Object.entries(RATINGS).map(([row, state]) => ({
            id: ratingId(say, row),
            applicationId: row === 'mendRating' ? applicationId(say, 'of a bundle') : say.text('application_rating.applicationId', row),
            divisionCode: owner.division,
            grade: 5,
            followUpGrade: row === 'addToRating' ? null : 4,
            followUpAt: row === 'addToRating' ? null : AT,
            state,
            version: 1,
          })),
    plain: ['divisionCode', 'state'],
    unseen: { applicationId: 'the application says it' },
  },
  service_bundle: {
    kept: 'DIVISION',
    rows: (owner, say) => [
      {
        id: bundleId(say),
        divisionCode: owner.division,
        members: [
          {
            name: say.text('service_bundle.members', 'name'),
            department: say.text('service_bundle.members', 'department'),
            basicCode: owner.isPublic ? null : say.code('service_bundle.members'),
          },
        ],
        promisedUnit: 'WORKDAY',
        state: owner.isPublic ? 'PUBLISHED' : 'DRAFT',
      },
    ],
    plain: ['divisionCode', 'promisedUnit', 'state'],
  },
  bundle_application: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : ['open', 'done'].map((row) => ({
            id: jointId(say, row),
            bundleId: bundleId(saidBy(PUBLISHERS.county)),
            divisionCode: owner.division,
            state: row === 'open' ? 'IN_PROGRESS' : 'COMPLETED',
            outcome: row === 'open' ? null : 'PARTLY_GRANTED',
            version: 1,
          })),
    plain: ['bundleId', 'divisionCode', 'state', 'outcome'],
  },
  case_deadline: { rows: (owner, say) => (owner.isPublic ? [] : deadlineRows(owner, say)), ...DEADLINE_COLUMNS },
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};

const mover = (name: string, given: object = {}) => [
  name,
  (saidBy: SaidBy) => ({ applicationId: applicationId(saidBy(HIDDEN.townshipB), name), expectedVersion: 1, ...given }),
];
const REASON = { reason: '示例理由' };

const GIVEN: Readonly<Record<string, object>> = {
  sendBackApplication: REASON,
  refuseApplication: REASON,
  dismissApplication: REASON,
  returnApplication: REASON,
  terminateApplication: { ...REASON, legalBasis: '示例依据' },
  requestCorrection: { missingMaterials: ['示例材料'] },
  suspendApplication: { procedure: 'EXPERT_REVIEW', expectedUntil: '2099-12-31' },
  extendApplication: { ...REASON, workdays: 5, approvedBy: '示例负责人' },
  decideApplication: { outcome: 'GRANTED' },
  deliverApplication: { method: 'PICK_UP' },
  rateApplication: { grade: 4 },
};

const APPLICANT = { kind: 'NATURAL_PERSON', name: '示例甲' };

export const APPLICATION_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  ...Object.fromEntries(
    Object.keys(APPLICATIONS)
      .filter((name) => name !== 'of a bundle' && name !== 'transferApplication' && name !== 'receiveSupplement')
      .map((name) => mover(name, GIVEN[name])),
  ),
  transferApplication: (saidBy) => ({
    applicationId: applicationId(saidBy(HIDDEN.townshipB), 'transferApplication'),
    expectedVersion: 1,
    servicePointId: saidBy(PUBLISHERS.townshipB).text('service_point.id', 'hall'),
  }),
  receiveSupplement: (saidBy) => {
    const say = saidBy(HIDDEN.townshipB);
    const materials = [say.text('application.missingMaterials', 'receiveSupplement')];
    return { applicationId: applicationId(say, 'receiveSupplement'), expectedVersion: 1, materials };
  },
  submitApplication: (saidBy) => ({
    matterId: saidBy(PUBLISHERS.townshipB).text('matter.id', 'item'),
    divisionCode: TOWNSHIP_B,
    channel: 'WINDOW',
    applicant: APPLICANT,
  }),
  submitBundleApplication: (saidBy) => ({
    bundleId: bundleId(saidBy(PUBLISHERS.county)),
    divisionCode: TOWNSHIP_B,
    channel: 'WINDOW',
    applicant: APPLICANT,
  }),
  withdrawBundleApplication: (saidBy) => ({ bundleApplicationId: jointId(saidBy(HIDDEN.townshipB), 'open'), expectedVersion: 1 }),
  addToRating: (saidBy) => ({ ratingId: ratingId(saidBy(HIDDEN.townshipB), 'addToRating'), expectedVersion: 1, grade: 1 }),
  ...Object.fromEntries(
    ['callBackRating', 'mendRating', 'dismissRating'].map((name) => [
      name,
      (saidBy: SaidBy) => ({ ratingId: ratingId(saidBy(HIDDEN.townshipB), name), expectedVersion: 1, note: '示例说明' }),
    ]),
  ),
};
