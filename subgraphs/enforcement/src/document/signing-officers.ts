import { CertificateState, stateOn } from '@township-graph/shared/certificate-state';
import { dayOf } from '@township-graph/shared/clock';
import { type EntityManager, In } from 'typeorm';
import { CaseOfficer } from '../filing/case-officer.entity';
import { CaseFunction } from '../filing/filing.enums';
import { Officer } from '../officer/officer.entity';
import { OfficerCertificate } from '../officer/officer-certificate.entity';
import type { ContentOfficer } from './document-content';

/** Who investigated on the day, with the certificate that was valid then (行政处罚法§42, §55): they sign what is dated so. */
export async function signingOfficers(tx: EntityManager, caseId: string, day: string): Promise<ContentOfficer[]> {
  const assigned = await tx.find(CaseOfficer, { where: { caseId, caseFunction: CaseFunction.INVESTIGATOR }, order: { id: 'ASC' } });
  const ids = assigned
    .filter(({ since, until }) => dayOf(since) <= day && (until === null || dayOf(until) >= day))
    .map(({ officerId }) => officerId);
  const officers = await tx.findBy(Officer, { id: In(ids) });
  const certificates = await tx.findBy(OfficerCertificate, { officerId: In(ids) });
  return ids.flatMap((id) => {
    const officer = officers.find((each) => each.id === id);
    const valid = certificates.find((each) => each.officerId === id && stateOn(each, day) === CertificateState.VALID);
    return officer ? [{ name: officer.name, certificateNumber: valid?.number ?? null }] : [];
  });
}
