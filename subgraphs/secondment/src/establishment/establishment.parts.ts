import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import type { HomeMove } from '../staff-member/home-move';
import type { EstablishmentRepository } from './establishment.repository';
import { EstablishmentResolver, OrganizationEstablishmentsResolver } from './establishment.resolver';
import { EstablishmentService } from './establishment.service';
import { EstablishmentCommandsResolver } from './establishment-commands.resolver';
import type { EstablishmentTransferRepository } from './establishment-transfer.repository';
import { EstablishmentTransferResolver } from './establishment-transfer.resolver';
import { EstablishmentTransferService } from './establishment-transfer.service';
import type { TownshipQuotas } from './township-quota';

interface Repositories {
  readonly establishments: EstablishmentRepository;
  readonly transfers: EstablishmentTransferRepository;
}

/** All that the subgraph needs of posts, put together. */
export function establishmentResolvers(
  { establishments, transfers }: Repositories,
  commands: Commands,
  homeMove: HomeMove,
  quotas: TownshipQuotas,
  clock: Clock,
): object[] {
  return [
    new EstablishmentResolver(establishments, clock),
    new OrganizationEstablishmentsResolver(),
    new EstablishmentTransferResolver(transfers),
    new EstablishmentCommandsResolver(
      new EstablishmentService(commands, establishments, clock),
      new EstablishmentTransferService(commands, establishments, homeMove, quotas, clock),
    ),
  ];
}
