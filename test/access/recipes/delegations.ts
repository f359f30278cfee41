import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_A, TOWNSHIP_B } from '../owners';
import type { Recipes } from '../recipe';

type SaidBy = (owner: Owner) => Speech;

const governmentOf = (say: Speech) => say.creditCode('organization.creditCode', 'government');
const itemOf = (say: Speech) => say.text('matter.id', 'item');
const delegationId = (say: Speech, row: string) => say.text('delegation.id', row);

/** A township that has none of the planted delegations. */
const TOWNSHIP_C = '410225001';
/** After today, before the end of whatever is planted. */
const LATER = '2100-01-01';

interface PlannedDelegation {
  readonly row: string;
  readonly matterId: string;
  /** Whether somebody is to act on it: then nothing has ended it yet. */
  readonly isOpen?: boolean;
}

/** What the county's manager takes a step on, each a delegation of its own. */
const PUBLISHED_STEPS = ['extend', 'renew', 'evaluate', 'reclaim', 'end'];
const DRAFT_STEPS = ['publish', 'withdraw'];

/** Of an owner's own matter; in draft also of what another published, and published of what others have in draft. */
function delegationsOf(owner: Owner, say: Speech, saidBy: SaidBy): PlannedDelegation[] {
  const own = { row: 'own', matterId: itemOf(say) };
  const ready = (row: string) => ({ row, matterId: itemOf(saidBy(PUBLISHERS.county)), isOpen: true });
  if (owner === HIDDEN.county) return [own, ofPublic(saidBy), ...DRAFT_STEPS.map(ready)];
  if (!owner.isPublic) return [own, ofPublic(saidBy)];
  if (owner !== PUBLISHERS.county) return [own];
  return [own, { row: 'of hidden', matterId: itemOf(saidBy(HIDDEN.townshipB)) }, ...PUBLISHED_STEPS.map(ready)];
}

const ofPublic = (saidBy: SaidBy) => ({ row: 'of public', matterId: itemOf(saidBy(PUBLISHERS.townshipA)) });

export const DELEGATION_RECIPES: Recipes = {
  delegation: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      delegationsOf(owner, say, saidBy).map(({ row, matterId, isOpen = false }) => ({
        id: delegationId(say, row),
        divisionCode: owner.division,
        mode: 'ENTRUST',
        basicCode: say.code('delegation.basicCode', row),
        matterId,
        delegatingCreditCode: owner.isPublic ? governmentOf(say) : say.creditCode('delegation.delegatingCreditCode', row),
        agreementSignedOn: say.day('delegation.agreementSignedOn', row),
        agreementValidTo: say.endDay('delegation.agreementValidTo', row),
        publishedOn: say.day('delegation.publishedOn', row),
        effectiveFrom: say.day('delegation.effectiveFrom', row),
        effectiveTo: say.endDay('delegation.effectiveTo', row),
        reclaimedOn: isOpen ? null : say.endDay('delegation.reclaimedOn', row),
        openApplications: 'HAND_BACK',
        handedBackOn: say.day('delegation.handedBackOn', row),
        evaluatedOn: say.day('delegation.evaluatedOn', row),
        evaluationOutcome: 'KEEP',
        state: owner.isPublic ? 'PUBLISHED' : 'DRAFT',
        version: 1,
        // What nothing has ended says nothing of its end.
        ...(isOpen ? { reclaimLegalBasis: null, reclaimNumber: null } : {}),
      })),
    plain: ['divisionCode', 'mode', 'state', 'openApplications', 'evaluationOutcome'],
    unseen: { handedBackOn: 'tells the job that hands over that it has done so' },
  },
  delegation_recipient: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      delegationsOf(owner, say, saidBy).flatMap(({ row }) =>
        [TOWNSHIP_A, TOWNSHIP_B].map((divisionCode) => ({
          delegationId: delegationId(say, row),
          divisionCode,
          organizationCreditCode: owner.isPublic
            ? governmentOf(saidBy(PUBLISHERS.townshipA))
            : say.creditCode('delegation_recipient.organizationCreditCode', `${row} ${divisionCode}`),
        })),
      ),
    plain: ['divisionCode'],
  },
  delegation_matter: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      delegationsOf(owner, say, saidBy).map(({ row, matterId }) => ({ delegationId: delegationId(say, row), matterId })),
  },
  delegation_closed_site: {
    kept: 'INTERNAL',
    because: 'what a reclaim gives back; it is seen where it is given',
    rows: ({ division }) => [{ divisionCode: division, villageRole: 'AGENT' }],
  },
  timeline_entry: {
    kept: 'DIVISION',
    // A course is told with the scope, also of what is published.
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : [
            {
              subjectType: 'Delegation',
              subjectId: delegationId(say, 'own'),
              divisionCode: owner.division,
              actor: saidBy(PERSONS).text('timeline_entry.actor', owner.mark),
              organization: say.creditCode('timeline_entry.organization'),
            },
          ],
    plain: ['subjectType', 'divisionCode', 'actor'],
  },
  delegation_turn: { kept: 'INTERNAL', because: 'rows to hold, not to read', rows: () => [{}] },
};

/** The county's commands on its delegations: nobody beside or below it may. */
export const DELEGATION_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  grantDelegation: (saidBy) => ({
    ...newDelegation(saidBy),
    matterId: itemOf(saidBy(PUBLISHERS.county)),
    mode: 'STATIONED',
  }),
  addDelegationRecipients: (saidBy) => ({
    ...newDelegation(saidBy),
    ...stepOn(saidBy, PUBLISHERS.county, 'extend'),
    agreement: agreementUntil('2101-01-01'),
    effectiveTo: '2101-01-01',
  }),
  publishDelegation: (saidBy) => ({
    ...stepOn(saidBy, HIDDEN.county, 'publish'),
    documentNumber: '示例政〔2100〕1号',
    effectiveFrom: LATER,
  }),
  withdrawDelegation: (saidBy) => stepOn(saidBy, HIDDEN.county, 'withdraw'),
  renewAgreement: (saidBy) => ({ ...stepOn(saidBy, PUBLISHERS.county, 'renew'), agreement: agreementUntil('2999-01-01') }),
  evaluateDelegation: (saidBy) => ({ ...stepOn(saidBy, PUBLISHERS.county, 'evaluate'), outcome: 'KEEP' }),
  reclaimDelegation: (saidBy) => ({
    ...stepOn(saidBy, PUBLISHERS.county, 'reclaim'),
    effectiveOn: LATER,
    legalBasis: '示例决定',
    documentNumber: '示例政〔2100〕2号',
    openApplications: 'HAND_BACK',
  }),
  endDelegation: (saidBy) => ({ ...stepOn(saidBy, PUBLISHERS.county, 'end'), effectiveOn: LATER, openApplications: 'HAND_BACK' }),
};

const stepOn = (saidBy: SaidBy, owner: Owner, row: string) => ({ id: delegationId(saidBy(owner), row), expectedVersion: 1 });

const agreementUntil = (validTo: string) => ({ number: '示例委〔2020〕1号', signedOn: '2020-01-01', validTo });

const newDelegation = (saidBy: SaidBy) => ({
  recipients: [
    {
      divisionCode: TOWNSHIP_C,
      organizationCreditCode: governmentOf(saidBy(PUBLISHERS.townshipB)),
      organizationName: '示例镇人民政府',
    },
  ],
  batch: { name: '示例批次' },
  effectiveFrom: LATER,
  legalBasis: '示例决定',
});
