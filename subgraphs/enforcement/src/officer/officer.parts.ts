import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { FeedFollower, type FollowingOptions } from '@township-graph/shared/feed-follower/feed-follower';
import { Certificates } from './certificates';
import { FollowedCertificates } from './followed-certificates';
import type { OfficerRepository } from './officer.repository';
import { OfficerCertificateResolver, OfficerResolver, StaffMemberOfficerResolver, TeamOfficersResolver } from './officer.resolver';
import { OfficerService } from './officer.service';
import { OfficerCommandsResolver } from './officer-commands.resolver';

/** The job by which officers learn of the certificates that personnel records. */
export function certificateFollower(officers: OfficerRepository, certificateYears: number, options: FollowingOptions): FeedFollower {
  const { apply } = new FollowedCertificates(officers, new Certificates(certificateYears), options.clock);
  return new FeedFollower({ ...options, feed: 'secondmentFeed', apply });
}

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
