import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { ApplyChange, Consequence } from '@township-graph/shared/feed-follower/feed-follower';
import type { FollowedChange } from '@township-graph/shared/feed-follower/followed-feed';
import { optionalTextIn, textIn } from '@township-graph/shared/feed-follower/payload';
import { insertAll } from '@township-graph/shared/insert-all';
import { recordStep, type Step } from '@township-graph/shared/timeline/timeline';
import type { Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, IsNull } from 'typeorm';
import type { Certificates } from './certificates';
import { Officer } from './officer.entity';
import { OfficerKind } from './officer.enums';
import type { OfficerRepository } from './officer.repository';
import { StaffCertificate } from './staff-certificate.entity';

/** The kind of certificate that makes an officer (行政处罚法§42); personnel knows others. */
const ENFORCEMENT = 'ENFORCEMENT';
const REVOKED = '人员证书已由发证机关吊销（收回）';

/** What personnel tells of certificates, as officers have them. */
export class FollowedCertificates {
  constructor(
    private readonly officers: OfficerRepository,
    private readonly certificates: Certificates,
    private readonly clock: Clock,
  ) {}

  readonly apply: Readonly<Record<string, ApplyChange>> = {
    CERTIFICATE_ISSUED: async (tx, change, viewer) => {
      const issued = certificateIn(change);
      if (!issued) return null;
      await insertAll(tx, StaffCertificate, [issued]);
      const officer = await this.officerOf(tx, issued.staffMemberId);
      if (!officer || (await this.certificates.has(tx, officer.id, issued.number))) return null;
      await this.certificates.take(tx, officer.id, issued);
      return this.recorded(tx, viewer, officer, { action: 'RENEW_CERTIFICATE', note: null }, 'OFFICER_CERTIFICATE_RENEWED');
    },
    CERTIFICATE_REVOKED: async (tx, change, viewer) => {
      const { subjectId: id, payload } = change;
      const known = await tx.findOneBy(StaffCertificate, { id, revokedOn: IsNull() });
      if (!known) return null;
      const revokedOn = optionalTextIn(payload, 'revokedOn') ?? dayOf(new Date(change.at));
      await tx.update(StaffCertificate, { id }, { revokedOn });
      const officer = await this.officerOf(tx, known.staffMemberId);
      if (!officer || !(await this.certificates.revokeOne(tx, officer.id, known.number, revokedOn, REVOKED))) return null;
      return this.recorded(tx, viewer, officer, { action: 'REVOKE_CERTIFICATE', note: REVOKED }, 'OFFICER_CERTIFICATE_REVOKED');
    },
  };

  private officerOf(tx: EntityManager, staffMemberId: string): Promise<Officer | null> {
    return tx.findOneBy(Officer, { staffMemberId, kind: OfficerKind.CERTIFIED });
  }

  /** The officer may serve elsewhere than the certificate was recorded. */
  private async recorded(
    tx: EntityManager,
    viewer: Viewer,
    { id, divisionCode, version, kind, teamId }: Officer,
    { action, note }: Pick<Step, 'action' | 'note'>,
    type: string,
  ): Promise<Consequence> {
    const actor = { ...viewer, divisions: [{ code: divisionCode }] };
    await this.officers.change(tx, actor, { id }, version, {});
    await recordStep(tx, this.clock, { viewer: actor }, { type: 'Officer', id, divisionCode }, { action, from: null, to: kind, note });
    const payload = { version: version + 1, kind, teamId };
    return {
      on: [{ type: 'Officer', id, divisionCode }],
      events: [{ type, subjectType: 'Officer', subjectId: id, divisionCode, payload }],
    };
  }
}

/** Null of one that lets nobody enforce anything. Throws for what says less than a certificate does. */
function certificateIn({ subjectId: id, payload }: FollowedChange): StaffCertificate | null {
  if (payload.kind !== ENFORCEMENT) return null;
  return {
    id,
    staffMemberId: textIn(payload, 'staffMemberId'),
    number: textIn(payload, 'number'),
    issuedBy: textIn(payload, 'issuedBy'),
    validFrom: textIn(payload, 'validFrom'),
    validTo: textIn(payload, 'validTo'),
    revokedOn: null,
  };
}
