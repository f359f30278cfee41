import { addDays, addYears } from '@township-graph/shared/calendar';
import { CertificateState, stateOn } from '@township-graph/shared/certificate-state';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Certificate } from './officer.commands';
import { certificateTaken, nothingToRevoke } from './officer.errors';
import { checkCertificate, checkRenewal } from './officer.rules';
import { OfficerCertificate } from './officer-certificate.entity';

/** The certificates of officers, as commands change them. */
export class Certificates {
  /** `longestYears`: how long a certificate may be valid. */
  constructor(private readonly longestYears: number) {}

  of(tx: EntityManager, officerId: string): Promise<OfficerCertificate[]> {
    return tx.find(OfficerCertificate, { where: { officerId }, order: { validFrom: 'ASC', id: 'ASC' } });
  }

  has(tx: EntityManager, officerId: string, number: string): Promise<boolean> {
    return tx.existsBy(OfficerCertificate, { officerId, number });
  }

  /** One that takes over from what they have. */
  async issue(tx: EntityManager, officerId: string, wanted: Certificate): Promise<void> {
    this.checkTerm(wanted);
    checkRenewal({ ...wanted, revokedOn: null }, await this.of(tx, officerId));
    await this.take(tx, officerId, wanted);
  }

  /** One that somebody else has issued, whatever they have besides. */
  async take(tx: EntityManager, officerId: string, wanted: Certificate): Promise<void> {
    this.checkTerm(wanted);
    const row = {
      id: uuid(),
      officerId,
      number: statedText('certificate.number', wanted.number, 50),
      issuedBy: statedText('certificate.issuedBy', wanted.issuedBy, 100),
      validFrom: wanted.validFrom,
      validTo: wanted.validTo,
      revokedOn: null,
    };
    if (await tx.existsBy(OfficerCertificate, { number: row.number })) throw certificateTaken(row.number);
    await insertAll(tx, OfficerCertificate, [row]);
  }

  /** False when they do not have it, or no longer. */
  async revokeOne(tx: EntityManager, officerId: string, number: string, revokedOn: string, revokeReason: string): Promise<boolean> {
    const { affected } = await tx.update(OfficerCertificate, { officerId, number, revokedOn: IsNull() }, { revokedOn, revokeReason });
    return affected === 1;
  }

  /** Nothing that they have is valid from the day on. What ran out before that ran out. */
  async revoke(tx: EntityManager, officerId: string, day: string, reason: string): Promise<void> {
    const left = (await this.of(tx, officerId)).filter((certificate) =>
      [CertificateState.VALID, CertificateState.UPCOMING].includes(stateOn(certificate, day)),
    );
    if (left.length === 0) throw nothingToRevoke();
    for (const { id } of left) await tx.update(OfficerCertificate, { id, revokedOn: IsNull() }, { revokedOn: day, revokeReason: reason });
  }

  private checkTerm(wanted: Certificate): void {
    checkCertificate({ ...wanted, revokedOn: null }, addDays(addYears(wanted.validFrom, this.longestYears), -1));
  }
}
