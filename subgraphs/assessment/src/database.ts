import { COMMAND_TABLES } from '@township-graph/shared/command/tables';
import type { DatabaseOptions } from '@township-graph/shared/database';
import { DEADLINE_TABLES } from '@township-graph/shared/deadlines/tables';
import { SCHEDULER_TABLES } from '@township-graph/shared/scheduler/tables';
import { TIMELINE_TABLES } from '@township-graph/shared/timeline/tables';
import { Appeal } from './appeal/appeal.entity';
import { AppraisalCatalogue } from './catalogue/catalogue.entity';
import { CatalogueItem } from './catalogue/catalogue-item.entity';
import { VetoItem } from './catalogue/veto-item.entity';
import { ResultCorrection } from './correction/correction.entity';
import { CreateAppraisalCatalogue1795256200000 } from './migrations/1795256200000-create-appraisal-catalogue';
import { CreateCatalogueItem1795256201000 } from './migrations/1795256201000-create-catalogue-item';
import { CreateVetoItem1795256202000 } from './migrations/1795256202000-create-veto-item';
import { CreateInspectionPlan1795256203000 } from './migrations/1795256203000-create-inspection-plan';
import { CreateInspectionVisit1795256204000 } from './migrations/1795256204000-create-inspection-visit';
import { CreateAppraisalScheme1795256205000 } from './migrations/1795256205000-create-appraisal-scheme';
import { CreateAppraisalRound1795256206000 } from './migrations/1795256206000-create-appraisal-round';
import { CreateRoundParticipant1795256207000 } from './migrations/1795256207000-create-round-participant';
import { CreateRoundSubject1795256208000 } from './migrations/1795256208000-create-round-subject';
import { CreateRoundRater1795256209000 } from './migrations/1795256209000-create-round-rater';
import { CreateRoundAdjustment1795256210000 } from './migrations/1795256210000-create-round-adjustment';
import { CreateRoundEvidence1795256211000 } from './migrations/1795256211000-create-round-evidence';
import { CreateRoundCalculation1795256212000 } from './migrations/1795256212000-create-round-calculation';
import { CreateScorecard1795256213000 } from './migrations/1795256213000-create-scorecard';
import { CreateScorecardRevision1795256214000 } from './migrations/1795256214000-create-scorecard-revision';
import { CreateAppraisalResult1795256215000 } from './migrations/1795256215000-create-appraisal-result';
import { CreateAppraisalAppeal1795256216000 } from './migrations/1795256216000-create-appraisal-appeal';
import { CreateAssessmentTurn1795256217000 } from './migrations/1795256217000-create-assessment-turn';
import { AddResultVersion1795256218000 } from './migrations/1795256218000-add-result-version';
import { CreateResultCorrection1795256219000 } from './migrations/1795256219000-create-result-correction';
import { AddCorrectedScores1795256220000 } from './migrations/1795256220000-add-corrected-scores';
import { AppraisalResult } from './result/result.entity';
import { AppraisalRound } from './round/round.entity';
import { RoundAdjustment } from './round/round-adjustment.entity';
import { RoundCalculation } from './round/round-calculation.entity';
import { RoundEvidence } from './round/round-evidence.entity';
import { RoundParticipant } from './round/round-participant.entity';
import { RoundRater } from './round/round-rater.entity';
import { RoundSubject } from './round/round-subject.entity';
import { AppraisalScheme } from './scheme/scheme.entity';
import { Scorecard } from './scorecard/scorecard.entity';
import { ScorecardRevision } from './scorecard/scorecard-revision.entity';
import { InspectionPlan } from './supervision/inspection-plan.entity';
import { InspectionVisit } from './supervision/inspection-visit.entity';
import { AssessmentTurn } from './turns';

/** The tables of catalogues, schemes, rounds, scorecards and results. */
export const ASSESSMENT_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [
    ...COMMAND_TABLES.entities,
    ...TIMELINE_TABLES.entities,
    ...DEADLINE_TABLES.entities,
    ...SCHEDULER_TABLES.entities,
    AppraisalCatalogue,
    CatalogueItem,
    VetoItem,
    InspectionPlan,
    InspectionVisit,
    AppraisalScheme,
    AppraisalRound,
    RoundParticipant,
    RoundSubject,
    RoundRater,
    RoundAdjustment,
    RoundEvidence,
    RoundCalculation,
    Scorecard,
    ScorecardRevision,
    AppraisalResult,
    Appeal,
    ResultCorrection,
    AssessmentTurn,
  ],
  migrations: [
    ...COMMAND_TABLES.migrations,
    ...TIMELINE_TABLES.migrations,
    ...DEADLINE_TABLES.migrations,
    ...SCHEDULER_TABLES.migrations,
    CreateAppraisalCatalogue1795256200000,
    CreateCatalogueItem1795256201000,
    CreateVetoItem1795256202000,
    CreateInspectionPlan1795256203000,
    CreateInspectionVisit1795256204000,
    CreateAppraisalScheme1795256205000,
    CreateAppraisalRound1795256206000,
    CreateRoundParticipant1795256207000,
    CreateRoundSubject1795256208000,
    CreateRoundRater1795256209000,
    CreateRoundAdjustment1795256210000,
    CreateRoundEvidence1795256211000,
    CreateRoundCalculation1795256212000,
    CreateScorecard1795256213000,
    CreateScorecardRevision1795256214000,
    CreateAppraisalResult1795256215000,
    CreateAppraisalAppeal1795256216000,
    CreateAssessmentTurn1795256217000,
    AddResultVersion1795256218000,
    CreateResultCorrection1795256219000,
    AddCorrectedScores1795256220000,
  ],
};
