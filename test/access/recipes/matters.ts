import { ExerciseLevel, makeImplementationCode } from '@township-graph/shared/implementation-code';
import type { Speech } from '../canaries';
import { AT_HOME, type Owner, PUBLISHERS, TOWNSHIP_A, TOWNSHIP_B, VILLAGE_A, VILLAGE_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { APPLICATION_RECIPES } from './applications';
import { DELEGATION_RECIPES } from './delegations';
import { DUTIES_RECIPES } from './duties';
import { RECEPTION_RECIPES } from './reception';
import { type Subject, timelineOf } from './timeline';

type SaidBy = (owner: Owner) => Speech;

const stateOf = ({ isPublic }: Owner) => (isPublic ? 'PUBLISHED' : 'DRAFT');
const governmentOf = (say: Speech) => say.creditCode('organization.creditCode', 'government');

/** The day on which what was published got its second revision. */
const REVISED_ON = '2020-01-01';

/** One matter of an owner, by the name that its other rows know it by. */
interface PlannedMatter {
  readonly row: string;
  readonly rank: 'MAIN' | 'HANDLING_ITEM';
  readonly parentId: string | null;
  /** Implemented by an organ that is known to all. */
  readonly isOfKnownOrgan?: boolean;
}

/** What one owner has: items and their headings; hidden ones also under what others published or draft themselves. */
function mattersOf(owner: Owner, say: Speech, saidBy: SaidBy): PlannedMatter[] {
  const id = (of: Owner, row: string) => saidBy(of).text('matter.id', row);
  const main: PlannedMatter = { row: 'main', rank: 'MAIN', parentId: null };
  const item: PlannedMatter = { row: 'item', rank: 'HANDLING_ITEM', parentId: say.text('matter.id', 'main') };
  if (owner.isPublic || owner === AT_HOME) return [main, item, { row: 'lone', rank: 'MAIN', parentId: null }];
  const under = (row: string, parentId: string): PlannedMatter => ({ row, rank: 'HANDLING_ITEM', parentId, isOfKnownOrgan: true });
  return [
    main,
    item,
    under('under main', id(PUBLISHERS.townshipA, 'main')),
    under('under lone', id(PUBLISHERS.townshipA, 'lone')),
    under('under draft', id(AT_HOME, 'lone')),
  ];
}

function matterRows(owner: Owner, say: Speech, saidBy: SaidBy): GivenRow[] {
  return mattersOf(owner, say, saidBy).flatMap(({ row, rank, parentId, isOfKnownOrgan = owner.isPublic }) => {
    const organ = isOfKnownOrgan ? governmentOf(saidBy(PUBLISHERS.townshipA)) : say.creditCode('matter.implementingCreditCode', row);
    const basicCode = say.code('matter.basicCode', row);
    const matter = {
      id: say.text('matter.id', row),
      revision: 1,
      basicCode,
      implementationCode: makeImplementationCode({ creditCode: organ, exerciseLevel: ExerciseLevel.TOWNSHIP, basicCode }),
      name: say.text('matter.name', row),
      nameKey: say.text('matter.nameKey', row),
      rank,
      parentId,
      kind: 'LICENSING',
      exerciseLevel: 'TOWNSHIP',
      divisionCode: owner.division,
      state: stateOf(owner),
      implementingCreditCode: organ,
      leadCreditCode: isOfKnownOrgan ? governmentOf(saidBy(PUBLISHERS.county)) : say.creditCode('matter.leadCreditCode', row),
      powerSource: 'DEVOLVED',
      handlingKind: 'PROMISED',
      statutoryUnit: 'WORKDAY',
      promisedUnit: 'WORKDAY',
      villageRole: 'DIRECT',
      guideClass: 'DELEGATED',
      validFrom: say.day('matter.validFrom', row),
      validTo: say.endDay('matter.validTo', row),
    };
    if (!owner.isPublic) return [matter];
    return [
      { ...matter, validTo: REVISED_ON },
      { ...matter, revision: 2, validFrom: REVISED_ON },
    ];
  });
}

function guideOf({ id, revision }: GivenRow, say: Speech): GivenRow {
  const row = `${id}#${revision}`;
  return {
    matterId: id,
    revision,
    legalBases: [
      {
        title: say.text('matter_guide.legalBases', `${row} title`),
        article: say.text('matter_guide.legalBases', `${row} article`),
        text: say.text('matter_guide.legalBases', `${row} text`),
        verified: true,
      },
    ],
    steps: [{ name: say.text('matter_guide.steps', `${row} name`), content: say.text('matter_guide.steps', `${row} content`) }],
    materials: [{ name: say.text('matter_guide.materials', row), originals: 1, copies: 1, required: true, shared: false }],
    fee: { charged: true, standard: say.text('matter_guide.fee', `${row} standard`), basis: say.text('matter_guide.fee', `${row} basis`) },
    channels: ['WINDOW'],
    serviceObjects: ['NATURAL_PERSON'],
  };
}

const listId = (say: Speech) => say.text('responsibility_list.id');

/** What has a course, one of each kind. */
const SUBJECTS: readonly Subject[] = [
  ['Delegation', (say) => say.text('delegation.id', 'own')],
  ['QueueTicket', (say) => say.text('queue_ticket.id', 'called')],
  ['Appointment', (say) => say.text('appointment.id', 'booked')],
  ['AdmissionRequest', (say) => say.text('admission_request.id', 'full')],
  ['DutyRefusal', (say) => say.text('duty_refusal.id', 'full')],
  ['MatterChange', (say) => say.text('matter_change.id', 'full')],
  ['Application', (say) => say.text('application.id', 'of a bundle')],
  ['Rating', (say) => say.text('application_rating.id', 'mendRating')],
  ['BundleApplication', (say) => say.text('bundle_application.id', 'done')],
  // Of what is published too.
  ['ServicePoint', (_, saidBy) => saidBy(PUBLISHERS.townshipB).text('service_point.id', 'hall')],
  ['ServiceWindow', (_, saidBy) => saidBy(PUBLISHERS.townshipB).text('service_window.id', 'desk')],
  ['ResponsibilityItem', (say) => say.text('responsibility_item.id', '1')],
];

export const MATTERS_RECIPES: Recipes = {
  matter: {
    kept: 'DIVISION',
    rows: matterRows,
    plain: [
      ...['rank', 'kind', 'exerciseLevel', 'divisionCode', 'state', 'powerSource', 'handlingKind', 'statutoryUnit', 'promisedUnit'],
      ...['villageRole', 'guideClass'],
    ],
    unseen: { nameKey: 'a digest, for the search index' },
  },
  matter_guide: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) => matterRows(owner, say, saidBy).map((matter) => guideOf(matter, say)),
    plain: ['channels', 'serviceObjects'],
  },
  matter_site: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      mattersOf(owner, say, saidBy).flatMap(({ row }) =>
        // Somebody else's draft may well be meant for township A.
        [TOWNSHIP_A, VILLAGE_A, TOWNSHIP_B, VILLAGE_B].map((divisionCode) => ({
          matterId: say.text('matter.id', row),
          divisionCode,
          villageRole: 'AGENT',
          validFrom: say.day('matter_site.validFrom', row),
          validTo: say.endDay('matter_site.validTo', row),
        })),
      ),
    plain: ['divisionCode', 'villageRole'],
  },
  search_name: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      mattersOf(owner, say, saidBy).map(({ row }) => ({
        nameKey: say.text('matter.nameKey', row),
        searched: say.text('matter.name', row),
      })),
    unseen: { nameKey: 'a digest, for the search index' },
  },
  search_token: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      mattersOf(owner, say, saidBy).flatMap(({ row }) => {
        const characters = [...say.text('matter.name', row)];
        const tokens = new Set([...characters, ...characters.slice(1).map((character, index) => `${characters[index]}${character}`)]);
        return [...tokens].map((token) => ({ token, nameKey: say.text('matter.nameKey', row) }));
      }),
    plain: ['token'],
    unseen: { nameKey: 'a digest, for the search index' },
  },
  ...DELEGATION_RECIPES,
  responsibility_list: {
    kept: 'DIVISION',
    rows: (owner, say) => [
      {
        id: listId(say),
        divisionCode: owner.division,
        kind: 'COMMUNITY_DUTY',
        level: 'TOWNSHIP',
        organizationCreditCode: owner.isPublic ? governmentOf(say) : say.creditCode('responsibility_list.organizationCreditCode'),
        publishedOn: say.day('responsibility_list.publishedOn'),
        state: stateOf(owner),
      },
    ],
    plain: ['divisionCode', 'kind', 'level', 'state'],
  },
  responsibility_item: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      [1, 2, 3].map((serial) => {
        const parties = (column: string) => [
          {
            name: say.text(`responsibility_item.${column}`, `${serial} name`),
            duty: say.text(`responsibility_item.${column}`, `${serial} duty`),
            creditCode: owner.isPublic ? governmentOf(say) : say.creditCode(`responsibility_item.${column}`, `${serial} code`),
          },
        ];
        return {
          id: say.text('responsibility_item.id', String(serial)),
          listId: listId(say),
          divisionCode: owner.division,
          kind: 'COMMUNITY_DUTY',
          serial,
          dutyClass: 'BASIC',
          // The third is still to be decided.
          outcome: serial === 3 ? null : 'MERGED',
          version: 1,
          validFrom: say.day('responsibility_item.validFrom', String(serial)),
          validTo: say.endDay('responsibility_item.validTo', String(serial)),
          replacesId: serial === 2 ? say.text('responsibility_item.id', '1') : null,
          criteria: { lawBased: true, orderedInWriting: true, needed: true },
          primaryParties: parties('primaryParties'),
          supportingParties: parties('supportingParties'),
          basicCode: say.code('responsibility_item.basicCode', String(serial)),
        };
      }),
    plain: ['divisionCode', 'kind', 'dutyClass', 'outcome', 'criteria'],
  },
  ...RECEPTION_RECIPES,
  ...APPLICATION_RECIPES,
  ...DUTIES_RECIPES,
  ...timelineOf(SUBJECTS),
  import_checkpoint: {
    kept: 'INTERNAL',
    because: 'importers keep it for themselves',
    rows: () => [{}],
  },
};
