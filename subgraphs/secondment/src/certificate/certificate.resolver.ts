import { Reads } from '@township-graph/shared/asked-properties';
import { CertificateState, stateOn } from '@township-graph/shared/certificate-state';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { StaffMember } from '../staff-member/staff-member.entity';
import { Certificate } from './certificate.entity';
import {
  IssueCertificateInput,
  IssueCertificatePayload,
  RevokeStaffCertificateInput,
  RevokeStaffCertificatePayload,
} from './certificate.inputs';
import type { CertificateService } from './certificate.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

@Resolver(() => Certificate)
export class CertificateResolver {
  constructor(
    private readonly certificateService: CertificateService,
    private readonly clock: Clock,
  ) {}

  @Reads('validFrom', 'validTo', 'revokedOn')
  @FieldResolver(() => CertificateState, { description: 'How it stands today. 当前状态。' })
  state(@Root() certificate: Certificate): CertificateState {
    return stateOn(certificate, dayOf(this.clock()));
  }

  @Reads('staffMemberId')
  @FieldResolver(() => StaffMember, { nullable: true, description: 'Whose it is, within the viewer’s divisions. 持证人员。' })
  staffMember(@Root() { staffMemberId }: Certificate, @Ctx() { loaders }: SecondmentContext): Shown<StaffMember> {
    return loaders.staffMemberById.shown(staffMemberId);
  }

  @Mutation(() => IssueCertificatePayload, {
    description:
      'Records a certificate that somebody was given. Scope personnel:manage. Errors: NOT_FOUND (the member of staff), BAD_USER_INPUT (CERTIFICATE_TERM), CONFLICT (CERTIFICATE_TAKEN, HAS_LEFT). 登记核发的证件。',
  })
  async issueCertificate(
    @Arg('input', () => IssueCertificateInput, INPUT) input: IssueCertificateInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return IssueCertificatePayload.of(await this.certificateService.issueCertificate(context, input));
  }

  @Mutation(() => RevokeStaffCertificatePayload, {
    description:
      'Takes a certificate away from today on; what was done before stands. Scope personnel:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (ALREADY_REVOKED, STALE_VERSION). 收回工作人员证件（自今日起失效）。',
  })
  async revokeStaffCertificate(
    @Arg('input', () => RevokeStaffCertificateInput, INPUT) input: RevokeStaffCertificateInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RevokeStaffCertificatePayload.of(await this.certificateService.revokeCertificate(context, input));
  }
}

/** What a member of staff shows of certificates. */
@Resolver(() => StaffMember)
export class StaffCertificatesResolver {
  @Reads('id')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Certificate], { description: 'Certificates, those before included, oldest first. 历次证件。' })
  certificates(@Root() { id }: StaffMember, @Ctx() { loaders }: SecondmentContext): Promise<Certificate[]> {
    return loaders.certificatesByStaffMember.load(id);
  }
}
