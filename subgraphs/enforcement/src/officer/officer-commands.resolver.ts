import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import {
  AssignOfficerInput,
  AssignOfficerPayload,
  RegisterOfficerInput,
  RegisterOfficerPayload,
  RenewCertificateInput,
  RenewCertificatePayload,
  RevokeCertificateInput,
  RevokeCertificatePayload,
} from './officer.inputs';
import type { OfficerService } from './officer.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What a manager does about officers. */
@Resolver()
export class OfficerCommandsResolver {
  constructor(private readonly officerService: OfficerService) {}

  @Mutation(() => RegisterOfficerPayload, {
    description:
      'Registers somebody who is to work in enforcement. Scope enforcement:manage. Errors: FORBIDDEN, NOT_FOUND (the team), BAD_USER_INPUT (what the law asks of them, by article), CONFLICT (ALREADY_REGISTERED, CERTIFICATE_TAKEN). 登记执法人员。',
  })
  async registerOfficer(
    @Arg('input', () => RegisterOfficerInput, INPUT) input: RegisterOfficerInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RegisterOfficerPayload.of(await this.officerService.registerOfficer(context, input));
  }

  @Mutation(() => RenewCertificatePayload, {
    description:
      'Records a certificate that runs on; the one before stays on record. Scope enforcement:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 换发执法证件。',
  })
  async renewCertificate(
    @Arg('input', () => RenewCertificateInput, INPUT) input: RenewCertificateInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RenewCertificatePayload.of(await this.officerService.renewCertificate(context, input));
  }

  @Mutation(() => RevokeCertificatePayload, {
    description:
      'Takes the certificate away from today on; what was done before stands. Scope enforcement:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 收回执法证件（自今日起失效）。',
  })
  async revokeCertificate(
    @Arg('input', () => RevokeCertificateInput, INPUT) input: RevokeCertificateInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RevokeCertificatePayload.of(await this.officerService.revokeCertificate(context, input));
  }

  @Mutation(() => AssignOfficerPayload, {
    description:
      'Puts an officer into a team of the viewer’s divisions, where they then serve, or into none. Scope enforcement:manage. Errors: NOT_FOUND, BAD_USER_INPUT (REVIEWER_IN_TEAM), CONFLICT. 编入（调离）执法队伍。',
  })
  async assignOfficer(
    @Arg('input', () => AssignOfficerInput, INPUT) input: AssignOfficerInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return AssignOfficerPayload.of(await this.officerService.assignOfficer(context, input));
  }
}
