import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Course } from '@township-graph/shared/course/course';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { EntityManager } from 'typeorm';
import { CaseRepository } from './case/case.repository';
import { caseParts } from './cases';
import { COMPLAINTS } from './complaint/complaint.kind';
import { ComplaintRepository } from './complaint/complaint.repository';
import { ComplaintService } from './complaint/complaint.service';

import { DocumentService } from './document/document.service';
import { FAULT_INQUIRIES } from './fault-inquiry/fault-inquiry.kind';
import { FaultInquiryRepository } from './fault-inquiry/fault-inquiry.repository';
import { FaultInquiryService } from './fault-inquiry/fault-inquiry.service';
import { INSPECTION_ITEMS, INSPECTION_PLANS, JOINT_INSPECTIONS } from './joint-inspection/inspection.kinds';
import { InspectionItemRepository, InspectionPlanRepository } from './joint-inspection/inspection-list.repository';
import { InspectionPlanService } from './joint-inspection/inspection-plan.service';
import { JointInspectionRepository } from './joint-inspection/joint-inspection.repository';
import { JointInspectionService } from './joint-inspection/joint-inspection.service';
import { periodsFrom } from './periods';
import { PublicationRepository } from './publicity/publication.repository';
import { PublicationService } from './publicity/publication.service';
import { publicitySettingsFrom } from './publicity/publication.settings';

/** What is done beside the course of cases, for who does it without a request. */
export function deskServices(manager: EntityManager, commands: Commands, clock: Clock) {
  const deadlines = new Deadlines(clock);
  const periods = periodsFrom();
  const { moving } = caseParts(new CaseRepository(manager, clock), commands, clock, async () => {});
  const items = new Course(INSPECTION_ITEMS, commands, new InspectionItemRepository(manager, clock), deadlines, clock);
  const plans = new Course(INSPECTION_PLANS, commands, new InspectionPlanRepository(manager, clock), deadlines, clock);
  const visits = new Course(JOINT_INSPECTIONS, commands, new JointInspectionRepository(manager, clock), deadlines, clock);
  const complaints = new Course(COMPLAINTS, commands, new ComplaintRepository(manager, clock), deadlines, clock);
  const inquiries = new Course(FAULT_INQUIRIES, commands, new FaultInquiryRepository(manager, clock), deadlines, clock);
  return {
    publicity: new PublicationService(commands, moving, new PublicationRepository(manager, clock), publicitySettingsFrom()),
    documents: new DocumentService(commands, moving, manager),
    plans: new InspectionPlanService(items, plans),
    visits: new JointInspectionService(visits, deadlines, periods, clock),
    complaints: new ComplaintService(complaints, deadlines, periods),
    inquiries: new FaultInquiryService(inquiries, deadlines, periods),
  };
}

export type DeskServices = ReturnType<typeof deskServices>;
