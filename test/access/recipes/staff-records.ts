import type { Speech } from '../canaries';
import { HIDDEN, type Owner } from '../owners';
import type { Recipes } from '../recipe';
import { movementId } from './placements';
import { staffMemberId } from './staff';

type SaidBy = (owner: Owner) => Speech;

const certificateId = (say: Speech, row: string) => say.text('certificate.id', row);

/** What stands on record of staff: certificates and trainings. */
export const STAFF_RECORD_RECIPES: Recipes = {
  certificate: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : ['whole', 'revoke'].map((row) => ({
            id: certificateId(say, row),
            staffMemberId: staffMemberId(say),
            divisionCode: owner.division,
            kind: 'ENFORCEMENT',
            validFrom: say.day('certificate.validFrom', row),
            validTo: say.endDay('certificate.validTo', row),
            revokedOn: row === 'whole' ? say.day('certificate.revokedOn', row) : null,
            version: 1,
          })),
    plain: ['divisionCode', 'kind'],
  },
  staff_post_change: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [
            {
              staffMemberId: staffMemberId(say),
              fromRank: 'STAFF',
              toRank: 'SECTION_HEAD',
              effectiveOn: say.day('staff_post_change.effectiveOn'),
              proposalId: movementId(say, 'whole'),
            },
          ],
    plain: ['fromRank', 'toRank'],
  },
  training: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [
            {
              staffMemberId: staffMemberId(say),
              divisionCode: owner.division,
              completedOn: say.day('training.completedOn'),
              result: 'PASSED',
            },
          ],
    plain: ['divisionCode', 'result'],
  },
};

export const STAFF_RECORD_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  changeStaffPost: (saidBy) => ({
    staffMemberId: staffMemberId(saidBy(HIDDEN.townshipB)),
    expectedVersion: 1,
    postTitle: '示例岗位',
    postRank: 'STAFF',
    isLeading: false,
    effectiveOn: '2020-01-01',
    document: '示例〔2020〕1号',
  }),
  issueCertificate: (saidBy) => ({
    staffMemberId: staffMemberId(saidBy(HIDDEN.townshipB)),
    kind: 'OTHER',
    number: '示例1',
    issuedBy: '示例机关',
    validFrom: '2020-01-01',
  }),
  revokeStaffCertificate: (saidBy) => ({
    certificateId: certificateId(saidBy(HIDDEN.townshipB), 'revoke'),
    expectedVersion: 1,
    reason: '示例原因',
  }),
  recordTraining: (saidBy) => ({
    staffMemberId: staffMemberId(saidBy(HIDDEN.townshipB)),
    subject: '示例培训',
    hours: 8,
    completedOn: '2020-01-01',
    result: 'PASSED',
  }),
};
