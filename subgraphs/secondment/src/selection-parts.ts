import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import { CAMPAIGNS } from './campaign/campaign.kind';
import { SelectionCampaignResolver } from './campaign/campaign.resolver';
import { CampaignService } from './campaign/campaign.service';
import { CampaignCommandsResolver } from './campaign/campaign-commands.resolver';
import { PostChoiceService } from './campaign/post-choice.service';
import { CANDIDATES, OBJECTIONS } from './candidate/candidate.kind';
import { CandidateResolver } from './candidate/candidate.resolver';
import { CandidateService } from './candidate/candidate.service';
import { CandidateCommandsResolver } from './candidate/candidate-commands.resolver';
import { ObjectionResolver } from './candidate/objection.resolver';
import { ObjectionService } from './candidate/objection.service';
import { ObjectionCommandsResolver } from './candidate/objection-commands.resolver';
import { CONSULTATIONS } from './consultation/consultation.kind';
import { ConsultationResolver } from './consultation/consultation.resolver';
import { ConsultationService } from './consultation/consultation.service';
import { ConsultationCommandsResolver } from './consultation/consultation-commands.resolver';
import { ConsultationDesk } from './consultation/consultation-desk';
import { MOVEMENTS } from './movement/movement.kind';
import { MovementProposalResolver } from './movement/movement.resolver';
import { MovementService } from './movement/movement.service';
import { MovementCommandsResolver } from './movement/movement-commands.resolver';
import type { Periods } from './periods';
import { AppraisalCommandsResolver } from './placement/appraisal-commands.resolver';
import { AppraisalCorrections } from './placement/appraisal-corrections';
import { Appraisals } from './placement/appraisals';
import { Conversions } from './placement/conversions';
import { Leaving } from './placement/leaving';
import { PLACEMENTS } from './placement/placement.kind';
import { PlacementResolver } from './placement/placement.resolver';
import { PlacementService } from './placement/placement.service';
import { PlacementCommandsResolver } from './placement/placement-commands.resolver';
import { Placing } from './placement/placing';
import { RecallBars } from './placement/recall-bars';
import { StaffMoves } from './placement/staff-moves';
import { DivisionPlacementsResolver, StaffPlacementsResolver } from './placement/staff-placements.resolver';
import { RECALLS } from './recall/recall.kind';
import { RecallResolver } from './recall/recall.resolver';
import { RecallService } from './recall/recall.service';
import { RecallCommandsResolver } from './recall/recall-commands.resolver';
import { RecallGroundResolver } from './recall-ground/recall-ground.resolver';
import { SelectionPlanResolver } from './selection-plan/selection-plan.resolver';
import { SelectionPlanService } from './selection-plan/selection-plan.service';
import { SelectionPlanCommandsResolver } from './selection-plan/selection-plan-commands.resolver';
import type { selectionRepositories } from './selection-repositories';
import type { HomeMove } from './staff-member/home-move';
import type { StaffMember } from './staff-member/staff-member.entity';
import { THREE_POWERS } from './three-powers/three-powers.kind';
import { ThreePowersGrantResolver } from './three-powers/three-powers.resolver';
import { ThreePowersService } from './three-powers/three-powers.service';
import { ThreePowersCommandsResolver } from './three-powers/three-powers-commands.resolver';

type Repositories = ReturnType<typeof selectionRepositories> & { readonly staffMembers: ScopedRepository<StaffMember> };

interface Means {
  readonly commands: Commands;
  readonly homeMove: HomeMove;
  readonly deadlines: Deadlines;
  readonly periods: Periods;
  readonly clock: Clock;
}

/** Placing people and appraising them, for commands, jobs and followers of feeds alike. */
export function placementParts(rows: Repositories, { commands, homeMove, deadlines, periods, clock }: Means) {
  const placements = new Course(PLACEMENTS, commands, rows.placements, deadlines, clock);
  const bars = new RecallBars(periods.recallBars, clock);
  const moves = new StaffMoves(rows.staffMembers, homeMove, clock);
  const placing = new Placing(placements, moves, bars);
  const conversions = new Conversions(placements, moves);
  const appraisals = new Appraisals(placements, placing, conversions, bars, periods);
  const corrections = new AppraisalCorrections(placements, appraisals, bars, periods);
  return { placements, placing, conversions, bars, appraisals, corrections };
}

/** All that the subgraph needs of selections, placements and what townships may say, put together. */
export function selectionParts(rows: Repositories, means: Means) {
  const { commands, deadlines, periods, clock } = means;
  const { placements, placing, conversions, bars, appraisals, corrections } = placementParts(rows, means);
  const campaigns = new Course(CAMPAIGNS, commands, rows.campaigns, deadlines, clock);
  const candidates = new Course(CANDIDATES, commands, rows.candidates, deadlines, clock);
  const objections = new Course(OBJECTIONS, commands, rows.objections, deadlines, clock);
  const movements = new Course(MOVEMENTS, commands, rows.movements, deadlines, clock);
  const consultations = new Course(CONSULTATIONS, commands, rows.consultations, deadlines, clock);
  const recalls = new Course(RECALLS, commands, rows.recalls, deadlines, clock);
  const grants = new Course(THREE_POWERS, commands, rows.grants, deadlines, clock);
  const desk = new ConsultationDesk(consultations, deadlines);
  const resolvers = [
    new SelectionPlanResolver(rows.plans),
    new SelectionPlanCommandsResolver(new SelectionPlanService(commands, rows.plans.manager, clock)),
    new SelectionCampaignResolver(rows.campaigns, campaigns, clock),
    new CampaignCommandsResolver(
      new CampaignService(campaigns, candidates, placing, periods),
      new PostChoiceService(campaigns, candidates),
    ),
    new CandidateResolver(rows.candidates, candidates),
    new CandidateCommandsResolver(new CandidateService(candidates, bars)),
    new ObjectionResolver(objections),
    new ObjectionCommandsResolver(new ObjectionService(objections, candidates, deadlines, periods)),
    new PlacementResolver(rows.placements, placements, clock),
    new PlacementCommandsResolver(new PlacementService(placements, placing, conversions, bars)),
    new AppraisalCommandsResolver(appraisals),
    new StaffPlacementsResolver(clock),
    new DivisionPlacementsResolver(),
    new MovementProposalResolver(rows.movements, movements),
    new MovementCommandsResolver(new MovementService(movements, placing, bars, desk)),
    new ConsultationResolver(rows.consultations, consultations),
    new ConsultationCommandsResolver(new ConsultationService(consultations, movements, deadlines, periods)),
    new RecallResolver(rows.recalls, recalls),
    new RecallCommandsResolver(new RecallService(recalls, placing, deadlines, periods)),
    new RecallGroundResolver(rows.grounds),
    new ThreePowersGrantResolver(rows.grants, grants),
    new ThreePowersCommandsResolver(new ThreePowersService(grants)),
  ];
  const leaving = new Leaving(placements, conversions);
  return { resolvers, placing, leaving, bars, appraisals, corrections, whenMissed: [desk.whenMissed] };
}
