import { COMMAND_TABLES } from '@township-graph/shared/command/tables';
import type { DatabaseOptions } from '@township-graph/shared/database';
import { DEADLINE_TABLES } from '@township-graph/shared/deadlines/tables';
import { FOLLOWER_TABLES } from '@township-graph/shared/feed-follower/tables';
import { CreateImportCheckpoint1795255100000, ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { SCHEDULER_TABLES } from '@township-graph/shared/scheduler/tables';
import { TIMELINE_TABLES } from '@township-graph/shared/timeline/tables';
import { CASE_TABLES } from './case/case.tables';
import { Complaint } from './complaint/complaint.entity';
import { CaseDocument } from './document/document.entity';
import { FaultInquiry } from './fault-inquiry/fault-inquiry.entity';
import { InspectionCheck } from './joint-inspection/inspection-check.entity';
import { InspectionItem } from './joint-inspection/inspection-item.entity';
import { JointInspectionPlan } from './joint-inspection/inspection-plan.entity';
import { JointInspection } from './joint-inspection/joint-inspection.entity';
import { CreateEnforcementPower1795255400000 } from './migrations/1795255400000-create-enforcement-power';
import { CreatePowerGrant1795255401000 } from './migrations/1795255401000-create-power-grant';
import { CreateGrantedPower1795255402000 } from './migrations/1795255402000-create-granted-power';
import { CreateEnforcementTurn1795255403000 } from './migrations/1795255403000-create-enforcement-turn';
import { CreateEnforcementTeam1795255404000 } from './migrations/1795255404000-create-enforcement-team';
import { CreateTeamCoverage1795255405000 } from './migrations/1795255405000-create-team-coverage';
import { CreateOfficer1795255406000 } from './migrations/1795255406000-create-officer';
import { CreateOfficerCertificate1795255407000 } from './migrations/1795255407000-create-officer-certificate';
import { CreateCaseDocument1795255450000 } from './migrations/1795255450000-create-case-document';
import { CreateDecisionPublication1795255451000 } from './migrations/1795255451000-create-decision-publication';
import { CreateInspectionItem1795255470000 } from './migrations/1795255470000-create-inspection-item';
import { CreateJointInspectionPlan1795255471000 } from './migrations/1795255471000-create-joint-inspection-plan';
import { CreateJointInspection1795255472000 } from './migrations/1795255472000-create-joint-inspection';
import { CreateInspectionCheck1795255473000 } from './migrations/1795255473000-create-inspection-check';
import { CreateComplaint1795255474000 } from './migrations/1795255474000-create-complaint';
import { CreateFaultInquiry1795255475000 } from './migrations/1795255475000-create-fault-inquiry';
import { AddComplaintDomain1795255483000 } from './migrations/1795255483000-add-complaint-domain';
import { CreateStaffCertificate1795256302000 } from './migrations/1795256302000-create-staff-certificate';
import { Officer } from './officer/officer.entity';
import { OfficerCertificate } from './officer/officer-certificate.entity';
import { StaffCertificate } from './officer/staff-certificate.entity';
import { EnforcementPower } from './power/power.entity';
import { GrantedPower } from './power-grant/granted-power.entity';
import { PowerGrant } from './power-grant/power-grant.entity';
import { DecisionPublication } from './publicity/publication.entity';
import { EnforcementTeam } from './team/team.entity';
import { TeamCoverage } from './team/team-coverage.entity';
import { EnforcementTurn } from './turns';

/** The tables of powers, grants, teams, officers and cases, their documents and publicity. */
export const ENFORCEMENT_SCHEMA: Pick<DatabaseOptions, 'entities' | 'migrations'> = {
  entities: [
    ...COMMAND_TABLES.entities,
    ...TIMELINE_TABLES.entities,
    ...DEADLINE_TABLES.entities,
    ...SCHEDULER_TABLES.entities,
    ...FOLLOWER_TABLES.entities,
    ImportCheckpoint,
    EnforcementPower,
    PowerGrant,
    GrantedPower,
    EnforcementTeam,
    TeamCoverage,
    Officer,
    OfficerCertificate,
    StaffCertificate,
    EnforcementTurn,
    ...CASE_TABLES.entities,
    CaseDocument,
    DecisionPublication,
    InspectionItem,
    JointInspectionPlan,
    JointInspection,
    InspectionCheck,
    Complaint,
    FaultInquiry,
  ],
  migrations: [
    ...COMMAND_TABLES.migrations,
    ...TIMELINE_TABLES.migrations,
    ...DEADLINE_TABLES.migrations,
    ...SCHEDULER_TABLES.migrations,
    ...FOLLOWER_TABLES.migrations,
    CreateImportCheckpoint1795255100000,
    CreateEnforcementPower1795255400000,
    CreatePowerGrant1795255401000,
    CreateGrantedPower1795255402000,
    CreateEnforcementTurn1795255403000,
    CreateEnforcementTeam1795255404000,
    CreateTeamCoverage1795255405000,
    CreateOfficer1795255406000,
    CreateOfficerCertificate1795255407000,
    ...CASE_TABLES.migrations,
    CreateCaseDocument1795255450000,
    CreateDecisionPublication1795255451000,
    CreateInspectionItem1795255470000,
    CreateJointInspectionPlan1795255471000,
    CreateJointInspection1795255472000,
    CreateInspectionCheck1795255473000,
    CreateComplaint1795255474000,
    CreateFaultInquiry1795255475000,
    AddComplaintDomain1795255483000,
    CreateStaffCertificate1795256302000,
  ],
};
