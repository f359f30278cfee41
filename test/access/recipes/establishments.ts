import type { Speech } from '../canaries';
import { HIDDEN, type Owner, TOWNSHIP_B } from '../owners';
import type { Recipes } from '../recipe';
import { hostOf } from './staff';

type SaidBy = (owner: Owner) => Speech;

/** What is read, and what a manager takes a step on, each an establishment of its own. */
const ROWS = ['whole', 'adjust', 'from', 'to', 'free'];

const establishmentId = (say: Speech, row = 'whole') => say.text('establishment.id', row);

export const wholeEstablishment = (say: Speech) => establishmentId(say);

export const ESTABLISHMENT_RECIPES: Recipes = {
  establishment: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [...ROWS, 'host'].map((row) => ({
            id: establishmentId(say, row),
            organCreditCode: row === 'host' ? hostOf(say) : say.creditCode('establishment.organCreditCode', row),
            organKind: 'PUBLIC_INSTITUTION',
            divisionCode: owner.division,
            kind: 'INSTITUTION',
            fundingKind: row === 'host' ? 'FULL' : 'PARTIAL',
            approved: 20,
            approvedOn: say.day('establishment.approvedOn', row),
            version: 1,
          })),
    plain: ['organKind', 'divisionCode', 'kind', 'fundingKind'],
  },
  establishment_transfer: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [
            {
              kind: 'INSTITUTION',
              fundingKind: 'PARTIAL',
              fromEstablishmentId: establishmentId(say, 'from'),
              fromCreditCode: say.creditCode('establishment_transfer.fromCreditCode'),
              divisionCode: owner.division,
              toEstablishmentId: establishmentId(say, 'to'),
              toCreditCode: say.creditCode('establishment_transfer.toCreditCode'),
              toDivisionCode: owner.division,
              approvedOn: say.day('establishment_transfer.approvedOn'),
              crossLevelOn: say.day('establishment_transfer.crossLevelOn'),
            },
          ],
    plain: ['kind', 'fundingKind', 'divisionCode', 'toDivisionCode'],
  },
};

const approval = { authority: '示例编委', documentNumber: '示例编〔2020〕1号', approvedOn: '2020-01-01' };

const stepOn = (saidBy: SaidBy, row: string) => ({
  establishmentId: establishmentId(saidBy(HIDDEN.townshipB), row),
  expectedVersion: 1,
  approval,
});

export const ESTABLISHMENT_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  approveEstablishment: (saidBy) => ({
    organization: { creditCode: saidBy(HIDDEN.townshipB).creditCode('establishment.organCreditCode', 'new'), name: '示例中心' },
    organizationKind: 'PUBLIC_INSTITUTION',
    divisionCode: TOWNSHIP_B,
    kind: 'INSTITUTION',
    fundingKind: 'FULL',
    approved: 3,
    approval,
  }),
  adjustEstablishment: (saidBy) => ({ ...stepOn(saidBy, 'adjust'), approved: 30 }),
  transferEstablishment: (saidBy) => ({
    ...stepOn(saidBy, 'from'),
    toEstablishmentId: establishmentId(saidBy(HIDDEN.townshipB), 'to'),
    posts: 1,
  }),
  registerStaffMember: (saidBy) => ({
    establishmentId: establishmentId(saidBy(HIDDEN.townshipB), 'free'),
    name: '示例甲',
    postTitle: '示例岗位',
    postRank: 'STAFF',
    isLeading: false,
    joinedOn: '2020-01-01',
  }),
};
