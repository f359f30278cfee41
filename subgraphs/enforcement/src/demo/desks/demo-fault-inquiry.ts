import { FaultKind } from '../../fault-inquiry/fault-inquiry.enums';
import type { Workplace } from '../cases/workplace';
import type { DemoDesk, Seat } from './demo-desk';

/** One inquiry that found no fault: the officer was told, spoke, and the county let it rest. */
export async function demoFaultInquiry(desk: DemoDesk, county: Seat, { officerIds }: Workplace): Promise<void> {
  const { inquiries } = desk.services;
  const { id: inquiryId } = await inquiries.openFaultInquiry(desk.workdaysAgo(20).as(county), {
    officerId: officerIds[0]!,
    kind: FaultKind.INACTION,
    facts: '示例：对群众举报未及时核查',
    legalBasis: '示例省行政执法过错责任追究办法',
  });
  await inquiries.notifyOfficerOfFault(desk.workdaysAgo(19).as(county), { inquiryId, expectedVersion: 1 });
  const stated = { inquiryId, expectedVersion: 2, statement: '示例：当日在外执行任务，次日已核查' };
  await inquiries.recordOfficerStatement(desk.workdaysAgo(17).as(county), stated);
  const decider = { ...county, hand: 'decider' };
  await inquiries.dismissFaultInquiry(desk.workdaysAgo(15).as(decider), { inquiryId, expectedVersion: 3, reason: '示例：查无过错' });
}
