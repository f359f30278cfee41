import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Certificates } from './certificates';
import type { OfficerRepository } from './officer.repository';
import { OfficerCertificateResolver, OfficerResolver, StaffMemberOfficerResolver, TeamOfficersResolver } from './officer.resolver';
import { OfficerService } from './officer.service';
import { OfficerCommandsResolver } from './officer-commands.resolver';

/** All that the subgraph needs of officers, put together. */
export function officerResolvers(officers: OfficerRepository, commands: Commands, certificateYears: number, clock: Clock): object[] {
  return [
    new OfficerResolver(officers, clock),
    new OfficerCertificateResolver(clock),
    new TeamOfficersResolver(),
    new StaffMemberOfficerResolver(),
    new OfficerCommandsResolver(new OfficerService(commands, officers, new Certificates(certificateYears), clock)),
  ];
}
