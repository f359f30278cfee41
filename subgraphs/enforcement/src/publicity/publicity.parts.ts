import type { Commands } from '@township-graph/shared/command/commands';
import type { CaseMoving } from '../case/case-moving';
import type { PublicationRepository, WithdrawalRepository } from './publication.repository';
import {
  CasePublicityResolver,
  DecisionDeadlinesResolver,
  DivisionPublicationsResolver,
  OrganizationPublicationsResolver,
  PublicationResolver,
} from './publication.resolver';
import { PublicationService } from './publication.service';
import type { PublicitySettings } from './publication.settings';

/** What publicity is made of. */
export function publicityResolvers(
  commands: Commands,
  moving: CaseMoving,
  publications: PublicationRepository,
  withdrawals: WithdrawalRepository,
  settings: PublicitySettings,
): object[] {
  const service = new PublicationService(commands, moving, publications, settings);
  return [
    new PublicationResolver(service, publications, withdrawals),
    new CasePublicityResolver(),
    new DecisionDeadlinesResolver(),
    new DivisionPublicationsResolver(),
    new OrganizationPublicationsResolver(),
  ];
}
