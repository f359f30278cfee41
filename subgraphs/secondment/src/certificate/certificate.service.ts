import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { recordStep, type Step } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ownStaffMember, servingStaffMember } from '../staff-member/own-staff-member';
import type { StaffMember } from '../staff-member/staff-member.entity';
import type { IssueCertificate, RevokeCertificate } from './certificate.commands';
import { Certificate } from './certificate.entity';
import { alreadyRevoked, certificateNotFound, certificateTaken } from './certificate.errors';
import type { CertificateRepository } from './certificate.repository';
import { checkTerm } from './certificate.rules';

/** What staff are certified for. Others follow it by the feed: who may enforce is decided by it. */
export class CertificateService {
  private readonly asKept: ResultForm<Certificate>;

  /** `enforcementYears`: how long a certificate to enforce may be valid. */
  constructor(
    private readonly commands: Commands,
    private readonly certificates: CertificateRepository,
    private readonly enforcementYears: number,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(certificates.manager, Certificate);
  }

  issueCertificate(context: RequestContext, input: IssueCertificate): Promise<Certificate> {
    return this.run('issueCertificate', context, input, async (tx) => {
      const holder = await servingStaffMember(tx, context.viewer, input.staffMemberId, this.clock);
      const { kind, validFrom, validTo = null } = input;
      const number = statedText('number', input.number, 50);
      const issuedBy = statedText('issuedBy', input.issuedBy, 100);
      checkTerm({ kind, validFrom, validTo }, this.enforcementYears);
      if (await tx.existsBy(Certificate, { kind, number })) throw certificateTaken(number);
      const { id: staffMemberId, divisionCode } = holder;
      const days = { validFrom, validTo, revokedOn: null, revokeReason: null };
      const certificate = Object.assign(new Certificate(), {
        id: uuid(),
        staffMemberId,
        divisionCode,
        kind,
        number,
        issuedBy,
        ...days,
        version: 1,
      });
      await insertAll(tx, Certificate, [certificate]);
      return this.done(tx, context, certificate, holder, 'CERTIFICATE_ISSUED', { action: 'ISSUE_CERTIFICATE', from: null, to: kind });
    });
  }

  revokeCertificate(context: RequestContext, input: RevokeCertificate): Promise<Certificate> {
    return this.run('revokeStaffCertificate', context, input, async (tx) => {
      const { certificateId: id } = input;
      const found = await tx.findOneBy(Certificate, { id });
      if (found?.id !== id || !sees(context.viewer, found.divisionCode, this.clock)) throw certificateNotFound();
      if (found.revokedOn !== null) throw alreadyRevoked(found.revokedOn);
      const holder = await ownStaffMember(tx, context.viewer, found.staffMemberId, this.clock);
      const revokeReason = statedText('reason', input.reason, 200);
      const change = { revokedOn: dayOf(this.clock()), revokeReason };
      await this.certificates.change(tx, context.viewer, { id }, input.expectedVersion, change);
      const revoked = await tx.findOneByOrFail(Certificate, { id });
      const step = { action: 'REVOKE_CERTIFICATE', from: found.kind, to: 'REVOKED', note: revokeReason };
      return this.done(tx, context, revoked, holder, 'CERTIFICATE_REVOKED', step);
    });
  }

  private run<I extends { readonly idempotencyKey?: string | null }>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager) => Promise<Done<Certificate>>,
  ): Promise<Certificate> {
    return this.commands.run(context, { name, needs: 'personnel:manage', input, result: this.asKept, work });
  }

  /** A step in the holder's course, and an event with what a follower needs and no word about the person. */
  private async done(
    tx: EntityManager,
    context: RequestContext,
    certificate: Certificate,
    { id: holderId, divisionCode: servesIn }: StaffMember,
    type: string,
    step: Step,
  ): Promise<Done<Certificate>> {
    const { id, divisionCode, staffMemberId, kind, number, issuedBy, validFrom, validTo, revokedOn, version } = certificate;
    await recordStep(tx, this.clock, context, { type: 'StaffMember', id: holderId, divisionCode: servesIn }, step);
    const payload = { version, staffMemberId, kind, number, issuedBy, validFrom, validTo, revokedOn };
    return {
      result: certificate,
      on: [{ type: 'Certificate', id, divisionCode }],
      events: [{ type, subjectType: 'Certificate', subjectId: id, divisionCode, concerns: [servesIn], payload }],
    };
  }
}
