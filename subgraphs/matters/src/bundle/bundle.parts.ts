import type { ApplicationMoving } from '../application/application-moving';
import type { IntakeService } from '../application/intake.service';
import type { BundleApplicationRepository, BundleRepository } from './bundle.repository';
import { ApplicationBundleResolver, BundleApplicationResolver, ServiceBundleResolver } from './bundle.resolver';
import { BundleService } from './bundle.service';

/** What bundles show and do. */
export function bundleResolvers(
  bundles: BundleRepository,
  jointly: BundleApplicationRepository,
  { moving, intake }: { readonly moving: ApplicationMoving; readonly intake: IntakeService },
): object[] {
  return [
    new ServiceBundleResolver(bundles),
    new BundleApplicationResolver(jointly, new BundleService(moving, intake, jointly), moving.clock),
    new ApplicationBundleResolver(),
  ];
}
