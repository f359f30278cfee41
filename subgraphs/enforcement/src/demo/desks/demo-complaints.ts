import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ComplaintChannel, ComplaintKind, ComplaintLabour, ComplaintOutcome } from '../../complaint/complaint.enums';
import { PartyKind } from '../../power/power.enums';
import type { Workplace } from '../cases/workplace';
import type { DemoDesk, Seat } from './demo-desk';

/** How far each has come, so many working days after it came in. */
const COMPLAINTS = [
  { ago: 30, to: 'CLOSED', grade: 1 },
  { ago: 25, to: 'CLOSED', grade: 4 },
  { ago: 20, to: 'TOLD' },
  { ago: 7, to: 'HANDLED' },
  { ago: 10, to: 'ASSIGNED' },
  { ago: 8, to: 'DISPUTED' },
  { ago: 6, to: 'NOT_ACCEPTED' },
  { ago: 4, to: 'ACCEPTED' },
  { ago: 1, to: 'FILED' },
] as const;

type Planned = (typeof COMPLAINTS)[number];

/** Complaints that came in during the last weeks, in townships in turn, one of each state. */
export async function demoComplaints(desk: DemoDesk, county: Seat, townships: readonly Workplace[]): Promise<void> {
  for (const [index, each] of COMPLAINTS.entries()) await complain(desk, county, townships[index % townships.length]!, each, index);
}

async function complain(desk: DemoDesk, county: Seat, township: Workplace, planned: Planned, index: number): Promise<void> {
  const { ago, to } = planned;
  const { complaints } = desk.services;
  const { divisionCode, holderCreditCode: creditCode } = township;
  const here = desk.as({ divisionCode, creditCode });
  const { id: complaintId } = await desk.workdaysAgo(ago).services.complaints.fileComplaint(here, {
    divisionCode,
    kind: index % 2 === 0 ? ComplaintKind.REPORT : ComplaintKind.COMPLAINT,
    channel: index % 3 === 0 ? ComplaintChannel.WINDOW : ComplaintChannel.HOTLINE,
    complainant: { name: `示例群众${index + 1}`, phone: `1380000${String(index).padStart(4, '0')}` },
    content: `示例投诉举报内容${index + 1}`,
    respondent: { kind: PartyKind.ORGANIZATION, name: `示例被举报企业${index + 1}` },
  });
  const on = (expectedVersion: number) => ({ complaintId, expectedVersion });
  if (to === 'FILED') return;
  desk.workdaysAgo(ago - 1);
  if (to === 'NOT_ACCEPTED') {
    await complaints.refuseComplaint(here, { ...on(1), reason: '示例：不属于行政执法事项' });
    return;
  }
  await complaints.acceptComplaint(here, on(1));
  if (to === 'ACCEPTED') return;
  const handler = { creditCode: townshipGovernmentOf(divisionCode).creditCode!, name: townshipGovernmentOf(divisionCode).name };
  await complaints.assignComplaint(desk.workdaysAgo(ago - 2).as(county), {
    ...on(2),
    labour: ComplaintLabour.COMMON,
    divisionCode,
    handler,
  });
  if (to === 'ASSIGNED') return;
  desk.workdaysAgo(ago - 4);
  if (to === 'DISPUTED') {
    await complaints.disputeComplaint(here, { ...on(3), reason: '示例：涉及邻镇' });
    return;
  }
  await complaints.recordComplaintResult(here, { ...on(3), outcome: ComplaintOutcome.CORRECTED, result: '示例：已督促整改' });
  if (to === 'HANDLED') return;
  await complaints.tellComplainant(desk.workdaysAgo(ago - 5).as({ divisionCode, creditCode }), on(4));
  if (to === 'CLOSED') await complaints.closeComplaint(here, { ...on(5), satisfaction: planned.grade });
}
