import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { admissionLoaders } from './admission/admission.loaders';
import { AdmissionRecipientRepository, AdmissionRepository } from './admission/admission.repository';
import { AdmissionRecipientResolver, AdmissionResolver } from './admission/admission.resolver';
import { AdmissionDraftResolver } from './admission/admission-draft.resolver';
import { AdmissionDraftService } from './admission/admission-draft.service';
import { AdmissionPublicationResolver } from './admission/admission-publication.resolver';
import { AdmissionPublicationService } from './admission/admission-publication.service';
import { AdmissionReviewResolver } from './admission/admission-review.resolver';
import { AdmissionReviewService } from './admission/admission-review.service';
import { AdmissionSteps } from './admission/admission-steps';
import { matterChangeLoaders } from './matter-change/matter-change.loaders';
import { MatterChangeRepository } from './matter-change/matter-change.repository';
import { MatterChangeResolver, MatterChangesResolver, ResponsibilityListChangesResolver } from './matter-change/matter-change.resolver';
import { MatterChangeService } from './matter-change/matter-change.service';
import { MatterChangeMovesResolver } from './matter-change/matter-change-moves.resolver';
import { MatterChangePublicationService } from './matter-change/matter-change-publication.service';
import { MatterChangeSteps } from './matter-change/matter-change-steps';
import { type Periods, periodsFrom } from './periods';
import { CommunityDutyResolver } from './responsibility/community-duty.resolver';
import { CommunityDutyService } from './responsibility/community-duty.service';
import { ResponsibilityItemRepository } from './responsibility/responsibility.repository';
import { dutyRefusalLoaders } from './unapproved-duty/duty-refusal.loaders';
import { DutyRefusalRepository } from './unapproved-duty/duty-refusal.repository';
import { DutyRefusalResolver } from './unapproved-duty/duty-refusal.resolver';
import { DutyRefusalService } from './unapproved-duty/duty-refusal.service';
import { DutyRefusalMovesResolver } from './unapproved-duty/duty-refusal-moves.resolver';

/** Who answers for what, and how that changes: admission of duties, refusals, changes of matters and lists. */
export class Duties {
  private readonly admissions: AdmissionRepository;
  private readonly refusals: DutyRefusalRepository;
  private readonly changes: MatterChangeRepository;

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
    private readonly periods: Periods = periodsFrom(),
  ) {
    this.admissions = new AdmissionRepository(manager, clock);
    this.refusals = new DutyRefusalRepository(manager, clock);
    this.changes = new MatterChangeRepository(manager, clock);
  }

  resolvers(commands: Commands): object[] {
    const { manager, clock, periods, admissions, refusals, changes } = this;
    const deadlines = new Deadlines(clock);
    const steps = new AdmissionSteps(commands, admissions, deadlines, clock);
    const recipients = new AdmissionRecipientRepository(manager, clock);
    const changing = new MatterChangeSteps(commands, changes, clock);
    return [
      new AdmissionResolver(admissions, clock),
      new AdmissionRecipientResolver(clock),
      new AdmissionDraftResolver(new AdmissionDraftService(steps)),
      new AdmissionReviewResolver(new AdmissionReviewService(steps, recipients, periods)),
      new AdmissionPublicationResolver(new AdmissionPublicationService(steps, periods)),
      new DutyRefusalResolver(refusals, clock),
      new DutyRefusalMovesResolver(new DutyRefusalService(commands, refusals, deadlines, periods, clock)),
      new MatterChangeResolver(changes, periods.notice, clock),
      new MatterChangesResolver(),
      new ResponsibilityListChangesResolver(),
      new MatterChangeMovesResolver(new MatterChangeService(changing, periods), new MatterChangePublicationService(changing)),
      new CommunityDutyResolver(new CommunityDutyService(commands, new ResponsibilityItemRepository(manager, clock), clock)),
    ];
  }

  loaders() {
    return [
      (viewer: Viewer) => admissionLoaders(this.admissions, viewer),
      (viewer: Viewer) => dutyRefusalLoaders(this.refusals, viewer),
      (viewer: Viewer) => matterChangeLoaders(this.changes, viewer),
    ] as const;
  }
}
