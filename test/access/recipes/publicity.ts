import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { WITHDRAWN_NUMBER } from './case-records';
import { caseId, recordId, WHOLE } from './cases';
import { deadlineRow } from './deadlines';

type SaidBy = (owner: Owner) => Speech;

const AT = new Date('2020-01-02T00:00:00Z');
/** What the head of B withdraws. */
const WITHDRAWN_BY_COMMAND = 'withdraw';

const publicationId = (say: Speech, row: string) => say.text('decision_publication.id', row);

/** What a page of the owner says. */
function contentOf(owner: Owner, say: Speech, saidBy: SaidBy): object {
  const said = (part: string) => say.text('case_document.content', part);
  const person = (part: string) => saidBy(PERSONS).text('case_document.content', `${owner.mark} ${part}`);
  return {
    organName: said('organName'),
    caseNumber: said('caseNumber'),
    party: {
      kind: 'SOLE_TRADER',
      name: person('name'),
      organizationName: null,
      idNumber: person('idNumber'),
      creditCode: null,
      representative: person('representative'),
      phone: person('phone'),
      address: person('address'),
    },
    officers: [{ name: person('officer'), certificateNumber: said('certificateNumber') }],
    items: [{ item: 'PARTICIPANTS', text: said('text'), names: [person('participant')] }],
    things: [{ name: said('thing'), quantity: 1 }],
  };
}

/** What is published is there for everybody; what is not, for its division. */
function publicationsOf(owner: Owner, say: Speech, saidBy: SaidBy): readonly GivenRow[] {
  if (!owner.isPublic) return [{ state: 'WITHHELD', caseId: caseId(say, WHOLE), id: publicationId(say, WHOLE) }];
  const plain = [{ state: 'PUBLISHED' }, { state: 'WITHDRAWN' }];
  if (owner !== PUBLISHERS.townshipB) return plain;
  const standing = caseId(saidBy(HIDDEN.townshipB), 'withdrawPublication');
  return [
    ...plain,
    {
      id: publicationId(say, WITHDRAWN_BY_COMMAND),
      state: 'PUBLISHED',
      caseId: standing,
      standingKey: standing,
      documentNumber: WITHDRAWN_NUMBER,
    },
  ];
}

export const PUBLICITY_RECIPES: Recipes = {
  case_document: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : [1, 2].map((version) => ({
            id: recordId(say, 'case_document', `version ${version}`),
            caseId: caseId(say, WHOLE),
            divisionCode: owner.division,
            kind: 'DELIBERATION_RECORD',
            sourceId: recordId(say, 'case_deliberation', WHOLE),
            version,
            datedOn: say.day('case_document.datedOn', String(version)),
            issuedAt: AT,
            replacedAt: version === 1 ? AT : null,
            content: contentOf(owner, say, saidBy),
          })),
    plain: ['divisionCode', 'kind'],
  },
  decision_publication: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      publicationsOf(owner, say, saidBy).map((given, index) => {
        const row = `${owner.mark} ${index}`;
        return {
          divisionCode: owner.division,
          standingKey: null,
          version: 1,
          partyKind: 'ORGANIZATION',
          partyCreditCode: say.creditCode('decision_publication.partyCreditCode', row),
          penaltyKinds: ['FINE'],
          fineFen: 10_000,
          confiscatedFen: 0,
          decidedOn: say.day('decision_publication.decidedOn', row),
          validUntil: say.endDay('decision_publication.validUntil', row),
          organCreditCode: say.creditCode('decision_publication.organCreditCode', row),
          sourceCreditCode: say.creditCode('decision_publication.sourceCreditCode', row),
          publishedOn: say.day('decision_publication.publishedOn', row),
          publicUntil: say.endDay('decision_publication.publicUntil', row),
          withholdingGround: 'PRIVACY',
          withdrawalGround: 'ERROR',
          withdrawnOn: say.day('decision_publication.withdrawnOn', row),
          unsettledBefore: 0,
          ...given,
        };
      }),
    plain: ['divisionCode', 'standingKey', 'state', 'partyKind', 'penaltyKinds', 'withholdingGround', 'withdrawalGround'],
  },
};

/** What is due of a decision, and of what is published of it. */
export const publicityDeadlineRows = (owner: Owner, say: Speech): GivenRow[] => [
  deadlineRow(owner, say)('CaseDecision', recordId(say, 'case_decision', WHOLE)),
  deadlineRow(owner, say)('DecisionPublication', publicationId(say, WHOLE)),
];

const whole = (saidBy: SaidBy) => ({ caseId: caseId(saidBy(HIDDEN.townshipB), WHOLE), expectedVersion: 1 });

export const PUBLICITY_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  issueDocument: (saidBy) => ({ ...whole(saidBy), kind: 'FILING_APPROVAL' }),
  withdrawPublication: (saidBy) => ({
    publicationId: publicationId(saidBy(PUBLISHERS.townshipB), WITHDRAWN_BY_COMMAND),
    expectedVersion: 1,
    ground: 'ERROR',
    reason: '示例理由',
  }),
};
